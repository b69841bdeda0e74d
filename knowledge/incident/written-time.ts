import { dayOf, daysLater } from "./calendar-day";
import { readMoment } from "./moment";
import {
  clockPoint,
  settlePoint,
  type Point,
  type SettledZone,
  type TimeContext,
} from "./settled-point";
import { futureWarnings, missingZone, orderWarning, type TimeWarning } from "./time-warning";
import { boundsOf, disordersIn } from "./timeline-order";
import type { WrittenClock } from "./written-clock";
import type { Settled, SettledDate } from "./written-day";
import { noSuchDay } from "./written-date";
import { afterSpaces } from "./written-part";
import type { WrittenHedge, WrittenPoint } from "./written-point";
import { readTimeAt, type WrittenTime } from "./written-time-form";

/**
 * A time that was understood. `moment` is a moment's text in UTC; where no zone is known it is the
 * local time without `Z`, which is no moment yet. `date` and `zone` say how each was settled.
 */
export interface Understood {
  readonly kind: "understood";
  readonly moment: string;
  readonly date: Settled;
  readonly zone: SettledZone;
  readonly warnings: readonly TimeWarning[];
  /** What an entry below this one may be read with. */
  readonly next: Pick<TimeContext, "date" | "clock" | "zoneBefore">;
}

export type UnderstoodTime = Understood | { readonly kind: "not-understood"; readonly why: string };

const longest = 200;

/**
 * Understands what a person types as a time. Nothing is guessed silently: what was not written is
 * taken from the context or concluded, and then the answer says so. Never throws.
 */
export function understandTime(typed: string, context: TimeContext = {}): UnderstoodTime {
  const text = typed.trim();
  if (text === "") return notUnderstood("There is no time.");
  if (text.length > longest) return notUnderstood("This is too long to be a time.");
  const read = readTimeAt(text, 0, "whole");
  const end = read && afterSpaces(text, read.end);
  if (!read || end === null || !/^[.,;:]?$/.test(text.slice(end))) {
    return notUnderstood(noSuchDay(text) ?? `“${text}” was not understood as a time: ${examples}.`);
  }
  return settleTime(read.value, context);
}

const examples = "write 2024-07-19 14:05 UTC, 14:05, 2pm PST, about 9, before 09:00 or 2024-02";

function notUnderstood(why: string): UnderstoodTime {
  return { kind: "not-understood", why };
}

/** Settles a written time against its context: the second half of `understandTime`. */
export function settleTime(written: WrittenTime, context: TimeContext): UnderstoodTime {
  const time = withoutDoubts(written, context);
  if (time.kind === "not-understood") return time;
  return { ...time, warnings: [...time.warnings, ...doubts(time, context)] };
}

/** What has to be said of a time beside others: the present, and the entry above it. */
function doubts(
  { moment, zone }: Understood,
  { now, above, zone: chosen }: TimeContext,
): TimeWarning[] {
  const first = boundsOf(moment)?.first ?? 0;
  const latest = now === undefined ? null : now + (zone === "missing" ? furthestWest : 0);
  const isBefore = above !== undefined && disordersIn([above, moment]).length > 0;
  return [
    ...(latest === null ? [] : futureWarnings(first, latest)),
    ...(isBefore ? [orderWarning(above, chosen)] : []),
  ];
}

/** Where no zone is known, a time may be later in UTC than it reads by as much as this. */
const furthestWest = 14 * 3_600_000;

function withoutDoubts(written: WrittenTime, context: TimeContext): UnderstoodTime {
  if (written.relative) return settleRelative(written, written.relative, context);
  const from = settlePoint(written.from, context);
  if (from.kind === "not-understood") return from;
  if (written.to) return settleRange(from, written.to, { written, context });
  const { clock } = written.from;
  if (clock && clock.open > 0) return openRange(from, clock);
  return finished(from, hedged(hedgeOf(written), from.text));
}

/** The hedge before the time, else the one that stands within or behind it. */
function hedgeOf({ hedge, from }: WrittenTime): WrittenHedge {
  if (hedge !== "exact") return hedge;
  if (from.hedge !== "exact") return from.hedge;
  return from.clock?.about ? "about" : "exact";
}

function settleRange(
  from: Point,
  end: WrittenPoint,
  { written, context }: { written: WrittenTime; context: TimeContext },
): UnderstoodTime {
  const { day: date, clock, place } = from;
  const before = { date, clock: clock ?? undefined, zoneBefore: place ?? undefined };
  const settled = settlePoint(end, { ...context, ...before });
  if (settled.kind === "not-understood") return settled;
  const to = liesBefore(settled, end, from) ? nextDay(settled, end, context) : settled;
  const last = end.clock && end.clock.open > 0 ? lastOf(to, end.clock) : to.text;
  const warnings = [
    ...from.warnings,
    ...to.warnings.filter(isNew(from.warnings)),
    ...([written, written.from, end].every(({ hedge }) => hedge === "exact") ? [] : [lostHedge]),
  ];
  return finished({ ...from, warnings, day: to.day, clock: to.clock }, `${from.text}/${last}`);
}

/** Whether an end without a date of its own lies before the beginning, and so is of the next day. */
function liesBefore({ date, time }: Point, { clock }: WrittenPoint, from: Point): boolean {
  if (date.how !== "carried" || !clock) return false;
  return time + clock.open * 60_000 < from.time;
}

const lostHedge: TimeWarning = {
  kind: "lost-hedge",
  sentence: "Only the range was kept of a range that is said to be inexact.",
};

const isNew =
  (known: readonly TimeWarning[]) =>
  ({ kind, sentence }: TimeWarning): boolean =>
    !known.some(
      (one) => one.kind === kind && (kind === "missing-zone" || one.sentence === sentence),
    );

function nextDay(point: Point, written: WrittenPoint, context: TimeContext): Point {
  const text = daysLater(point.day, 1);
  const sentence = `The range ends before it begins; its end was read as of the next day, ${text}.`;
  const date: SettledDate = {
    text,
    how: "assumed",
    warnings: [{ kind: "assumed-day", sentence }],
  };
  return written.clock
    ? clockPoint(date, written.clock, { point: written, zone: context.zone })
    : point;
}

/** `14:0x` stands for the ten minutes of which it names the first figure. */
function openRange(from: Point, clock: WrittenClock): UnderstoodTime {
  return finished(from, `${from.text}/${lastOf(from, clock)}`);
}

function lastOf(point: Point, clock: WrittenClock): string {
  const last = new Date(point.time + clock.open * 60_000).toISOString().slice(0, 16);
  return point.text.endsWith("Z") ? `${last}Z` : last;
}

function finished(point: Point, moment: string): UnderstoodTime {
  if (!readMoment(asIfInUtc(moment))) {
    return notUnderstood(
      "This is no time that could lie in a record: it ends before it begins, or is too long ago.",
    );
  }
  const { date, zone, warnings, day, clock, place } = point;
  const next =
    clock === null ? { date: day } : { date: day, clock, ...(place && { zoneBefore: place }) };
  return { kind: "understood", moment, date: date.how, zone, warnings, next };
}

/** A local moment's text as a moment, to see whether it could be one. */
function asIfInUtc(moment: string): string {
  return moment.replace(/(T\d{2}:\d{2}(?::\d{2})?)(?=\/|$)/g, "$1Z");
}

const startForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z?)$/;

/** `T+12m` counts from the start, and is as exact as that is. */
function settleRelative(
  { hedge }: WrittenTime,
  { seconds, toTheSecond }: NonNullable<WrittenTime["relative"]>,
  { start = "" }: TimeContext,
): UnderstoodTime {
  const [written, startSeconds, zulu = ""] = startForm.exec(start) ?? [];
  const time = Date.parse(zulu === "" ? `${start}Z` : start) + seconds * 1000;
  if (written === undefined || Number.isNaN(time)) {
    return notUnderstood("This counts from the start, and no start to the minute is known.");
  }
  if (Math.abs(time) > 1e14) return notUnderstood("This is too far from the start.");
  const length = toTheSecond || startSeconds !== undefined ? 19 : 16;
  const text = `${new Date(time).toISOString().slice(0, length)}${zulu}`;
  return finished(startedPoint(time, text, zulu === ""), hedged(hedge, text));
}

function hedged(hedge: WrittenHedge, text: string): string {
  return hedge === "exact" ? text : `${hedge} ${text}`;
}

function startedPoint(time: number, text: string, isLocal: boolean): Point {
  const date: SettledDate = { text: dayOf(time), how: "carried", warnings: [] };
  const warnings = isLocal ? [missingZone] : [];
  const zone = isLocal ? "missing" : "carried";
  return {
    kind: "point",
    text,
    time,
    date,
    zone,
    warnings,
    clock: null,
    day: date.text,
    place: null,
  };
}
