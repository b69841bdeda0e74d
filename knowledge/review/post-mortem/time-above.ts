import { inHalfAbove, inHalfOfRange, mayBeOfEitherHalf } from "#knowledge/incident/half-of-day";
import type { ClockOddity, Half, WrittenClock } from "#knowledge/incident/written-clock";
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
  /** Whether AM or PM was written above that, and holds no more. */
  isHalfLost: boolean;
  /** The zone of that day and time of day. */
  zoneBefore?: Zone | undefined;
  zone: WrittenZone | null;
  /** Whether that day was concluded in an entry, as from a time of day after midnight. */
  isDayGuessed: boolean;
}

/**
 * A time without AM or PM below one that says it, in the half of the day in which it goes on; where
 * a day, a zone or a list that was begun lies between, as it is written, which its clock says.
 */
export function inHalf(written: WrittenTime, before: Before, isPadded: boolean): WrittenTime {
  const { clock, half, zoneBefore: zone } = before;
  const read = inHalfAbove(written.from, { clock, half, zone, isPadded });
  const isUnsaid = read !== null && read.oddity === null && mayBeOfEitherHalf(read, isPadded);
  const isLost = isUnsaid && (half !== null || before.isHalfLost);
  const from = { ...written.from, clock: isLost ? { ...read, oddity: halfUnsaid } : read };
  const to = written.to && { ...written.to, clock: inHalfOfRange(written.to, from) };
  return { ...written, from, to };
}

const halfUnsaid: ClockOddity = "half-unsaid";

/** A day, a zone or a list begins: what stands below does not go on in the half of the day above. */
export function loseHalf(before: Before): void {
  before.isHalfLost ||= before.half !== null;
  before.half = null;
}

/** The half of the day in which entries below a time go on. */
export function goOnInHalf(before: Before, written: WrittenTime, isPadded: boolean): void {
  const clock = written.to?.clock ?? written.from.clock;
  loseHalf(before);
  before.half = halfOf(written);
  // A time on the 24-hour clock says that those below may be on it too.
  const isWhole = clock !== null && !mayBeOfEitherHalf(clock, isPadded);
  if (before.half !== null || isWhole) before.isHalfLost = false;
}

/** The half of the day of a time's end, where AM or PM says it or was carried there. */
function halfOf({ from, to }: WrittenTime): Half | null {
  const clock = to?.clock ?? from.clock;
  if (!clock?.half) return null;
  return clock.hour < 12 ? "am" : "pm";
}

/**
 * Whether entries with AM or PM have a 0 before their hour, which others then may have too; not where
 * the hours of others show a 24-hour clock.
 */
export function isPaddedIn(parts: readonly TimelinePart[]): boolean {
  const clocks = parts.flatMap((part) =>
    part.kind === "row" && part.written
      ? [part.written.from.clock, part.written.to?.clock].flatMap((clock) => clock ?? [])
      : [],
  );
  const isPadded = clocks.some(({ half, figures }) => half !== null && figures === "padded");
  return isPadded && !clocks.some(isOfWholeDay);
}

/** An hour that no 12-hour clock has. */
function isOfWholeDay({ hour, half, figures }: WrittenClock): boolean {
  return half === null && figures !== "word" && (hour > 12 || hour === 0);
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
