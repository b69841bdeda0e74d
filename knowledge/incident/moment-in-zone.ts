import { localTimeAt } from "./local-time";
import { readMoment } from "./moment";
import { zoneOfOffset, type Zone } from "./written-zone";

/**
 * A moment as clocks of a zone showed it, with UTC behind, to be compared with notes: "2026-11-12
 * 14:05 CET = 13:05 UTC". Null where clocks have no part in it: a day alone, a zone that is UTC, or
 * what is no moment.
 */
export function momentInZone(text: string, zone: Zone): string | null {
  if (readMoment(text) === null || !text.includes("T")) return null;
  if (zone.kind === "offset" && zone.minutes === 0) return null;
  const [, hedge = "", span = ""] = /^((?:about|before|after) )?(.*)$/.exec(text) ?? [];
  const points = span.split("/").map((point) => pointIn(point, zone));
  const here = joined(points.map(({ local }) => local));
  const names = [...new Set(points.flatMap(({ name }) => (name === null ? [] : [name])))];
  const there = joined(points.map(({ utc }) => utc));
  const isSameDay = points.every(({ local, utc }) => local.slice(0, 10) === utc.slice(0, 10));
  const inUtc = isSameDay ? withoutDay(there) : there;
  return `${hedge}${here} ${names.join("/")} = ${inUtc} UTC`;
}

/** One point on both clocks, as `2026-11-12 14:05`; a day alone has no clock. */
interface Point {
  readonly local: string;
  readonly utc: string;
  readonly name: string | null;
}

function pointIn(point: string, zone: Zone): Point {
  const time = Date.parse(point);
  if (!point.includes("T")) return { local: point, utc: point, name: null };
  const length = point.length - 1;
  const shown = (at: number) => new Date(at).toISOString().slice(0, length).replace("T", " ");
  return { local: shown(localTimeAt(time, zone)), utc: shown(time), name: nameAt(time, zone) };
}

/** `2026-11-12 14:05–14:20`: the second day is told where it is another one. */
function joined([from = "", to]: readonly string[]): string {
  if (to === undefined) return from;
  return `${from}–${to.startsWith(from.slice(0, 10)) ? withoutDay(to) : to}`;
}

function withoutDay(text: string): string {
  return text.replace(/^\d{4}-\d{2}-\d{2} /, "");
}

/** What the zone is called at a time: `CET`, or `UTC+05:30` where it has no short name. */
function nameAt(time: number, zone: Zone): string {
  if (zone.kind === "offset") return zone.name;
  for (const language of ["en-GB", "en-US", "en-AU"]) {
    const name = shortName(time, zone.region, language);
    if (name !== null) return name;
  }
  return zoneOfOffset((localTimeAt(time, zone) - time) / 60_000).name;
}

/** The short name that speakers of a language use; null where they only count the hours. */
function shortName(time: number, region: string, language: string): string | null {
  const key = `${language} ${region}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(language, { timeZone: region, timeZoneName: "short" });
    formats.set(key, format);
  }
  const name = format.formatToParts(time).find(({ type }) => type === "timeZoneName")?.value ?? "";
  return /^[A-Z]{2,5}$/.test(name) ? name : null;
}

const formats = new Map<string, Intl.DateTimeFormat>();
