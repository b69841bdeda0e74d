import { inHalfAbove, inHalfOfRange, isPaddedHour } from "#knowledge/incident/half-of-day";
import type { Half } from "#knowledge/incident/written-clock";
import type { Understood } from "#knowledge/incident/written-time";
import type { WrittenTime } from "#knowledge/incident/written-time-form";
import type { WrittenZone, Zone } from "#knowledge/incident/written-zone";

import type { ReadingWarning } from "./reading-warning";
import type { TimelinePart } from "./timeline-row";

/** What is known of the entries above when one is read. */
export interface Before {
  date: string | null;
  clock: string | undefined;
  /** The half of the day of that time of day, where AM or PM is written there or above it. */
  half: Half | null;
  /** The zone of that day and time of day. */
  zoneBefore?: Zone | undefined;
  zone: WrittenZone | null;
  /** Whether that day was concluded in an entry, as from a time of day after midnight. */
  isDayGuessed: boolean;
}

/** A time without AM or PM below one that says it, in the half of the day in which it goes on. */
export function inHalf(
  written: WrittenTime,
  typed: string,
  { clock, half, zoneBefore: zone }: Before,
  isPadded: boolean,
): WrittenTime {
  const from = {
    ...written.from,
    clock: inHalfAbove(written.from, typed, { clock, half, zone, isPadded }),
  };
  const to = written.to && { ...written.to, clock: inHalfOfRange(written.to, typed, from) };
  return { ...written, from, to };
}

/** The half of the day of a time's end, where AM or PM says it or was carried there. */
export function halfOf({ from, to }: WrittenTime): Half | null {
  const clock = to?.clock ?? from.clock;
  if (!clock?.half) return null;
  return clock.hour < 12 ? "am" : "pm";
}

/** Whether entries with AM or PM have a 0 before their hour, which others then may have too. */
export function isPaddedIn(parts: readonly TimelinePart[]): boolean {
  return parts.some(
    (part) => part.kind === "row" && part.written?.from.clock?.half && isPaddedHour(part.typed),
  );
}

/** Whether the day of a time is a guess, made in its entry or in one above from which it is carried. */
export function hasGuessedDay({ date, warnings }: Understood, { isDayGuessed }: Before): boolean {
  if (warnings.some(({ kind }) => kind === "assumed-day")) return true;
  return date === "carried" && isDayGuessed;
}

/** What is said of an entry whose day is that of one above, which was concluded there. */
export function guessedAbove(day: string, entry: number): ReadingWarning {
  const sentence = `The entry has no date; ${day} was taken from an entry above, where it is a guess.`;
  return { kind: "carried-guess", sentence, entry };
}
