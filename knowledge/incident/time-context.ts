import { dayOf } from "./calendar-day";
import { localTimeAt } from "./local-time";
import { readMoment, type Moment } from "./moment";
import type { TimeContext } from "./settled-point";
import { utc } from "./written-zone";

/**
 * What a time is read with that stands below others: the day of the last entry that has one, and
 * its time of day where it says one, both on the clocks of the context's zone. `moments` are those
 * of the entries above, in their order; one that cannot be read counts as none.
 */
export function contextBelow(moments: readonly string[], context: TimeContext): TimeContext {
  const text = moments.findLast((one) => readMoment(one) !== null);
  const above = text === undefined ? null : readMoment(text);
  if (!above) return context;
  const { precision } = above;
  if (precision !== "minute" && precision !== "second") {
    return { ...context, date: dayOf(boundOf(above)), clock: undefined };
  }
  const local = localTimeAt(boundOf(above), context.zone ?? utc);
  const clock = new Date(local).toISOString().slice(11, 16);
  return { ...context, date: dayOf(local), clock };
}

/** The written time of a moment: hedges widen it, and leave one end open. */
function boundOf({ text }: Moment): number {
  const point = text.replace(/^(?:about|before|after) /, "").split("/")[0] ?? text;
  return readMoment(point)?.first ?? 0;
}
