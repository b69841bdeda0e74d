import { beginningOf, dayOf, daysLater } from "./calendar-day";
import { stepBack } from "./half-of-day";
import { inUtc, localTimeAt } from "./local-time";
import { clockWarnings, missingZone, zoneWarnings, type TimeWarning } from "./time-warning";
import type { WrittenClock } from "./written-clock";
import { settleDate, type Settled, type SettledDate } from "./written-day";
import type { WrittenPoint } from "./written-point";
import type { Zone } from "./written-zone";

/** What is known before a time is read: from the entry above it, or from the whole document. */
export interface TimeContext {
  /** The day of the entry before, on the clocks of the place: `2024-07-19`. */
  readonly date?: string | undefined;
  /** The time of day of the entry before, `23:55`: an earlier one may be of the next day. */
  readonly clock?: string | undefined;
  /** The zone of that day and time of day; that of times which name none, where nothing else is said. */
  readonly zoneBefore?: Zone | undefined;
  /** The zone of times that name none. */
  readonly zone?: Zone | undefined;
  /** The moment from which `T+12m` counts. */
  readonly start?: string | undefined;
  /** The moment of the entry above, below which an earlier one is said to lie out of order. */
  readonly above?: string | undefined;
  /** When it is read, in milliseconds since 1970: what lies behind it is said to. */
  readonly now?: number | undefined;
  /** When it is typed, in milliseconds since 1970: "today" is that day. Of a text that was written before it is not known. */
  readonly typedAt?: number | undefined;
}

/** How the zone was settled: `missing` where nothing says it, `none` where a date needs none. */
export type SettledZone = Settled | "missing" | "none";

/** One end of a time, brought to UTC where its zone is known. */
export interface Point {
  readonly kind: "point";
  readonly text: string;
  readonly time: number;
  readonly date: SettledDate;
  readonly zone: SettledZone;
  readonly warnings: readonly TimeWarning[];
  readonly clock: string | null;
  /** The day on the clocks of the place. */
  readonly day: string;
  /** The zone of these clocks; null where nothing says it. */
  readonly place: Zone | null;
}

/** A point, or why it could not be settled. */
export type SettledPoint = Point | { readonly kind: "not-understood"; readonly why: string };

/** Settles one written point against its context. */
export function settlePoint(point: WrittenPoint, whole: TimeContext): SettledPoint {
  const context = onClocksOf(point.zone?.zone ?? whole.zone, whole);
  const before =
    context.date !== undefined && beginningOf(context.date) !== null ? context.date : null;
  const date = settleDate(point.date, before, dayOfTyping(point, whole));
  if (!date) return { kind: "not-understood", why: missingDate(point) };
  if (!point.clock) return dayPoint(date);
  if (date.text.length < 10) {
    return {
      kind: "not-understood",
      why: `“${date.text}” is no day on which a time of day could lie.`,
    };
  }
  const day = point.date ? date : afterMidnight(date, point.clock, context.clock);
  return clockPoint(day, point.clock, { point, zone: context.zone });
}

/** The day of the typing on the clocks of the zone that holds. */
function dayOfTyping(point: WrittenPoint, { zone, typedAt }: TimeContext): string | null {
  const here = point.zone?.zone ?? zone;
  return here && typedAt !== undefined ? dayOf(localTimeAt(typedAt, here)) : null;
}

/** The entry before as clocks showed it where this one's time is of: they may be a day apart. */
function onClocksOf(here: Zone | undefined, context: TimeContext): TimeContext {
  const { date, clock, zone, zoneBefore = zone } = context;
  const before = Date.parse(`${date}T${clock}Z`);
  if (!here || !zoneBefore || Number.isNaN(before)) return context;
  const { time } = inUtc(before, zoneBefore);
  const local = localTimeAt(time, here);
  return { ...context, date: dayOf(local), clock: new Date(local).toISOString().slice(11, 16) };
}

function missingDate({ date }: WrittenPoint): string {
  if (!date) return noDate;
  if (date.weekday !== null && date.month === null) {
    return "A weekday alone is no date: write the date too, such as 2024-07-19.";
  }
  if (date.ago !== null) {
    return "“Today” and “yesterday” are no dates for who reads them later: write the date, such as 2024-07-19.";
  }
  return date.month === null
    ? noDate
    : "The year is missing, and nothing above says it: write it, such as 2024-07-19.";
}

const noDate = "The date is missing, and nothing above says it: write it, such as 2024-07-19.";

function dayPoint(date: SettledDate): Point {
  const whole = `${date.text}${"0000-01-01".slice(date.text.length)}`;
  const { warnings, text } = date;
  const time = beginningOf(whole) ?? 0;
  return {
    kind: "point",
    text,
    time,
    date,
    zone: "none",
    warnings,
    clock: null,
    day: whole,
    place: null,
  };
}

/** A time of day much earlier than that of the entry before is of the next day; said, never silent. */
function afterMidnight(
  date: SettledDate,
  clock: WrittenClock,
  before: string | undefined,
): SettledDate {
  const [hours, minutes] = (before ?? "00:00").split(":").map(Number);
  const step = (hours ?? 0) * 60 + (minutes ?? 0) - (clock.hour * 60 + clock.minute);
  if (step < stepBack) return date;
  const text = daysLater(date.text, 1);
  const sentence = `The time is earlier than ${before} above it; it was read as of the next day, ${text}.`;
  return { text, how: "assumed", warnings: [...date.warnings, { kind: "assumed-day", sentence }] };
}

/** A time of day on a settled day, brought to UTC where a zone is known. */
export function clockPoint(
  date: SettledDate,
  clock: WrittenClock,
  { point, zone }: { point: WrittenPoint; zone: Zone | undefined },
): Point {
  const local = localOf(date, clock);
  const taken = point.zone?.zone ?? zone;
  const known = taken ? inUtc(local, taken) : null;
  const ofZone = known ? zoneWarnings(point, local, known) : [missingZone];
  const time = known ? known.time : local;
  const shown = new Date(time).toISOString().slice(0, clock.second === null ? 16 : 19);
  return {
    kind: "point",
    text: known ? `${shown}Z` : shown,
    time,
    date,
    zone: settledZone(point, known !== null),
    warnings: [...date.warnings, ...clockWarnings(clock), ...ofZone],
    clock: new Date(local).toISOString().slice(11, 16),
    day: dayOf(local),
    place: taken ?? null,
  };
}

function settledZone({ zone }: WrittenPoint, isKnown: boolean): SettledZone {
  if (zone) return zone.ambiguity === null ? "stated" : "assumed";
  return isKnown ? "carried" : "missing";
}

function localOf(date: SettledDate, clock: WrittenClock): number {
  const seconds = clock.hour * 3600 + clock.minute * 60 + (clock.second ?? 0);
  return (beginningOf(date.text) ?? 0) + seconds * 1000;
}
