import { beginningOf, isoDay } from "#knowledge/incident/calendar-day";
import { readDateAt, type WrittenDate } from "#knowledge/incident/written-date";
import { readTimeAt, type WrittenTime } from "#knowledge/incident/written-time-form";
import type { Read } from "#knowledge/incident/written-part";

const furthest = 4_000;

/** The places in a text where a date or a time may begin. */
function* wordStarts(text: string): Generator<number> {
  if (!/\d|noon|midnight/i.test(text)) return;
  const starts =
    /(?<![\p{L}\p{N}:./-]|\d[.,:])(?=[\d~]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat|about|around|approx|roughly|ca|circa|before|prior|after|between|from|noon|mid)[\p{L}.]{0,8}|T[+-])/giu;
  for (const { index } of text.slice(0, furthest).matchAll(starts)) yield index;
}

/** A day, with where in a text it stands. */
export type DayInText = Read<string> & {
  readonly at: number;
  /** Whether day and month could be the other way round, and nothing said which. */
  readonly isAmbiguous: boolean;
};

/** The first day that a text gives in full. */
export function dayIn(
  text: string,
  order: "month-first" | "day-first" | null = null,
): DayInText | null {
  for (const day of daysIn(text, order)) return day;
  return null;
}

/** Each day that a text gives in full, in their order. */
export function* daysIn(
  text: string,
  order: "month-first" | "day-first" | null = null,
): Generator<DayInText> {
  let passed = 0;
  for (const at of wordStarts(text)) {
    if (at < passed) continue;
    const read = readDateAt(text, at, false);
    const value = read && dayOf(dateInOrder(read.value, order));
    if (!read || !value) continue;
    yield { value, end: read.end, at, isAmbiguous: order === null && read.value.other !== null };
    passed = read.end;
  }
}

/** A date whose two small numbers are read in an order that is known from elsewhere. */
export function dateInOrder(
  date: WrittenDate,
  order: "month-first" | "day-first" | null,
): WrittenDate {
  if (!date.other || order === null) return date;
  return { ...date, ...(order === "day-first" ? date.other : {}), other: null };
}

/** The first day of which a text gives month and day, though no year. */
export function yearlessDayIn(text: string): WrittenDate | null {
  for (const at of wordStarts(text)) {
    const date = readDateAt(text, at, false)?.value;
    if (date && date.year === null && date.month !== null && date.day !== null) return date;
  }
  return null;
}

/** A year, with its month where that is said, as a day to count missing years from. */
export function yearIn(text: string): string | null {
  for (const at of wordStarts(text)) {
    const date = readDateAt(text, at, false)?.value;
    if (date?.year && date.month) return isoDay(date.year, date.month, 1);
  }
  const year = /(?<![\d/.-])(?:19|20)\d{2}(?!\d)/.exec(text)?.[0];
  return year === undefined ? null : `${year}-07-01`;
}

/** A written date as a day; null unless all of it was written and there is such a day. */
export function dayOf({ year, month, day }: WrittenDate): string | null {
  if (year === null || month === null || day === null) return null;
  const text = isoDay(year, month, day);
  return beginningOf(text) === null ? null : text;
}

/** The day in a file's name: `2019-03-26.md`, `20190328-commons`, `PM-2021_04_02.md`. */
export function dayInName(file: string): string | null {
  const name = (file.split(/[\\/]/).at(-1) ?? "").replaceAll("_", "-");
  return dayIn(name.replaceAll(/(?<=[A-Za-z])-(?=\d)|(?<=\d)-(?=[A-Za-z])/g, " "))?.value ?? null;
}

/** Every time in a text that names a time of day, in their order, each with where it stands. */
export function timesIn(text: string): (Read<WrittenTime> & { readonly at: number })[] {
  const found: (Read<WrittenTime> & { readonly at: number })[] = [];
  let passed = 0;
  for (const at of wordStarts(text)) {
    if (at < passed) continue;
    const read = readTimeAt(text, at, "line");
    if (!read?.value.from.clock) continue;
    found.push({ ...read, at });
    passed = read.end;
  }
  return found;
}
