import {
  afterAbsentClock,
  readClockAt,
  type ClockFreedom,
  type WrittenClock,
} from "./written-clock";
import {
  readDateAt,
  readDayAt,
  readSpokenDayAt,
  readYearAt,
  type WrittenDate,
} from "./written-date";
import { afterSpaces, matchAt, type Read } from "./written-part";
import { readZoneAt, type WrittenZone } from "./written-zone";

/** One point in time as it was written; what was not written is null. */
export interface WrittenPoint {
  readonly date: WrittenDate | null;
  readonly clock: WrittenClock | null;
  readonly zone: WrittenZone | null;
  /** The same time once more on another zone's clock: `14:05 UTC (07:05 PDT)`. */
  readonly also: { readonly clock: WrittenClock; readonly zone: WrittenZone } | null;
  /** What stood between date and time of day: `2024-07-19 before 9`. */
  readonly hedge: WrittenHedge;
}

export type WrittenHedge = "exact" | "about" | "before" | "after";

/** How freely to read; `whole` is a text that is nothing but a time, such as what one typed. */
export type Freedom = "whole" | "cell" | "line";

/** How freely to read a point, and whether "about" or the like stands before it. */
export interface Free {
  readonly freedom: Freedom;
  readonly hedged: boolean;
}

/** Words and signs that make a time less than exact. */
export const aboutWords =
  /(?:~|≈|≃|∼|±|c\.|ca\.?(?![A-Za-z])|circa\b|(?:at[ \t]+|some[ \t]?times?[ \t]+)?(?:about|around|approx(?:\.|imately\b)?|roughly|like(?=[ \t]+\d))(?![A-Za-z]))[ \t]{0,3}/iy;
const beforeWords =
  /(?:(?:shortly|just|right|some[ \t]?time)[ \t]+)?(?:before\b|prior[ \t]+to\b|by\b|until\b|till\b|no[ \t]+later[ \t]+than\b|earlier[ \t]+than\b|up[ \t]+to\b|<=?|≤)[ \t]{0,3}/iy;
const afterWords =
  /(?:(?:shortly|soon|just|right|some[ \t]?time)[ \t]+)?(?:after\b|later[ \t]+than\b|not[ \t]+before\b|>=?|≥)[ \t]{0,3}/iy;
const hedges = [
  ["about", aboutWords],
  ["before", beforeWords],
  ["after", afterWords],
] as const;

/** Reads the words at a place of a text that make the time behind them less than exact; none is exact. */
export function readHedgeAt(text: string, at: number): Read<WrittenHedge> {
  for (const [hedge, words] of hedges) {
    const match = matchAt(words, text, at);
    if (match) return { value: hedge, end: at + match[0].length };
  }
  return { value: "exact", end: at };
}

const partWords =
  /(?:early|late|mid|the[ \t]+end[ \t]+of|end[ \t]+of|beginning[ \t]+of)(?:[ \t]+in)?[ \t-]{1,3}/iy;
/** Reads one point in time at a place of a text: a date, a time of day, or both in any order. */
export function readPointAt(text: string, at: number, free: Free): Read<WrittenPoint> | null {
  const part = free.freedom === "line" ? null : matchAt(partWords, text, at);
  const start = at + (part?.[0].length ?? 0);
  return (
    datedAt(text, start, free) ??
    clockFirstAt(text, start, free) ??
    dayFirstAt(text, start, free) ??
    yearAt(text, start, free)
  );
}

/** What may stand between a date and its time of day. */
export const joint =
  /[ \t\u00a0]{0,3}(?:,|T(?=\d)|at\b|@|\||[-–—:]|\/(?=[ \t]))?[ \t\u00a0]{0,3}(?:at\b[ \t]+)?/iy;

/** A date, and the time of day behind it where there is one. */
function datedAt(text: string, at: number, free: Free): Read<WrittenPoint> | null {
  const date = readDateAt(text, at, true);
  if (!date) return null;
  const clock = clockBehind(text, date, free);
  if (clock) return clock;
  const end = afterAbsentClock(text, date.end);
  const isAlone = free.freedom === "line" && end === date.end;
  if (isAlone && mayBeNumbers(date.value, text.slice(at, date.end))) return null;
  return { value: dayPoint(date.value), end };
}

/** "07-19" without a year may be two numbers of any kind; a month's name or "??:??" makes it a date. */
function mayBeNumbers({ year, month }: WrittenDate, written: string): boolean {
  return year === null && month !== null && !/[A-Za-z]/.test(written);
}

/** The time of day behind a date or a weekday. */
function clockBehind(
  text: string,
  { value: date, end }: Read<WrittenDate>,
  free: Free,
): Read<WrittenPoint> | null {
  const sign = matchAt(joint, text, end)?.[0] ?? "";
  const hedge = readHedgeAt(text, end + sign.length);
  const clock = readZonedClockAt(text, hedge.end, {
    ...free,
    hedged: hedge.value !== "exact",
    iso: sign === "T",
    dated: true,
  });
  if (!clock || isTold(text, { hedge, clock, free })) return null;
  return { value: { ...clock.value, date, hedge: hedge.value }, end: clock.end };
}

const signBehind = /[*_`\])]{1,3}(?=[ \t]|$)|[*_`\])]{0,3}[ \t]*(?:[:|–—→](?!\d)|-(?=[ \t]))/y;

/**
 * In a line of text "before" and "after" may begin what is told of the day: "19 July after 9:00 the
 * queue grew". They hedge the time where its zone or a sign ends that.
 */
function isTold(
  text: string,
  { hedge, clock, free }: { hedge: Read<WrittenHedge>; clock: Read<WrittenPoint>; free: Free },
): boolean {
  if (free.freedom !== "line" || hedge.value === "about" || hedge.value === "exact") return false;
  return clock.value.zone === null && !matchAt(signBehind, text, clock.end);
}

/** A date without a time of day. */
export function dayPoint(date: WrittenDate): WrittenPoint {
  return { ...emptyPoint, date };
}

interface ClockFree extends Free {
  /** Whether it stands behind a `T`, where an offset always follows directly. */
  readonly iso: boolean;
  /** Whether a date stands before it. */
  readonly dated: boolean;
}

function readZonedClockAt(text: string, at: number, free: ClockFree): Read<WrittenPoint> | null {
  const clock = readClockAt(text, at, clockFreedom(free));
  if (!clock) return null;
  const zone = readZoneAt(text, clock.end, free.iso || !looksLikeRange(text, clock));
  const point = { ...emptyPoint, clock: clock.value, zone: zone ? zone.value : null };
  const end = zone ? zone.end : clock.end;
  const also = readAlsoAt(text, end, point.zone);
  return also ? { value: { ...point, also: also.value }, end: also.end } : { value: point, end };
}

function clockFreedom({ freedom, hedged, dated }: ClockFree): ClockFreedom {
  return {
    bareHour: hedged && freedom !== "line",
    fourDigits:
      freedom === "line"
        ? dated
          ? "before-sign"
          : "no"
        : freedom === "cell"
          ? "all"
          : "unless-year",
    dotted: freedom === "line" ? "two-figures" : "all",
  };
}

/** `09:05-10:30` is a range though `-10:30` might be an offset; `14:05-07:00` is an offset. */
function looksLikeRange(text: string, { value, end }: Read<WrittenClock>): boolean {
  const match = matchAt(/[ \t]?[-−–][ \t]?(\d{1,2}):(\d{2})/y, text, end);
  if (!match) return false;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  const forward = hours * 60 + minutes > value.hour * 60 + value.minute;
  return forward || hours > 12 || minutes % 15 !== 0 || hours + minutes === 0;
}

const alsoSign = /[ \t]?(?:\/|\||,|=)[ \t]?|[ \t]?([([])[ \t]?/y;

type Also = NonNullable<WrittenPoint["also"]>;

/** The same time once more with another zone, in brackets or behind a stroke. */
function readAlsoAt(text: string, at: number, zone: WrittenZone | null): Read<Also> | null {
  const sign = matchAt(alsoSign, text, at);
  if (!sign || (sign[1] === undefined && !zone)) return null;
  const clock = readClockAt(text, at + sign[0].length, plainClock);
  const other = clock && readZoneAt(text, clock.end, false);
  if (!other || other.value.zone.name === zone?.zone.name) return null;
  const closing = sign[1] === undefined ? noText : matchAt(/[ \t]?[)\]]/y, text, other.end);
  const value = { clock: clock.value, zone: other.value };
  return closing && { value, end: other.end + closing[0].length };
}

const plainClock: ClockFreedom = { bareHour: false, fourDigits: "no", dotted: "no" };
const noText = [""] as const;

const dateSign = /(?:,?[ \t]+(?:on|of)\b(?:[ \t]+the\b)?|,)?[ \t\u00a0]{1,3}\(?/iy;

/** A time of day, and the date behind it where there is one. */
function clockFirstAt(text: string, at: number, free: Free): Read<WrittenPoint> | null {
  const clock = readZonedClockAt(text, at, { ...free, iso: false, dated: false });
  const date = clock && dateBehind(text, clock.end, free);
  if (!date) return clock;
  if (clock.value.zone) return { value: { ...clock.value, date: date.value }, end: date.end };
  const zone = readZoneAt(text, date.end, false);
  const value = { ...clock.value, date: date.value, zone: zone?.value ?? null };
  return { value, end: zone?.end ?? date.end };
}

function dateBehind(text: string, at: number, free: Free): Read<WrittenDate> | null {
  const sign = matchAt(dateSign, text, at)?.[0];
  if (sign === undefined) return null;
  const start = at + sign.length;
  const date =
    readDateAt(text, start, false) ??
    readLaterAt(text, start, sign) ??
    spokenDayAt(text, start, free);
  if (!date || !sign.endsWith("(")) return date;
  const closing = matchAt(/[ \t]?\)/y, text, date.end);
  return closing && { value: date.value, end: date.end + closing[0].length };
}

/** "00:10 (next day)": only in brackets or behind a comma, for it may begin the entry's text. */
function readLaterAt(text: string, at: number, sign: string): Read<WrittenDate> | null {
  const day = readDayAt(text, at);
  if (!day) return null;
  const isBracketed = sign.endsWith("(") || text[at] === "+";
  return isBracketed || day.value.weekday !== null ? day : null;
}

/** Only who types a time now means the days of now by "today" and "yesterday". */
function spokenDayAt(text: string, at: number, { freedom }: Free): Read<WrittenDate> | null {
  return freedom === "whole" ? readSpokenDayAt(text, at) : null;
}

/** "Friday 04:09", "next day 04:09", "today 04:09". */
function dayFirstAt(text: string, at: number, free: Free): Read<WrittenPoint> | null {
  const day = readDayAt(text, at) ?? spokenDayAt(text, at, free);
  return day && clockBehind(text, day, free);
}

const yearThenSign = /\d{4}(?:[ \t]*[:–—]|[ \t]+-)[ \t]/y;

function yearAt(text: string, at: number, { freedom }: Free): Read<WrittenPoint> | null {
  const year = freedom === "line" && !matchAt(yearThenSign, text, at) ? null : readYearAt(text, at);
  return year && { value: dayPoint(year.value), end: afterSpaces(text, year.end) };
}

/** Nothing written. */
export const emptyPoint: WrittenPoint = {
  date: null,
  clock: null,
  zone: null,
  also: null,
  hedge: "exact",
};
