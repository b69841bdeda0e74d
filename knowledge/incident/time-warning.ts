import { localTimeAt, offsetAt, type InUtc } from "./local-time";
import { momentInZone } from "./moment-in-zone";
import type { ClockOddity, WrittenClock } from "./written-clock";
import type { WrittenPoint } from "./written-point";
import type { WrittenZone, Zone } from "./written-zone";

/** What has to be said of how a written time was understood. */
export type TimeWarningKind =
  /** No zone is stated: the moment is local, without `Z`. */
  | "missing-zone"
  /** The year was not written and is that of the date before. */
  | "missing-year"
  /** The day was concluded: a weekday, "next day", a time of day after midnight. */
  | "assumed-day"
  /** The zone's abbreviation has several meanings. */
  | "ambiguous-zone"
  /** The zone's abbreviation is of the other half of the year. */
  | "zone-out-of-season"
  /** Clocks were put forward over this time. */
  | "skipped-time"
  /** Clocks were put back: this time came twice. */
  | "twofold-time"
  /** Day and month may be the other way round. */
  | "ambiguous-date"
  /** The weekday written is not that of the date. */
  | "weekday-differs"
  /** An hour without AM or PM, or one that contradicts it. */
  | "unclear-hour"
  /** "Midnight" of a day may be its beginning or its end. */
  | "midnight"
  /** Two clocks were written and they disagree. */
  | "zones-disagree"
  /** "About" a range, of which only the range is kept. */
  | "lost-hedge"
  /** It has not happened yet. */
  | "in-future"
  /** It lies before the entry above it. */
  | "out-of-order";

export interface TimeWarning {
  readonly kind: TimeWarningKind;
  /** One sentence for the person who wrote the time. */
  readonly sentence: string;
}

export const missingZone: TimeWarning = {
  kind: "missing-zone",
  sentence: "No time zone is stated: write one behind the time, such as UTC or +02:00.",
};

/** What has to be said of a time of day by itself. */
export function clockWarnings({ oddity, hour, minute }: WrittenClock): TimeWarning[] {
  if (oddity === null) return [];
  const kind = oddity === "midnight" ? "midnight" : "unclear-hour";
  return [{ kind, sentence: oddities[oddity](clockText(hour, minute), otherOf(hour, minute)) }];
}

/** What is said, by the time of day that was read and the one in the other half of the day. */
const oddities: Readonly<Record<ClockOddity, (read: string, other: string) => string>> = {
  "hour-only": (read) => `The hour was read as ${read} on the 24-hour clock.`,
  "half-carried": (read) =>
    `It names no AM or PM; it was read as ${read}, which goes on from the time before it.`,
  "half-stepped-back": (read, other) =>
    `It names no AM or PM; it was read as ${read}, a little before the time above it, not as ${other}.`,
  "half-unsaid": (read) =>
    `It names no AM or PM, which times above do; it was read as ${read} on the 24-hour clock.`,
  "half-contradicts": (read) => `AM or PM does not fit the hour; it was read as ${read}.`,
  midnight: () => "“Midnight” was read as 00:00, the beginning of the day.",
};

function clockText(hour: number, minute: number): string {
  return `${`${hour}`.padStart(2, "0")}:${`${minute}`.padStart(2, "0")}`;
}

function otherOf(hour: number, minute: number): string {
  return clockText((hour + 12) % 24, minute);
}

/** What has to be said of bringing a local time to UTC. */
export function zoneWarnings(point: WrittenPoint, local: number, known: InUtc): TimeWarning[] {
  return [
    ...changeWarnings(known),
    ...nameWarnings(point.zone, known.time),
    ...alsoWarnings(point, local, known.time),
  ];
}

function changeWarnings(known: InUtc): TimeWarning[] {
  const shown = new Date(known.time).toISOString().slice(0, 16);
  switch (known.kind) {
    case "once":
      return [];
    case "skipped":
      return [
        {
          kind: "skipped-time",
          sentence: `Clocks were put forward over this time; it was read as ${shown}Z.`,
        },
      ];
    case "twofold": {
      const other = new Date(known.other).toISOString().slice(0, 16);
      const sentence = `Clocks were put back and showed this time twice; the first was taken, ${shown}Z, not ${other}Z.`;
      return [{ kind: "twofold-time", sentence }];
    }
  }
}

/** What has to be said of a zone's abbreviation, at a time in milliseconds since 1970. */
export function nameWarnings(written: WrittenZone | null, time: number): TimeWarning[] {
  if (!written) return [];
  const { zone, season } = written;
  const warnings = meaningWarnings(written);
  const isOut =
    season !== null && zone.kind === "offset" && offsetAt(season, time) !== zone.minutes * 60_000;
  if (isOut) {
    const sentence = `“${zone.name}” is not what clocks in ${placeIn(season)} showed on that day; it was taken as written.`;
    warnings.push({ kind: "zone-out-of-season", sentence });
  }
  return warnings;
}

/** What has to be said of a zone's abbreviation at any time: that others use it for another zone. */
export function meaningWarnings({ zone, ambiguity }: WrittenZone): TimeWarning[] {
  if (ambiguity === null) return [];
  const sentence = `“${zone.name}” has several meanings; it was read as ${ambiguity}.`;
  return [{ kind: "ambiguous-zone", sentence }];
}

/** What has to be said of a time that lies behind `now`, both in milliseconds since 1970. */
export function futureWarnings(time: number, now: number): TimeWarning[] {
  if (time <= now) return [];
  const today = new Date(now).toISOString().slice(0, 10);
  return [{ kind: "in-future", sentence: `This lies in the future: today is ${today}.` }];
}

/** What has to be said of a time that lies before that of the entry above, on the clocks of a zone. */
export function orderWarning(above: string, zone: Zone | undefined): TimeWarning {
  const shown = (zone && momentInZone(above, zone)) ?? above.replaceAll("T", " ");
  const sentence = `It lies before ${shown} in the entry above.`;
  return { kind: "out-of-order", sentence };
}

/** `America/Los_Angeles` as people say it. */
function placeIn(region: string): string {
  return (region.split("/").at(-1) ?? region).replaceAll("_", " ");
}

function alsoWarnings({ also }: WrittenPoint, local: number, time: number): TimeWarning[] {
  if (!also) return [];
  const shown = localTimeAt(time, also.zone.zone);
  const written = also.clock.hour * 60 + also.clock.minute;
  if (Math.floor(shown / 60_000 - written) % (24 * 60) === 0) return [];
  const sentence = `The two times given disagree: ${new Date(local).toISOString().slice(11, 16)} is not that time in ${also.zone.zone.name}; the first was taken.`;
  return [{ kind: "zones-disagree", sentence }];
}
