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

const hour = 60;
const day = 24 * hour;

/**
 * A span in words: `78 min`, `5 h 20 min`, `9 to 11 d`, `about 30 d`, `at least 4 h`, `at most 2 d`.
 *
 * A range is written in units fit for its width, its least rounded down and its most rounded up, so
 * that the words always hold all of it. One narrower than a tenth of its most is "about" a value
 * within it; a least that says next to nothing beside the most is left out.
 */
export function spanInWords(span: Span): string {
  const { least, most } = span;
  if (most === null) return `at least ${roundedDown(least)}`;
  if (isExact(span)) return durationInWords(least);
  const width = most - least;
  if (width < day && width <= most / 10)
    return `about ${durationInWords(roundestWithin(least, most))}`;
  const from = Math.floor(least / stepFor(width, least)) * stepFor(width, least);
  const to = Math.ceil(most / stepFor(width, most)) * stepFor(width, most);
  // Hours alone, up to two days; days where the other end is given in days.
  const inHours = (value: number) => width >= 4 * hour && (to <= 2 * day || value < 2 * day);
  const words = (value: number) => (inHours(value) ? `${value / hour} h` : durationInWords(value));
  if (from === 0 || least < most / 20) return `at most ${words(to)}`;
  return joined(words(from), words(to));
}

/** What one end of a range this wide is rounded to, in minutes. */
function stepFor(width: number, value: number): number {
  if (width >= day && value >= 2 * day) return day;
  if (width >= 4 * hour) return hour;
  return width >= hour ? 5 : 1;
}

function joined(from: string, to: string): string {
  const [, number = from, unit = ""] = /^(\d+) (\w+)$/.exec(from) ?? [];
  return new RegExp(`^\\d+ ${unit}$`).test(to) ? `${number} to ${to}` : `${from} to ${to}`;
}

/** The roundest number of minutes between two: whole days before hours, hours before minutes. */
function roundestWithin(least: number, most: number): number {
  const middle = (least + most) / 2;
  for (const step of [day, hour, 15, 5]) {
    const near = Math.round(middle / step) * step;
    if (near >= least && near <= most) return near;
  }
  return middle;
}

/** A duration in words that says no more than there is. */
function roundedDown(minutesLong: number): string {
  const step = minutesLong >= 14 * day ? day : 1;
  return durationInWords(Math.floor(minutesLong / step) * step);
}

/** Minutes as people write them: under two hours in minutes, under two days in hours, then in days. */
export function durationInWords(minutesLong: number): string {
  const whole = Math.round(minutesLong);
  if (minutesLong < 1) return minutesLong === 0 ? "0 min" : `${Math.round(minutesLong * 60)} s`;
  if (whole < 2 * hour) return `${whole} min`;
  if (whole < 2 * day) return twoUnits(Math.floor(whole / hour), "h", whole % hour, "min");
  if (whole < 14 * day) {
    return twoUnits(Math.floor(whole / day), "d", Math.floor((whole % day) / hour), "h");
  }
  return `${Math.round(whole / day)} d`;
}

function twoUnits(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
