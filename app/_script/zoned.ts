import { clockOf, dateInWords, momentInWords, pointsOf } from "../_parts/moment-words";

export const hedges = ["exact", "about", "before", "after", "between"] as const;

/** An entry of the timeline as the list shows it: the text of its moment and how that is hedged. */
export interface TimedEntry {
  readonly text: string;
  readonly hedge: (typeof hedges)[number];
}

/** How an entry reads in a zone. `day` is its date, null where `words` hold it or there is none. */
export interface ZonedEntry {
  readonly words: string;
  readonly day: string | null;
  /** The entry before it shows the same day already. */
  readonly isSameDay: boolean;
}

/**
 * The entries of a timeline in a time zone, each with the day that its clock time has there. Entries
 * without a time of day are null: a bare date is a date in UTC in every zone.
 */
export function entriesInZone(
  entries: readonly (TimedEntry | null)[],
  zone: string,
): (ZonedEntry | null)[] {
  let dayBefore = "";
  return entries.map((entry) => {
    const [date = "", point] = entry === null ? [] : exactPoint(entry, zone);
    const isSameDay = date !== "" && date === dayBefore;
    dayBefore = date;
    if (entry === null) return null;
    if (point === undefined) {
      const words = momentInWords({ ...entry, text: textInZone(entry.text, zone) }, "short");
      return { words, day: null, isSameDay };
    }
    return { words: clockOf(point) ?? "", day: dateInWords(date, "short"), isSameDay };
  });
}

function exactPoint({ text, hedge }: TimedEntry, zone: string): [date?: string, point?: string] {
  const [point = ""] = hedge === "exact" ? pointsOf(textInZone(text, zone)) : [];
  const [date = "", clock] = point.split("T");
  return clock === undefined ? [] : [date, point];
}

/** A moment's text with each time of day, and its date, as clocks and calendars of a zone have it. */
export function textInZone(text: string, zone: string): string {
  return text.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z/g, (point, seconds?: string) => {
    const part = partsIn(zone, new Date(point));
    const clock = `${part("hour")}:${part("minute")}`;
    const rest = seconds === undefined ? "" : `:${part("second")}`;
    return `${part("year")}-${part("month")}-${part("day")}T${clock}${rest}Z`;
  });
}

function partsIn(timeZone: string, time: Date): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(time);
  return (type) => parts.find((part) => part.type === type)?.value.padStart(2, "0") ?? "";
}
