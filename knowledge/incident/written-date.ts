import { matchAt, type Read } from "./written-part";

/** A date as it was written; what was left out is null. */
export interface WrittenDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** 0 for Sunday, where a weekday was written. */
  readonly weekday: number | null;
  /** The other reading of `3/4/2024`, where both are possible. */
  readonly other: { readonly month: number; readonly day: number } | null;
  /** Days after the entry before, for "next day" and the like. */
  readonly later: number | null;
  /** Days before the one on which it was written, for "today" and "yesterday". */
  readonly ago: number | null;
}

const months = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const monthName =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const weekdayName =
  "(sun(?:day)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?)";
const weekdays = "sun|mon|tue|wed|thu|fri|sat";

const big = "((?:19|2\\d)\\d{2})";
const ordinal = "(\\d{1,2})(?:st|nd|rd|th)?";
const gap = "[ \\t\\u00a0]{1,3}";

type Reading = (match: RegExpExecArray) => Partial<WrittenDate> | null;

const number = (text: string | undefined): number | null =>
  text === undefined ? null : Number(text);
/** "may" and "march" in small letters are verbs more often than months. */
const isVerb = (month: string | undefined, year: string | undefined): boolean =>
  year === undefined && (month === "may" || month === "march");
const monthOf = (name: string | undefined): number | null =>
  name === undefined ? null : months.split("|").indexOf(name.slice(0, 3).toLowerCase()) + 1;
const fullYear = (text: string | undefined): number | null =>
  text === undefined ? null : Number(text) + (text.length === 2 ? 2000 : 0);

/** Two numbers before a year, in an order that differs by country. */
function dayAndMonth(match: RegExpExecArray): Partial<WrittenDate> | null {
  const [first, second] = [Number(match[1]), Number(match[2])];
  const year = fullYear(match[3]);
  if (first > 12) return { year, month: second, day: first };
  if (second > 12 || first === second) return { year, month: first, day: second };
  return { year, month: first, day: second, other: { month: second, day: first } };
}

const dayFirst: Reading = ([, day, month, year]) => ({
  year: fullYear(year),
  month: number(month),
  day: number(day),
});
const yearFirst: Reading = ([, year, month, day]) => ({
  year: number(year),
  month: number(month),
  day: number(day),
});

/** Every form of a date, the longer before what begins like it. */
const forms: readonly { pattern: RegExp; reading: Reading }[] = [
  { pattern: new RegExp(`${big}-(\\d{1,2})-(\\d{1,2})(?!\\d)`, "y"), reading: yearFirst },
  { pattern: new RegExp(`${big}([/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)`, "y"), reading: separated },
  {
    pattern: new RegExp(`${big}[-/](\\d{2})[-/](?:\\?\\?|xx|dd)(?![A-Za-z0-9])`, "iy"),
    reading: ([, year, month]) => ({ year: number(year), month: number(month) }),
  },
  {
    pattern: new RegExp(`${big}(0[1-9]|1[0-2])([0-3]\\d)(?=T|[^0-9A-Za-z]|$)`, "y"),
    reading: yearFirst,
  },
  { pattern: /(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?![\d.])/y, reading: dayFirst },
  { pattern: /(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?![\d/])/y, reading: dayAndMonth },
  { pattern: /(\d{1,2})-(\d{1,2})-(\d{4})(?![\d-])/y, reading: dayAndMonth },
  {
    pattern: new RegExp(
      `${ordinal}(?:${gap}of)?[ \\t\\u00a0-]{1,3}${monthName}\\b\\.?(?:,?[ \\t\\u00a0-]{1,3}${big}(?!\\d|:\\d))?`,
      "iy",
    ),
    reading: ([, day, month, year]) =>
      isVerb(month, year) ? null : { year: number(year), month: monthOf(month), day: number(day) },
  },
  {
    pattern: new RegExp(
      `${monthName}\\b\\.?[ \\t\\u00a0-]{1,3}${ordinal}(?!\\d|:\\d|[ap]\\.?m)(?:,?${gap}${big}(?!\\d|:\\d)|,?${gap}['’](\\d{2})(?!\\d))?`,
      "iy",
    ),
    reading: ([, month, day, year, short]) => ({
      year: number(year) ?? fullYear(short),
      month: monthOf(month),
      day: number(day),
    }),
  },
  {
    pattern: new RegExp(`${monthName}\\b\\.?,?[ \\t\\u00a0-]{1,3}${big}(?!\\d|:\\d)`, "iy"),
    reading: ([, month, year]) => ({ year: number(year), month: monthOf(month) }),
  },
  {
    pattern: new RegExp(
      `${big}[ \\t\\u00a0-]${monthName}\\b(?:[ \\t\\u00a0-]${ordinal}(?![\\d:]))?`,
      "iy",
    ),
    reading: ([, year, month, day]) => ({
      year: number(year),
      month: monthOf(month),
      day: number(day),
    }),
  },
  {
    pattern: new RegExp(`${big}-(\\d{2})(?![\\d-])`, "y"),
    reading: ([, year, month]) => ({ year: number(year), month: number(month) }),
  },
];

function separated([, year, , month, day]: RegExpExecArray): Partial<WrittenDate> {
  return { year: number(year), month: number(month), day: number(day) };
}

const yearAlone = new RegExp(`${big}(?!\\d|:\\d|[-.]\\d|/\\d{1,2}(?!\\d)|[ \\t]?[A-Za-z%])`, "y");
const withoutYear = /(\d{2})-(\d{2})(?![\d:-])|(\d{1,2})\/(\d{1,2})(?![\d/:])/y;
const weekdayBefore = new RegExp(`${weekdayName}\\b\\.?,?${gap}`, "iy");
const weekdayBehind = new RegExp(`(?:,?[ \\t]|[ \\t]?\\()${weekdayName}\\b\\.?\\)?`, "iy");
const weekdayAlone = new RegExp(`${weekdayName}\\b\\.?,?`, "iy");
const laterDay =
  /(?:the[ \t]+)?(?:same[ \t]+day|(next|following)[ \t]+(?:day|morning)|(day|morning)[ \t]+after)|\+(\d)(?:[ \t]?d(?:ays?)?)?(?![\d:A-Za-z])/iy;

const nothing: WrittenDate = {
  year: null,
  month: null,
  day: null,
  weekday: null,
  other: null,
  later: null,
  ago: null,
};

/** Reads a date at a place of a text; a month and a day alone only where `yearless` allows it. */
export function readDateAt(text: string, at: number, yearless: boolean): Read<WrittenDate> | null {
  const before = matchAt(weekdayBefore, text, at);
  const start = before ? at + before[0].length : at;
  const read = plainDateAt(text, start) ?? (yearless ? yearlessDateAt(text, start) : null);
  if (!read) return null;
  const after = before ? null : matchAt(weekdayBehind, text, read.end);
  const value = { ...read.value, weekday: weekdayOf((before ?? after)?.[1]) };
  return { value, end: after ? read.end + after[0].length : read.end };
}

function plainDateAt(text: string, at: number): Read<WrittenDate> | null {
  for (const { pattern, reading } of forms) {
    const match = matchAt(pattern, text, at);
    const value = match && reading(match);
    if (match && value && isPossible({ ...nothing, ...value })) {
      return { value: { ...nothing, ...value }, end: at + match[0].length };
    }
  }
  return null;
}

function yearlessDateAt(text: string, at: number): Read<WrittenDate> | null {
  const match = matchAt(withoutYear, text, at);
  if (!match) return null;
  const [month, day] = [Number(match[1] ?? match[3]), Number(match[2] ?? match[4])];
  const value = month > 12 ? { month: day, day: month } : { month, day };
  const date = { ...nothing, ...value };
  return isPossible(date) ? { value: date, end: at + match[0].length } : null;
}

/** Reads a year that stands alone. */
export function readYearAt(text: string, at: number): Read<WrittenDate> | null {
  const match = matchAt(yearAlone, text, at);
  return match && { value: { ...nothing, year: Number(match[1]) }, end: at + match[0].length };
}

/** Reads a day without a date: "Friday", "next day", "+1". */
export function readDayAt(text: string, at: number): Read<WrittenDate> | null {
  const weekday = matchAt(weekdayAlone, text, at);
  if (weekday) {
    const value = { ...nothing, weekday: weekdayOf(weekday[1]) };
    return { value, end: at + weekday[0].length };
  }
  const later = matchAt(laterDay, text, at);
  if (!later) return null;
  const days = later[3] === undefined ? Number(Boolean(later[1] ?? later[2])) : Number(later[3]);
  return { value: { ...nothing, later: days }, end: at + later[0].length };
}

const spokenDay = /(today|yesterday)\b,?/iy;

/** Reads "today" and "yesterday". */
export function readSpokenDayAt(text: string, at: number): Read<WrittenDate> | null {
  const day = matchAt(spokenDay, text, at);
  const ago = Number(day?.[1]?.toLowerCase() === "yesterday");
  return day && { value: { ...nothing, ago }, end: at + day[0].length };
}

function weekdayOf(name: string | undefined): number | null {
  return name === undefined ? null : weekdays.split("|").indexOf(name.slice(0, 3).toLowerCase());
}

const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isPossible({ year, month, day }: WrittenDate): boolean {
  if (month === null) return day === null;
  if (month < 1 || month > 12) return false;
  return day === null || (day >= 1 && day <= longestOf({ year, month }));
}

/** How many days its month has, in the year or at most. */
function longestOf({ year, month }: Pick<WrittenDate, "year" | "month">): number {
  if (month === null || year === null) return longestMonths[(month ?? 1) - 1] ?? 31;
  return daysIn(year, month);
}

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/**
 * Says of the first date in a text that names a day which its month does not have that it does not
 * exist; null where no date does.
 */
export function noSuchDay(text: string): string | null {
  // A date begins where a word or a number does.
  for (const { index } of text.matchAll(/(?<![\p{L}\d])[\p{L}\d]/gu)) {
    for (const { pattern, reading } of forms) {
      const match = matchAt(pattern, text, index);
      const date = match && reading(match);
      const told = match && date && lackingDay({ ...nothing, ...date }, match[0]);
      if (told) return told;
    }
  }
  return null;
}

function lackingDay(date: WrittenDate, written: string): string | null {
  const { year, month, day } = date;
  const name = monthNames[(month ?? 0) - 1];
  if (name === undefined || day === null || isPossible(date)) return null;
  const days = `${name}${year === null ? "" : ` ${year}`} has ${longestOf(date)} days`;
  return `There is no day “${written}”: ${days}${year === null ? " at most" : ""}.`;
}

/** How many days a month of a year has; months count from 1. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
