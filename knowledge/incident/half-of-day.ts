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
 * it goes on from there: `12:30` below 11:45 AM is after noon, below 11:45 PM after midnight. Itself
 * where it has a date or a zone of its own. A guess, which its warnings say. `typed` is the time as
 * it was written: one that begins with 0 is on the 24-hour clock, where those with AM or PM do not.
 */
export function inHalfAbove(
  point: Pick<WrittenPoint, "clock" | "date" | "zone">,
  typed: string,
  above: ClockAbove,
): WrittenClock | null {
  const { clock } = point;
  if (!clock || above.half === null || saysOwn(point, above)) return clock;
  if (spoken.test(typed)) return { ...clock, half: clock.hour < 12 ? "am" : "pm" };
  if (!isOpen(clock, typed, above)) return clock;
  const half = halfBelow(clock, above.half, above.clock ?? "00:00");
  const hour = (clock.hour % 12) + (half === "pm" ? 12 : 0);
  return { ...clock, hour, half, oddity: "half-carried" };
}

/** Whether a point has a half of the day, a date or a zone of its own, and so does not go on from above. */
function saysOwn(
  { clock, date, zone }: Pick<WrittenPoint, "clock" | "date" | "zone">,
  above: ClockAbove,
): boolean {
  const isElsewhere = zone !== null && zone.zone.name !== above.zone?.name;
  return date !== null || isElsewhere || (clock?.half ?? null) !== null;
}

/** The end of a range without AM or PM, where its beginning says it: `2:40 pm – 3:05`. */
export function inHalfOfRange(
  to: Pick<WrittenPoint, "clock" | "date" | "zone">,
  typed: string,
  { clock, zone }: Pick<WrittenPoint, "clock" | "zone">,
): WrittenClock | null {
  if (!clock?.half) return to.clock;
  const half = clock.hour < 12 ? "am" : "pm";
  return inHalfAbove(to, typed, { clock: `${clock.hour}:${clock.minute}`, half, zone: zone?.zone });
}

const spoken = /noon|midday|midnight/i;
const onWholeDay = /(?<!\d)\d{4}(?!\d)/;
const padded = /(?<!\d)0\d[:.h]/;

/** Whether a time as it was written has a 0 before its hour. */
export function isPaddedHour(typed: string): boolean {
  return padded.test(typed);
}

/** Whether a time of day may be of either half. */
function isOpen({ hour }: WrittenClock, typed: string, { isPadded = false }: ClockAbove): boolean {
  const isWhole = onWholeDay.test(typed) || (isPaddedHour(typed) && !isPadded);
  return hour >= 1 && hour <= 12 && !isWhole;
}

/** An entry that steps back by less than this is more likely out of its order than of the other half. */
const stepBack = 6 * 60;
const halfDay = 12 * 60;

function halfBelow({ hour, minute }: WrittenClock, half: Half, above: string): Half {
  const [hours = 0, minutes = 0] = above.split(":").map(Number);
  const same = (hour % 12) * 60 + minute + (half === "pm" ? halfDay : 0);
  const back = hours * 60 + minutes - same;
  if (back <= 0) return half;
  if (half === "am") return back < stepBack ? "am" : "pm";
  return hour === 12 && back < stepBack ? "pm" : "am";
}
