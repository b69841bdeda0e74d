import type { TimeContext } from "../settled-point";
import { understandTime } from "../written-time";
import { readZone } from "../written-zone";

/** The context of most tests: the entry before is of this day. */
export const before: TimeContext = { date: "2024-07-18" };

/** What was understood, how date and zone were settled, and the kinds of the warnings. */
export function understood(typed: string, context: TimeContext = before) {
  const time = understandTime(typed, context);
  if (time.kind === "not-understood") return time.kind;
  return [time.moment, `${time.date} ${time.zone}`, ...time.warnings.map(({ kind }) => kind)];
}

/** A zone that is known to be one. */
export const zoneOf = (name: string) => readZone(name)?.zone;
