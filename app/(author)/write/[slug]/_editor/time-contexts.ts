import type { IncidentRecord } from "#knowledge/incident/document";
import type { TimeContext } from "#knowledge/incident/settled-point";
import { contextBelow } from "#knowledge/incident/time-context";
import { utc, type Zone } from "#knowledge/incident/written-zone";

/** The times that stand in no row, in their order. */
export const keyMoments = ["started", "detected", "mitigated", "resolved"] as const;
export type KeyMoment = (typeof keyMoments)[number];

/** What a key moment is read with: a time of day alone is of the day on which the harm began, or of the next. */
export function momentContext(
  name: KeyMoment,
  { started = "" }: Pick<IncidentRecord, "started">,
  zone: Zone | null,
): TimeContext {
  return contextBelow(name === "started" ? [] : [started], onClocksOf(zone));
}

/** What the timeline begins with: its first entry is of the day on which the harm began, though it may lie before it. */
export function timelineContext(
  { started }: Pick<IncidentRecord, "started">,
  zone: Zone | null,
): TimeContext {
  const known = onClocksOf(zone);
  const { date } = contextBelow([started ?? ""], known);
  return { ...known, date, start: started };
}

/** Moments are compared on the clocks of the zone; where nobody chose one, on those of UTC. */
function onClocksOf(zone: Zone | null): TimeContext {
  return { zone: zone ?? undefined, zoneBefore: zone ?? utc };
}

/** What the entry below another one is read with. */
export function contextAfter(moment: string, context: TimeContext): TimeContext {
  return moment === "" ? context : { ...contextBelow([moment], context), above: moment };
}

/**
 * What a time is read with that is typed in place of another one: a time of day alone is of the day
 * that it had, where that is another one than around it.
 */
export function contextOfAnew(before: string, context: TimeContext): TimeContext {
  const { date } = contextBelow([before], { ...context, date: undefined });
  if (date === undefined || date === context.date) return context;
  return { ...context, date, clock: undefined };
}
