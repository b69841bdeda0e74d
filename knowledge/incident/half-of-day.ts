import type { Half, WrittenClock } from "./written-clock";
import type { WrittenPoint } from "./written-point";
import type { Zone } from "./written-zone";

/** The time of day above, as it was read. */
export interface ClockAbove {
  /** `14:00`. */
  readonly clock: string | undefined;
  /**
   * The half of the day in which it was read, where AM or PM was written there or above it; null
   * where none was, and where a day that was said stands between.
   */
  readonly half: Half | null;
  /** The zone of its clock, where one is known. */
  readonly zone?: Zone | undefined;
  /** Whether times with AM or PM are written as `02:20` there. */
  readonly isPadded?: boolean;
}

/**
 * The time of day of a point such as `2:20` below one with AM or PM, in the half of the day in which
 * it goes on from there: `12:30` below 11:45 AM is after noon, below 11:45 PM after midnight. One that
 * steps back by less than six hours is of the same half. Itself where it has a date or a zone of its
 * own. A guess, which its warnings say. One that begins with 0 is on the 24-hour clock, where those
 * with AM or PM do not.
 */
export function inHalfAbove(
  point: Pick<WrittenPoint, "clock" | "date" | "zone">,
  above: ClockAbove,
): WrittenClock | null {
  const { clock } = point;
  if (!clock || above.half === null || saysOwn(point, above)) return clock;
  if (clock.figures === "word") return { ...clock, half: clock.hour < 12 ? "am" : "pm" };
  if (!mayBeOfEitherHalf(clock, above.isPadded ?? false)) return clock;
  const back = minutesBack(clock, above.half, above.clock);
  return back < stepBack
    ? inHalf(clock, above.half, back > 0 ? "half-stepped-back" : "half-carried")
    : inHalf(clock, otherHalf(above.half), "half-carried");
}

/** Whether a point has a half of the day, a date or a zone of its own, and so does not go on from above. */
function saysOwn(
  { clock, date, zone }: Pick<WrittenPoint, "clock" | "date" | "zone">,
  above: ClockAbove,
): boolean {
  const isElsewhere = zone !== null && zone.zone.name !== above.zone?.name;
  return date !== null || isElsewhere || (clock?.half ?? null) !== null;
}

/**
 * The end of a range without AM or PM, where its beginning says it: `2:40 pm – 3:05`. It never steps
 * back.
 */
export function inHalfOfRange(
  to: Pick<WrittenPoint, "clock" | "date" | "zone">,
  from: Pick<WrittenPoint, "clock" | "zone">,
): WrittenClock | null {
  if (!to.clock || !from.clock?.half) return to.clock;
  const half = from.clock.hour < 12 ? "am" : "pm";
  const clock = `${from.clock.hour}:${from.clock.minute}`;
  // Behind "10:50 AM" and "01:50 PM" a 0 says nothing; behind "1:50 PM" it says that none was left out.
  const isPadded = from.clock.figures !== "one";
  const read = inHalfAbove(to, { clock, half, zone: from.zone?.zone, isPadded });
  return read?.oddity === "half-stepped-back"
    ? inHalf(to.clock, otherHalf(half), "half-carried")
    : read;
}

/** Whether an hour may be of either half of the day. `isPadded` as above, with a 0 before those with AM or PM. */
export function mayBeOfEitherHalf(
  { hour, half, figures }: WrittenClock,
  isPadded: boolean,
): boolean {
  const isWhole = figures === "word" || figures === "four" || (figures === "padded" && !isPadded);
  return half === null && hour >= 1 && hour <= 12 && !isWhole;
}

/** A time that steps back by less, in minutes, is more likely out of its order than of the next half or day. */
export const stepBack = 6 * 60;
const halfDay = 12 * 60;

/** By how much a time of day of the same half would lie before the one above it. */
function minutesBack({ hour, minute }: WrittenClock, half: Half, above = "00:00"): number {
  const [hours = 0, minutes = 0] = above.split(":").map(Number);
  const same = (hour % 12) * 60 + minute + (half === "pm" ? halfDay : 0);
  return hours * 60 + minutes - same;
}

function inHalf(clock: WrittenClock, half: Half, oddity: WrittenClock["oddity"]): WrittenClock {
  return { ...clock, hour: (clock.hour % 12) + (half === "pm" ? 12 : 0), half, oddity };
}

function otherHalf(half: Half): Half {
  return half === "am" ? "pm" : "am";
}
