import { beginningOf, daysLater, isoDay, weekdayName, weekdayOf } from "./calendar-day";
import type { TimeWarning } from "./time-warning";
import { daysIn, type WrittenDate } from "./written-date";

/** How something that a time needs was settled: written there, taken from before, or concluded. */
export type Settled = "stated" | "carried" | "assumed";

/** A date with the precision that was written: `2024`, `2024-07` or `2024-07-19`. */
export interface SettledDate {
  readonly text: string;
  readonly how: Settled;
  readonly warnings: readonly TimeWarning[];
}

/**
 * Settles a written date against the day of the entry before, and against the day on which it is
 * typed where somebody types it. Null when a part is missing that
 * nothing says: then there is no date, and none is made up.
 */
export function settleDate(
  date: WrittenDate | null,
  before: string | null,
  today: string | null = null,
): SettledDate | null {
  if (!date) return before === null ? null : { text: before, how: "carried", warnings: [] };
  if (date.ago !== null) return spokenDay(date.ago, today);
  if (date.later !== null) return laterDay(date.later, before);
  if (date.month === null && date.year === null) return weekdayAfter(date.weekday, before);
  const whole = withYear(date, before);
  if (!whole) return null;
  return { ...whole, warnings: [...whole.warnings, ...weekdayWarnings(date, whole.text)] };
}

function laterDay(days: number, before: string | null): SettledDate | null {
  if (before === null) return null;
  const text = daysLater(before, days);
  if (days === 0) return { text, how: "carried", warnings: [] };
  const sentence = `The day was read as ${text}, counted from ${before}.`;
  return { text, how: "assumed", warnings: [{ kind: "assumed-day", sentence }] };
}

function spokenDay(ago: number, today: string | null): SettledDate | null {
  if (today === null) return null;
  const text = daysLater(today, -ago);
  const sentence = `“${ago === 0 ? "Today" : "Yesterday"}” was read as ${text}.`;
  return { text, how: "assumed", warnings: [{ kind: "assumed-day", sentence }] };
}

/** The weekday on or after the day before; said, since a weekday alone is no date. */
function weekdayAfter(weekday: number | null, before: string | null): SettledDate | null {
  if (weekday === null || before === null) return null;
  const text = daysLater(before, (weekday - weekdayOf(before) + 7) % 7);
  if (text === before) return { text, how: "carried", warnings: [] };
  const sentence = `“${weekdayName(weekday)}” names no date; it was read as ${text}, the next one after ${before}.`;
  return { text, how: "assumed", warnings: [{ kind: "assumed-day", sentence }] };
}

function withYear(date: WrittenDate, before: string | null): SettledDate | null {
  const { year, month, day } = date;
  if (month === null) {
    return year === null ? null : { text: `${year}`.padStart(4, "0"), how: "stated", warnings: [] };
  }
  if (year !== null) return stated(date, year, before);
  const nearest = before === null || day === null ? null : nearestYear(month, day, before);
  if (nearest === null || day === null) return null;
  const text = isoDay(nearest, month, day);
  const sentence = `The year is not stated; ${nearest} was taken, because it lies nearest to ${before}.`;
  return { text, how: "assumed", warnings: [{ kind: "missing-year", sentence }] };
}

function stated(date: WrittenDate, year: number, before: string | null): SettledDate | null {
  const { month, day, other } = date;
  if (month === null) return null;
  if (day === null) {
    return { text: isoDay(year, month, 1).slice(0, 7), how: "stated", warnings: [] };
  }
  if (!other) return { text: isoDay(year, month, day), how: "stated", warnings: [] };
  const readings = [isoDay(year, month, day), isoDay(year, other.month, other.day)];
  const distance = (text: string) => Math.abs(timeOf(text) - timeOf(before ?? text));
  const [taken = "", left = ""] =
    before === null ? readings : readings.toSorted((a, b) => distance(a) - distance(b));
  const sentence = `Day and month may be the other way round; it was read as ${taken}, not ${left}.`;
  return { text: taken, how: "assumed", warnings: [{ kind: "ambiguous-date", sentence }] };
}

function timeOf(date: string): number {
  return beginningOf(date) ?? 0;
}

function nearestYear(month: number, day: number, before: string): number | null {
  const year = Number(before.slice(0, 4));
  const distance = (candidate: number) =>
    Math.abs(timeOf(isoDay(candidate, month, day)) - timeOf(before));
  const [nearest] = [year, year - 1, year + 1]
    .filter((candidate) => day <= daysIn(candidate, month))
    .toSorted((a, b) => distance(a) - distance(b));
  return nearest ?? null;
}

function weekdayWarnings(date: WrittenDate, text: string): TimeWarning[] {
  if (date.weekday === null || text.length < 10 || weekdayOf(text) === date.weekday) return [];
  const sentence = `${text} is a ${weekdayName(weekdayOf(text))}, not a ${weekdayName(date.weekday)}; the date was kept.`;
  return [{ kind: "weekday-differs", sentence }];
}
