import { inUtc, localTimeAt } from "./local-time";
import type { Zone } from "./written-zone";

const clocks = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?Z/g;

/**
 * A moment whose times were read on the clocks of one zone, read again on those of another: what
 * `from` showed then, `to` showed too. Days without a time of day stay, and hedges.
 */
export function momentReadAgain(text: string, from: Zone, to: Zone): string {
  return text.replace(clocks, (point) => {
    const { time } = inUtc(localTimeAt(Date.parse(point), from), to);
    return `${new Date(time).toISOString().slice(0, point.length - 1)}Z`;
  });
}
