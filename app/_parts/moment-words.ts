import type { Moment } from "#knowledge/incident/moment";

/** How much of a time is said: `long` in running text and facts, `short` in lists and drawings. */
type WordStyle = "long" | "short";

/**
 * A moment in words, as precisely as the record gives it and no more: `19 July 2024, 04:09 UTC`,
 * `February 2024`, `about 2009`, `between 3 March 2024 and 5 March 2024`.
 */
export function momentInWords(
  { text, hedge }: Pick<Moment, "text" | "hedge">,
  style: WordStyle = "long",
): string {
  const points = pointsOf(text).map((point) => pointInWords(point, style));
  const [from = "", to = ""] = points;
  switch (hedge) {
    case "exact":
      return from;
    case "between":
      return spanInWords({ text, from, to }, style);
    case "about":
    case "before":
    case "after":
      return `${hedge} ${from}`;
  }
}

interface Span {
  readonly text: string;
  readonly from: string;
  readonly to: string;
}

/** Both ends of a span; the day once where it is one. */
function spanInWords({ text, from, to }: Span, style: WordStyle): string {
  const [day, end] = pointsOf(text).map((point) => point.split("T")[0]);
  const [, later] = pointsOf(text).map(clockOf);
  const isOneDay = day === end && typeof later === "string" && clockOf(text) !== null;
  if (style === "short") return `${from} – ${isOneDay ? later : to}`;
  return isOneDay
    ? `between ${from.replace(/ UTC$/, "")} and ${later} UTC`
    : `between ${from} and ${to}`;
}

/** The unhedged points that a moment's text names, as `datetime` attributes may have them. */
export function pointsOf(text: string): string[] {
  return text.replace(/^(?:about|before|after) /, "").split("/");
}

/** A date such as a source's `published`: `6 August 2024`, `August 2024`, `2024`. */
export function dateInWords(date: string, style: WordStyle = "long"): string {
  const [year = "", month, day] = date.split("-");
  if (month === undefined) return year;
  const name = monthNames[Number(month) - 1] ?? month;
  const words = `${style === "long" ? name : name.slice(0, 3)} ${year}`;
  return day === undefined ? words : `${Number(day)} ${words}`;
}

/** The clock of a point given to the minute or second, without zone; null for a bare date. */
export function clockOf(point: string): string | null {
  const [, clock] = point.split("T");
  return clock?.replace("Z", "") ?? null;
}

/** The day of a time, in UTC, such as when a revision was published. */
export function dayOfTime(time: Date): string {
  return dateInWords(time.toISOString().slice(0, 10));
}

function pointInWords(point: string, style: WordStyle): string {
  const [date = ""] = point.split("T");
  const clock = clockOf(point);
  const day = dateInWords(date, style);
  if (clock === null) return day;
  return style === "long" ? `${day}, ${clock} UTC` : `${day} ${clock}`;
}

const monthNames =
  "January February March April May June July August September October November December".split(
    " ",
  );
