import type { ReadingWarning } from "./reading-warning";
import type { TimelineRow } from "./timeline-row";

/** What is said of an entry in which no time was read. */
export function unreadable({ typed }: TimelineRow, entry: number): ReadingWarning {
  const sentence =
    typed === "" ? "The entry has no time." : `“${typed}” could not be read as a time.`;
  return { kind: "unreadable-time", sentence, entry };
}

/** What is said of an entry whose time lacks something that nothing says. */
export function missing(
  { typed, written }: TimelineRow,
  why: string,
  entry: number,
): ReadingWarning {
  const date = written?.from.date;
  const isUndated =
    why.includes("date is missing") || why.includes("year is missing") || why.includes("weekday");
  const lacks = date?.month ? "the year" : "the date";
  return isUndated
    ? { kind: "missing-date", sentence: `Nothing says ${lacks} of “${typed}”.`, entry }
    : { kind: "unreadable-time", sentence: `“${typed}”: ${why}`, entry };
}
