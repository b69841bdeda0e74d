import { readMoment } from "#knowledge/incident/moment";

/**
 * Things by the earliest reading of their moment. One without a moment stays behind the one that
 * stands before it.
 */
export function byDate<Thing>(
  things: readonly Thing[],
  momentOf: (thing: Thing) => string | null,
): Thing[] {
  const ordered: { thing: Thing; first: number }[] = [];
  for (const thing of things) {
    const moment = readMoment(momentOf(thing) ?? "");
    const first = moment ? moment.first : (ordered.at(-1)?.first ?? -Infinity);
    const later = moment ? ordered.findIndex((other) => other.first > first) : -1;
    ordered.splice(later === -1 ? ordered.length : later, 0, { thing, first });
  }
  return ordered.map(({ thing }) => thing);
}
