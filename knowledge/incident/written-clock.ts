import { afterSpaces, matchAt, type Read } from "./written-part";

/** A time of day as it was written, on the 24-hour clock. */
export interface WrittenClock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number | null;
  /** Minutes that unreadable digits leave open: 9 for `14:0x`, 59 for `14:xx`. */
  readonly open: number;
  /** Whether the word or sign behind it makes it less than exact, as in `14:05ish`. */
  readonly about: boolean;
  readonly oddity: ClockOddity | null;
  /** Whether an AM or PM stood there. */
  readonly half: Half | null;
  readonly figures: HourFigures;
}

/** How an hour was written: `2:20`, `02:20`, `10:20`, `1020`, or by a word such as "noon". */
export type HourFigures = "one" | "padded" | "two" | "four" | "word";

export type Half = "am" | "pm";

/** What has to be said of the reading. */
export type ClockOddity =
  /** An hour without its half of the day. */
  | "hour-only"
  /** Its half of the day is that of the time above. */
  | "half-carried"
  /** The same, and it lies a little before the time above. */
  | "half-stepped-back"
  /** Times above say AM or PM, and a day or a zone that was said stands between. */
  | "half-unsaid"
  /** 23:00 AM. */
  | "half-contradicts"
  | "midnight";

const withSeconds = /(\d{1,2}):([0-5]\d):([0-5]\d)(?:[.,]\d{1,9})?(?!\d|:\d)/y;
const withMinutes = /(\d{1,2}):([0-5]\d)(?!\d|:\d)/y;
const openMinute = /(\d{1,2}):([0-5])[xX?_](?![A-Za-z0-9])/y;
const openMinutes = /(\d{1,2}):(?:xx|XX|\?\?|__|--)(?![A-Za-z0-9])/y;
const dotted =
  /(\d{1,2})\.([0-5]\d)(?:\.([0-5]\d))?(?![\d%]|\.\d|[ \t]?(?:GB|MB|TB|kB|ms|s\b|x\b|%))/y;
const hourLetter = /(\d{1,2})h([0-5]\d)(?![A-Za-z0-9])|(\d{2})h(?=[ \t]*(?:[-–—:|,;]|$))/y;
const military =
  /([01]\d|2[0-4])([0-5]\d)(?=[ \t]?(?:Z|UTC|GMT|[PMCE][SD]?T|CES?T|BST|IST|hrs?|hours?|h)(?![A-Za-z]))/y;
const fourDigits = /([01]\d|2[0-4])([0-5]\d)(?![\d:.-])/y;
const fourThenSign = /\d{4}[ \t]*(?:[-–—:,|\])*]|$)/y;
const likeYear = /(?:19|2[01])\d{2}/y;
const hourAndHalf = /(\d{1,2})[ \t\u00a0\u202f]?(?=[ap]\.?[ \t]?m\b)/iy;
const halfBehind =
  /[ \t\u00a0\u202f]{0,2}([ap])\.?[ \t]?m(?:\.(?=[ \t,;:)\]-]|$)|(?![A-Za-z0-9]))/iy;
const word = /(?:12[ \t]+|high[ \t]+)?(noon|midday|midnight)(?![A-Za-z])/iy;
const oClock = /(\d{1,2})[ \t]o['’]clock(?![A-Za-z])/iy;
const bareHour = /(\d{1,2})(?![\d:.%A-Za-z/-])/y;
const unit = /[ \t]?(?:hrs?|hours?|h|uhr)(?![A-Za-z0-9])/iy;
const vague = /[ \t]?-?ish(?![A-Za-z])|~(?!~)|[ \t]?\(\?\)|\?(?![?\w])/iy;

/** How freely to read what only may be a time of day. */
export interface ClockFreedom {
  /** A bare number is an hour, as after "about". */
  readonly bareHour: boolean;
  /** `1405` is a time of day: before a sign or the end only, unless it may be a year, or always. */
  readonly fourDigits: "no" | "before-sign" | "unless-year" | "all";
  /** `14.05` is a time of day; `1.13` only where `all` are. */
  readonly dotted: "no" | "two-figures" | "all";
}

/** Reads a time of day at a place of a text: `14:05`, `2pm`, `02:05:33.120`, `1405Z`, `noon`. */
export function readClockAt(
  text: string,
  at: number,
  freedom: ClockFreedom,
): Read<WrittenClock> | null {
  const named = matchAt(word, text, at);
  if (named) return wordClock(named, at);
  const digits = rawClockAt(text, at, freedom);
  return digits && finished(text, digits);
}

interface RawClock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number | null;
  readonly open: number;
  readonly bare: boolean;
  readonly figures: HourFigures;
  readonly end: number;
}

function rawClockAt(text: string, at: number, freedom: ClockFreedom): RawClock | null {
  const timed = matchAt(withSeconds, text, at) ?? matchAt(withMinutes, text, at);
  if (timed) return raw(timed, at);
  const tens = matchAt(openMinute, text, at);
  if (tens) return { ...raw(tens, at), minute: Number(tens[2]) * 10, open: 9 };
  const minutes = matchAt(openMinutes, text, at);
  if (minutes) return { ...raw(minutes, at), minute: 0, open: 59 };
  const four = matchAt(hourAndHalf, text, at) ? null : matchAt(military, text, at);
  if (four) return { ...raw(four, at), figures: "four" };
  const plain =
    matchAt(hourAndHalf, text, at) ?? matchAt(hourLetter, text, at) ?? matchAt(oClock, text, at);
  if (plain) return { ...raw(plain, at), bare: matchAt(oClock, text, at) !== null };
  return freeClockAt(text, at, freedom);
}

function freeClockAt(text: string, at: number, freedom: ClockFreedom): RawClock | null {
  const points = mayBeDotted(text, at, freedom) ? matchAt(dotted, text, at) : null;
  if (points) return raw(points, at);
  const four = mayBeFour(text, at, freedom) ? matchAt(fourDigits, text, at) : null;
  if (four) return { ...raw(four, at), figures: "four" };
  const hour = freedom.bareHour ? matchAt(bareHour, text, at) : null;
  return hour && { ...raw(hour, at), bare: true };
}

function mayBeDotted(text: string, at: number, { dotted: free }: ClockFreedom): boolean {
  const hasTwoFigures = free === "two-figures" && text[at + 2] === ".";
  return free === "all" || hasTwoFigures || dottedWithHalf(text, at);
}

function mayBeFour(text: string, at: number, { fourDigits: free }: ClockFreedom): boolean {
  switch (free) {
    case "no":
      return false;
    case "before-sign":
      return matchAt(fourThenSign, text, at) !== null;
    case "unless-year":
      return matchAt(likeYear, text, at) === null;
    case "all":
      return true;
  }
}

function dottedWithHalf(text: string, at: number): boolean {
  return matchAt(/\d{1,2}\.[0-5]\d[ \t]?[ap]\.?m/iy, text, at) !== null;
}

function raw(match: RegExpExecArray, at: number): RawClock {
  const [whole, , minute, second] = match;
  const hour = match[1] ?? match[3] ?? "";
  return {
    hour: Number(hour),
    minute: Number(minute ?? 0),
    second: second === undefined ? null : Number(second),
    open: 0,
    bare: false,
    figures: figuresOf(hour),
    end: at + whole.trimEnd().length,
  };
}

function figuresOf(hour: string): HourFigures {
  if (hour.length < 2) return "one";
  return hour.startsWith("0") ? "padded" : "two";
}

/** Reads what stands behind the digits, and refuses hours that no clock has. */
function finished(text: string, clock: RawClock): Read<WrittenClock> | null {
  const { hour, minute, second, open, figures } = clock;
  if (hour * 3600 + minute * 60 + (second ?? 0) > 86_400 || minute > 59) return null;
  const letter = matchAt(halfBehind, text, clock.end);
  const half = letter ? halfOf(letter[1]) : null;
  const behind = letter ?? matchAt(unit, text, clock.end);
  const afterUnit = clock.end + (behind?.[0].length ?? 0);
  const about = matchAt(vague, text, afterUnit);
  const value = {
    hour: onWholeDay(hour, half),
    minute,
    second,
    open,
    about: about !== null,
    oddity: oddityOf(clock, half),
    half,
    figures,
  };
  return { value, end: afterUnit + (about?.[0].length ?? 0) };
}

function halfOf(letter: string | undefined): Half {
  return letter?.toLowerCase() === "a" ? "am" : "pm";
}

function oddityOf({ hour, bare }: RawClock, half: Half | null): ClockOddity | null {
  if (half === null) return bare ? "hour-only" : null;
  const isPastNoon = hour > 12;
  const contradicts = (isPastNoon && half === "am") || (hour === 0 && half === "pm");
  return contradicts ? "half-contradicts" : null;
}

function onWholeDay(hour: number, half: Half | null): number {
  if (half === null || hour > 12) return hour;
  return (hour % 12) + (half === "pm" ? 12 : 0);
}

function wordClock(match: RegExpExecArray, at: number): Read<WrittenClock> {
  const midnight = match[1]?.toLowerCase() === "midnight";
  const value = {
    hour: midnight ? 0 : 12,
    minute: 0,
    second: null,
    open: 0,
    about: false,
    oddity: midnight ? "midnight" : null,
    half: null,
    figures: "word",
  } as const;
  return { value, end: at + match[0].length };
}

/** Signs that a template leaves where a time of day should be: `--:--`, `HH:MM`, `??:??`. */
const absent = /(?:--:--|[Hh]{2}:[Mm]{2}(?::[Ss]{2})?|\?\?:\?\?|xx:xx|XX:XX)/y;

/** The place behind a sign that says that there is no time of day; the same place when none is. */
export function afterAbsentClock(text: string, at: number): number {
  const start = afterSpaces(text, at);
  const match = matchAt(absent, text, start);
  return match ? start + match[0].length : at;
}
