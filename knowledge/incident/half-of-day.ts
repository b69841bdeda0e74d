import type { Half, WrittenClock } from "./written-clock";
import type { WrittenPoint } from "./written-point";

/** The time of day above, as it was written. */
export interface ClockAbove {
  /** `14:00`. */
  readonly clock: string | undefined;
  /** Null too where a day that was said stands between. */
  readonly half: Half | null;
}

/**
 * The time of day of a point such as `2:20` below one that says PM, as of the same half of the day
 * where it then goes on from there; itself otherwise. A guess, which its warnings say, and for which
 * there is no reason where the point has a date or a zone of its own. `typed` is the time as it was
 * written: one that begins with 0 is on the 24-hour clock.
 */
export function inHalfAbove(
  { clock, date, zone }: Pick<WrittenPoint, "clock" | "date" | "zone">,
  typed: string,
  above: ClockAbove,
): WrittenClock | null {
  if (!clock || date || zone || above.half !== "pm" || !isOpen(clock, typed)) return clock;
  const hour = clock.hour + 12;
  const time = `${hour}:${`${clock.minute}`.padStart(2, "0")}`;
  return time < (above.clock ?? "")
    ? clock
    : { ...clock, hour, half: "pm", oddity: "half-carried" };
}

/** Whether a time of day may be of either half. */
function isOpen({ hour, half }: WrittenClock, typed: string): boolean {
  return half === null && hour >= 1 && hour <= 11 && !/(?<!\d)0\d[:.h]/.test(typed);
}
