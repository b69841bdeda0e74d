import { inHalfOfRange } from "./half-of-day";
import type { WrittenClock } from "./written-clock";
import { readDateAt } from "./written-date";
import { behind, matchAt, type Read } from "./written-part";
import {
  aboutWords,
  dayPoint,
  emptyPoint,
  joint,
  readHedgeAt,
  readPointAt,
  type Free,
  type Freedom,
  type WrittenHedge,
  type WrittenPoint,
} from "./written-point";
import { readRelativeAt } from "./written-relative";

/** A time as it was written: a point or a range, or a distance from the start. */
export interface WrittenTime {
  readonly hedge: WrittenHedge;
  readonly from: WrittenPoint;
  readonly to: WrittenPoint | null;
  /** Seconds after the start, for `T+12m`; whether it was written to the second. */
  readonly relative: { readonly seconds: number; readonly toTheSecond: boolean } | null;
}

const plainWords =
  /(?:at\b|on\b|@|as[ \t]+of\b|since\b|starting(?:[ \t]+(?:at|from|on)\b)?)[ \t]{0,3}/iy;
const betweenWords = /(?:between|from)\b[ \t]{1,3}/iy;
const aboutBehind =
  /[ \t]?\(?(?:approx(?:\.|imately|imate)?|estimated|est\.|or so)\)?(?![A-Za-z])/iy;

/** Reads a time at a place of a text; null when none stands there. Never throws. */
export function readTimeAt(text: string, at: number, freedom: Freedom): Read<WrittenTime> | null {
  const relative = readRelativeAt(text, at);
  if (relative) return { value: { ...emptyTime, relative: relative.value }, end: relative.end };
  const { hedge, start, between } = hedgeAt(text, at);
  const free = { freedom, hedged: hedge !== "exact" || between };
  const range = readRangeAt(text, start, { ...free, between });
  if (range) return { value: { ...range.value, hedge }, end: range.end };
  const later = hedge === "exact" ? null : readRelativeAt(text, start);
  if (later) return { value: { ...emptyTime, hedge, relative: later.value }, end: later.end };
  return null;
}

function hedgeAt(text: string, at: number) {
  const plain = matchAt(plainWords, text, at);
  const start = at + (plain?.[0].length ?? 0);
  const hedge = readHedgeAt(text, start);
  if (hedge.value !== "exact") return { hedge: hedge.value, start: hedge.end, between: false };
  const between = matchAt(betweenWords, text, start);
  return {
    hedge: "exact" as const,
    start: start + (between?.[0].length ?? 0),
    between: between !== null,
  };
}

const rangeSign =
  /[ \t]{0,3}(?:–|—|-{1,2}>?|→|=>|⟶|\.{2,3}|…|\/)[ \t]{0,3}|[ \t]{1,3}(?:to|until|till|through|thru|til)[ \t]{1,3}/iy;
const andSign = /[ \t]{1,3}and[ \t]{1,3}/iy;

function readRangeAt(
  text: string,
  at: number,
  free: Free & { between: boolean },
): Read<WrittenTime> | null {
  const whole = readDaysAt(text, at) ?? readWithinDayAt(text, at, free);
  if (whole) return whole;
  const from = readPointAt(text, at, free);
  if (!from) return null;
  const to = endOfRange(text, from.end, free);
  if (to && isSameSort(from.value, to.value)) {
    return { value: { ...emptyTime, ...joined(from.value, to.value) }, end: to.end };
  }
  const about = matchAt(aboutBehind, text, from.end);
  const value = about ? { ...from.value, hedge: "about" as const } : from.value;
  return { value: { ...emptyTime, from: value }, end: from.end + (about?.[0].length ?? 0) };
}

/** `7 May between 10:10 and 10:20`: both ends of one day, which stands before them. */
function readWithinDayAt(text: string, at: number, free: Free): Read<WrittenTime> | null {
  const date = readDateAt(text, at, true);
  const words = date && matchAt(betweenWords, text, behind(joint, text, date.end));
  const start = words && words.index + words[0].length;
  const ends = start === null ? null : readEndsAt(text, start, free);
  if (!date || !ends) return null;
  const { from, to } = ends.value;
  const value = { ...emptyTime, ...joined({ ...from, date: date.value }, to) };
  return { value, end: ends.end };
}

interface Ends {
  readonly from: WrittenPoint;
  readonly to: WrittenPoint;
}

/** Two times of day with "and" or the like between. */
function readEndsAt(text: string, at: number, { freedom }: Free): Read<Ends> | null {
  const free = { freedom, hedged: true, between: true };
  const from = readPointAt(text, at, free);
  const to = from && endOfRange(text, from.end, free);
  if (!from || !to || from.value.date || !isClocked(from.value) || !isClocked(to.value))
    return null;
  return { value: { from: from.value, to: to.value }, end: to.end };
}

function isClocked({ clock }: WrittenPoint): boolean {
  return clock !== null;
}

function endOfRange(text: string, at: number, free: Free & { between: boolean }) {
  const sign = matchAt(rangeSign, text, at) ?? (free.between ? matchAt(andSign, text, at) : null);
  return sign && readPointAt(text, skipAbout(text, at + sign[0].length), free);
}

function skipAbout(text: string, at: number): number {
  return at + (matchAt(aboutWords, text, at)?.[0].length ?? 0);
}

function isSameSort(from: WrittenPoint, to: WrittenPoint): boolean {
  const bothDated = from.date !== null && to.date !== null;
  return bothDated || (from.clock === null) === (to.clock === null);
}

/** What one end of a range leaves out, the other may say: the zone, the half of the day, the date. */
function joined(from: WrittenPoint, to: WrittenPoint): { from: WrittenPoint; to: WrittenPoint } {
  const zone = { from: from.zone ?? to.zone, to: to.zone ?? from.zone };
  const date = from.date ?? to.date;
  const clock = from.clock && inHalfOf(from.clock, to.clock);
  const first = { ...from, zone: zone.from, date, clock };
  const last = { ...to, zone: zone.to };
  return { from: first, to: { ...last, clock: inHalfOfRange(last, first) } };
}

/** `5:11–5:26pm`: both in the afternoon; `11:50–12:10pm`: the first in the morning. */
function inHalfOf(from: WrittenClock, to: WrittenClock | null): WrittenClock {
  if (!to?.half || from.half || from.hour > 12 || from.hour === 0) return from;
  const minutes = (hour: number) => hour * 60 + from.minute;
  const same = (from.hour % 12) + (to.half === "pm" ? 12 : 0);
  const other = (from.hour % 12) + (to.half === "pm" ? 0 : 12);
  const hour = minutes(same) <= to.hour * 60 + to.minute ? same : other;
  return { ...from, hour, half: hour < 12 ? "am" : "pm", oddity: null };
}

const monthWord = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
const daysThenMonth = new RegExp(
  `(\\d{1,2})(?:st|nd|rd|th)?[ \\t]?[-–—][ \\t]?(\\d{1,2})(?:st|nd|rd|th)?[ \\t]+(${monthWord},?(?:[ \\t]+\\d{4})?)(?![\\d:])`,
  "iy",
);
const monthThenDays = new RegExp(
  `(${monthWord})[ \\t]+(\\d{1,2})(?:st|nd|rd|th)?[ \\t]?[-–—][ \\t]?(\\d{1,2})(?:st|nd|rd|th)?(,?[ \\t]+\\d{4})?(?![\\d:])`,
  "iy",
);

/** `19–21 July 2024`, `July 19–21, 2024`: two days of one month. */
function readDaysAt(text: string, at: number): Read<WrittenTime> | null {
  const before = matchAt(daysThenMonth, text, at);
  const match = before ?? matchAt(monthThenDays, text, at);
  if (!match) return null;
  const [, first = "", second = "", third = "", year = ""] = match;
  const [from, to] = before
    ? [`${first} ${third}`, `${second} ${third}`]
    : [`${first} ${second}${year}`, `${first} ${third}${year}`];
  const [begins, ends] = [readDateAt(from, 0, false), readDateAt(to, 0, false)];
  if (!begins || !ends) return null;
  const value = { ...emptyTime, from: dayPoint(begins.value), to: dayPoint(ends.value) };
  return { value, end: at + match[0].length };
}

const emptyTime: WrittenTime = { hedge: "exact", from: emptyPoint, to: null, relative: null };
