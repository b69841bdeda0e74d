import type { Zone } from "./written-zone";

/**
 * A local time brought to UTC, in milliseconds since 1970. `skipped`: clocks were put forward over
 * it, so nobody saw it. `twofold`: clocks were put back, so it came twice; `other` is the second.
 */
export type InUtc =
  | { readonly kind: "once"; readonly time: number }
  | { readonly kind: "skipped"; readonly time: number }
  | { readonly kind: "twofold"; readonly time: number; readonly other: number };

const minute = 60_000;
const day = 24 * 60 * minute;

/** Brings a local time to UTC; `local` is what the clock showed, counted as if it were UTC. */
export function inUtc(local: number, zone: Zone): InUtc {
  if (zone.kind === "offset") return { kind: "once", time: local - zone.minutes * minute };
  const [before, after] = [offsetAt(zone.region, local - day), offsetAt(zone.region, local + day)];
  const [first, second] = [...new Set([before, after])]
    .map((offset) => ({ offset, time: local - offset }))
    .filter(({ offset, time }) => offsetAt(zone.region, time) === offset)
    .map(({ time }) => time)
    .toSorted((a, b) => a - b);
  if (first === undefined) return { kind: "skipped", time: local - before };
  return second === undefined
    ? { kind: "once", time: first }
    : { kind: "twofold", time: first, other: second };
}

/** What a clock in the zone showed at a time, counted as if it were UTC. */
export function localTimeAt(time: number, zone: Zone): number {
  return time + (zone.kind === "offset" ? zone.minutes * minute : offsetAt(zone.region, time));
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(region: string): Intl.DateTimeFormat {
  const known = formats.get(region);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: region,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(region, format);
  return format;
}

/** How far a region's clocks are ahead of UTC at a time, in milliseconds. */
export function offsetAt(region: string, time: number): number {
  const parts = new Map(
    formatOf(region)
      .formatToParts(time)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type) ?? 0);
  const shown = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return shown - Math.floor(time / 1000) * 1000;
}
