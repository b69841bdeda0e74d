import { beginningOf, dayOf, daysLater, isoDay } from "#knowledge/incident/calendar-day";
import { localTimeAt } from "#knowledge/incident/local-time";
import type { TimeWarning } from "#knowledge/incident/time-warning";
import type { WrittenDate } from "#knowledge/incident/written-date";
import { settleDate, type SettledDate } from "#knowledge/incident/written-day";
import type { Zone } from "#knowledge/incident/written-zone";

interface Known {
  /** The day above. */
  readonly before: string | null;
  /** A day of the year in which it was, where no day is above. */
  readonly inYear?: string | null | undefined;
  /** When it is read, in milliseconds since 1970: "Today" is that day. */
  readonly now?: number | null | undefined;
  readonly zone?: Zone | undefined;
}

/** The day that a line between entries says; null where a part of it is missing that nothing says. */
export function settleDayLine(
  date: WrittenDate,
  { before, inYear = null, now = null, zone }: Known,
): SettledDate | null {
  const today = now === null ? null : dayOf(zone ? localTimeAt(now, zone) : now);
  const above = before ?? (date.month === null ? null : inYear);
  const settled = settleDate(date, above, today);
  return settled ?? (today === null ? null : lastSuchDay(date, today));
}

/** A day without its year that nothing above dates: the last such day up to now. */
function lastSuchDay({ year, month, day }: WrittenDate, today: string): SettledDate | null {
  if (year !== null || month === null || day === null) return null;
  const thisYear = Number(today.slice(0, 4));
  const text = [0, 1, 2, 3, 4]
    .map((ago) => isoDay(thisYear - ago, month, day))
    .find((one) => one <= daysLater(today, 1) && beginningOf(one) !== null);
  if (text === undefined) return null;
  const sentence = `The year is not stated; ${text.slice(0, 4)} was taken, in which the last such day lies.`;
  return { text, how: "assumed", warnings: [{ kind: "missing-year", sentence }] };
}

/** What is said of entries below a day such as "Yesterday" in a text of which nobody knows its own. */
export function unknownDay(line: string): TimeWarning {
  const sentence = `Nothing says which day “${line.trim()}” is.`;
  return { kind: "assumed-day", sentence };
}
