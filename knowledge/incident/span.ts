import type { Moment } from "./moment";

/**
 * How long passed between two moments, in minutes: never one number where the record gives a range.
 * `most` is null when it has no upper end ("at least").
 */
export interface Span {
  readonly least: number;
  readonly most: number | null;
}

/**
 * The span from one moment to another.
 *
 * A report that says "in February" does not tell us the hour. One number would claim a precision
 * nobody published, so the answer is a range; it is exact only when both moments are given to the
 * minute or second. Never below zero; unknown (null) when a moment is missing, and when neither end
 * of the range is known.
 */
export function spanBetween(from: Moment | null, to: Moment | null): Span | null {
  if (!from || !to) return null;
  const least = Math.max(0, minutes(to.first - lastReading(from)));
  const most = Math.max(0, minutes(lastReading(to) - from.first));
  if (Number.isFinite(most)) return { least: Number.isFinite(least) ? least : 0, most };
  return least > 0 && Number.isFinite(least) ? { least, most: null } : null;
}

/** The latest reading that is still in the range, at the moment's own resolution. */
function lastReading({ last, precision }: Moment): number {
  return last - (precision === "second" ? 1000 : 60_000);
}

function minutes(milliseconds: number): number {
  return milliseconds / 60_000;
}

/** The spans a record gives, all counted from when harm began (`started`). */
export interface Spans {
  readonly toDetect: Span | null;
  readonly toMitigate: Span | null;
  readonly toResolve: Span | null;
}

export interface KeyMoments {
  readonly started: Moment | null;
  readonly detected: Moment | null;
  readonly mitigated: Moment | null;
  readonly resolved: Moment | null;
}

export function spansOf({ started, detected, mitigated, resolved }: KeyMoments): Spans {
  return {
    toDetect: spanBetween(started, detected),
    toMitigate: spanBetween(started, mitigated),
    toResolve: spanBetween(started, resolved),
  };
}

/** True when the record gives the span to the minute. */
export function isExact(span: Span): boolean {
  return span.most !== null && span.most - span.least < 1;
}

const day = 1440;

/** A span in words: `78 min`, `5 h 20 min`, `2 to 3 d`, `at least 4 h`. */
export function spanInWords(span: Span): string {
  if (span.most === null) return `at least ${durationInWords(span.least)}`;
  if (isExact(span)) return durationInWords(span.least);
  if (span.least === 0) return `at most ${durationInWords(span.most)}`;
  const [least, most] = [durationInWords(span.least), durationInWords(span.most)];
  if (least === most) return `about ${least}`;
  const [, number = least, unit = ""] = /^(\d+) (\w+)$/.exec(least) ?? [];
  return most.endsWith(` ${unit}`) && /^\d+ \w+$/.test(most)
    ? `${number} to ${most}`
    : `${least} to ${most}`;
}

/** Minutes as people write them: under two hours in minutes, under two days in hours, then in days. */
export function durationInWords(minutesLong: number): string {
  const whole = Math.round(minutesLong);
  if (minutesLong < 1) return minutesLong === 0 ? "0 min" : `${Math.round(minutesLong * 60)} s`;
  if (whole < 120) return `${whole} min`;
  if (whole < 2 * day) return twoUnits(Math.floor(whole / 60), "h", whole % 60, "min");
  if (whole < 14 * day)
    return twoUnits(Math.floor(whole / day), "d", Math.floor((whole % day) / 60), "h");
  return `${Math.round(whole / day)} d`;
}

function twoUnits(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
