import { readMoment } from "#knowledge/incident/moment";

import { momentInWords, pointsOf } from "./moment-words";

/**
 * The day of a moment as a list shows it: `19 July 2024`, `July 2024`, `about 2024`. Keeps the
 * precision of the source down to the day and leaves the time of day to the incident's own page.
 * What is no moment is shown as it is.
 */
export function dayOfMoment(text: string): string {
  const days = text.replaceAll(/T[^/]*/g, "");
  const [from, to] = pointsOf(days);
  // Two times of one day are that day.
  const day = readMoment(from === to && from !== undefined ? from : days);
  return day ? momentInWords(day) : text;
}

/** The machine-readable form of a day for `<time>`; null where a hedge leaves no one day. */
export function dayForMachines(text: string): string | null {
  return readMoment(text)?.hedge === "exact" ? (text.split("T")[0] ?? null) : null;
}
