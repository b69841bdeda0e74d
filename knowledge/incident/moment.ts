/**
 * A time with the precision its source gave, as text in UTC: `2009`, `2024-02`, `2024-02-01`,
 * `2024-02-01T04:09Z`, `2024-02-01T04:09:12Z`; or `about M`, `before M`, `after M`, and `M/M`
 * for "between". It stands for the half-open range [first, last) in which the event lay.
 */
export interface Moment {
  /** The text as written; the only form that is stored. */
  readonly text: string;
  /** Earliest reading, milliseconds since 1970 UTC; -Infinity for `before`. */
  readonly first: number;
  /** End of the range, exclusive; Infinity for `after`. */
  readonly last: number;
  /** The unit in which the source spoke; for `M/M` the finer of the two. */
  readonly precision: Precision;
  readonly hedge: Hedge;
}

export type Precision = "year" | "month" | "day" | "minute" | "second";
export type Hedge = "exact" | "about" | "before" | "after" | "between";

const minute = 60_000;
const precisions: readonly Precision[] = ["year", "month", "day", "minute", "second"];
const point = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z)?)?)?$/;
const precisionByLength: Readonly<Record<number, Precision>> = {
  4: "year",
  7: "month",
  10: "day",
  17: "minute",
  20: "second",
};

interface Point {
  readonly first: number;
  readonly last: number;
  readonly precision: Precision;
}

/** Reads one unhedged point; null when it is not one, or names a day or hour that does not exist. */
function readPoint(text: string): Point | null {
  const precision = point.test(text) ? precisionByLength[text.length] : undefined;
  const year = Number(text.slice(0, 4));
  if (!precision || year < earliestYear || year > latestYear) return null;
  const known = text.replace("Z", "");
  const whole = known + "0000-01-01T00:00:00".slice(known.length);
  const first = Date.parse(`${whole}Z`);
  // What does not exist, such as 30 February or 24:00, is no time or comes back as another.
  if (Number.isNaN(first) || !new Date(first).toISOString().startsWith(whole)) return null;
  return { first, last: shifted(first, precision, 1), precision };
}

// Nothing that failed before then has a source that we could read; a smaller number is a slip.
const earliestYear = 1900;
const latestYear = 2999;

/** `time` moved by `count` units of `precision`. */
function shifted(time: number, precision: Precision, count: number): number {
  const date = new Date(time);
  switch (precision) {
    case "year":
      return date.setUTCFullYear(date.getUTCFullYear() + count);
    case "month":
      return date.setUTCMonth(date.getUTCMonth() + count);
    case "day":
      return date.setUTCDate(date.getUTCDate() + count);
    case "minute":
      return time + count * minute;
    case "second":
      return time + count * 1000;
  }
}

/** `about` widens by one unit on both sides; a time of day by a quarter of an hour. */
function widened({ first, last, precision }: Point): Point {
  if (precision === "minute" || precision === "second") {
    return { first: first - 15 * minute, last: last + 15 * minute, precision };
  }
  return { first: shifted(first, precision, -1), last: shifted(last, precision, 1), precision };
}

/** Reads a moment; null when the text is none. Never throws. */
export function readMoment(text: string): Moment | null {
  const slash = text.indexOf("/");
  if (slash !== -1) return readBetween(text, text.slice(0, slash), text.slice(slash + 1));
  const space = text.indexOf(" ");
  const at = readPoint(text.slice(space + 1));
  return at && hedged(text, at, text.slice(0, Math.max(0, space)));
}

function hedged(text: string, at: Point, word: string): Moment | null {
  switch (word) {
    case "":
      return text.startsWith(" ") ? null : { text, ...at, hedge: "exact" };
    case "about":
      return { text, ...widened(at), hedge: "about" };
    case "before":
      return { text, ...at, first: -Infinity, last: at.first, hedge: "before" };
    case "after":
      return { text, ...at, first: at.last, last: Infinity, hedge: "after" };
    default:
      return null;
  }
}

function readBetween(text: string, from: string, to: string): Moment | null {
  const [begins, ends] = [readPoint(from), readPoint(to)];
  if (!begins || !ends || ends.last <= begins.first) return null;
  const finer = Math.max(precisions.indexOf(begins.precision), precisions.indexOf(ends.precision));
  const precision = precisions[finer] ?? "day";
  return { text, first: begins.first, last: ends.last, precision, hedge: "between" };
}

/** Reads a moment that is known to be well formed, such as one out of a checked document. */
export function momentOf(text: string): Moment {
  const moment = readMoment(text);
  if (!moment) throw new Error(`not a moment: ${text}`);
  return moment;
}

/** Says what a moment may look like; shared by every message about one. */
export const momentForms =
  "a time in UTC such as 2024, 2024-02, 2024-02-01, 2024-02-01T04:09Z or 2024-02-01T04:09:12Z, " +
  'alone or after "about", "before" or "after", or two of them with "/" between';

/** Whether a text is a calendar day, month or year without a hedge. */
export function isDate(text: string): boolean {
  return !text.includes("T") && readPoint(text) !== null;
}

/** Orders moments by their earliest reading, then by their text. */
export function compareMoments(a: Moment, b: Moment): number {
  if (a.first !== b.first) return a.first < b.first ? -1 : 1;
  return a.text < b.text ? -1 : Number(a.text > b.text);
}
