import { matchAt, type Read } from "./written-part";
import { abbreviations, regionOfName, zoneNames, type Abbreviation } from "./zone-name";

/**
 * The zone in which a time was written: a fixed distance from UTC, or a place whose distance
 * changes with summer time. `name` is what a person may be shown.
 */
export type Zone =
  | { readonly kind: "offset"; readonly name: string; readonly minutes: number }
  | { readonly kind: "region"; readonly name: string; readonly region: string };

export const utc: Zone = { kind: "offset", name: "UTC", minutes: 0 };

/** A zone as it was written, with what has to be said of the reading. */
export interface WrittenZone {
  readonly zone: Zone;
  /** For abbreviations with several meanings: which was taken and which were not. */
  readonly ambiguity: string | null;
  /** For abbreviations of one half of the year: the region in which they hold. */
  readonly season: string | null;
}

const optionalOpening = /[ \t\u00a0]{0,3}[([]?[ \t]?/y;
const optionalClosing = /[ \t]?[)\]]/y;
const zulu = /Z(?![A-Za-z0-9])/y;
const utcOffset = /(?:UTC|GMT|UT)[ \t]?(?:([+\-−–])[ \t]?(\d{1,2})(?::?([0-5]\d))?)(?![\d:])/iy;
const bareOffset = /([+\-−])([01]\d)(?::?([0-5]\d))?(?![\d:])/y;
const region = /[A-Z][A-Za-z_]{1,20}\/[A-Z][A-Za-z_-]{1,30}(?:\/[A-Z][A-Za-z_-]{1,30})?/y;
const capitals = /([A-Z]{2,5})(?![A-Za-z0-9_/-])/y;
const anyCase =
  /(utc|gmt|pst|pdt|edt|cdt|cest|cet|jst|aest|aedt|est|ist|bst|cst|mst|mdt)(?![A-Za-z0-9_-])/iy;

/**
 * Reads a zone at a place of a text, with a space or bracket before it: `Z`, `UTC`, `(UTC-7)`,
 * `+05:30`, `PDT (UTC-7)`, `Pacific Time`, `America/Los_Angeles`. `adjacent` says that a bare
 * offset such as `-0700` may stand here, which after a time of day it may only in some forms.
 */
export function readZoneAt(text: string, at: number, adjacent = true): Read<WrittenZone> | null {
  const opening = matchAt(optionalOpening, text, at)?.[0] ?? "";
  const read = zoneAt(text, at + opening.length, adjacent);
  if (!read) return null;
  if (/[([]/.test(opening)) {
    const closing = matchAt(optionalClosing, text, read.end);
    return closing ? { value: read.value, end: read.end + closing[0].length } : null;
  }
  return withOffsetInBrackets(text, read);
}

/** `PDT (UTC-7)`: the offset is the plainer statement, the abbreviation only names it. */
function withOffsetInBrackets(text: string, read: Read<WrittenZone>): Read<WrittenZone> {
  const opening = matchAt(/[ \t]?[([][ \t]?/y, text, read.end);
  if (!opening) return read;
  const start = read.end + opening[0].length;
  const offset = offsetAt(text, start, true);
  const closing = offset && matchAt(optionalClosing, text, offset.end);
  if (!offset || !closing) return read;
  return { value: offset.value, end: offset.end + closing[0].length };
}

function zoneAt(text: string, at: number, adjacent: boolean): Read<WrittenZone> | null {
  const letter = matchAt(zulu, text, at);
  if (letter) return { value: plain(utc), end: at + 1 };
  return (
    offsetAt(text, at, adjacent) ??
    regionAt(text, at) ??
    nameAt(text, at) ??
    abbreviationAt(text, at)
  );
}

function offsetAt(text: string, at: number, adjacent: boolean): Read<WrittenZone> | null {
  const match = matchAt(utcOffset, text, at) ?? (adjacent ? matchAt(bareOffset, text, at) : null);
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  const signed = match[1] === "+" ? minutes : -minutes;
  if (signed < -12 * 60 || signed > 14 * 60) return null;
  return { value: plain(zoneOfOffset(signed)), end: at + match[0].length };
}

/** A fixed distance from UTC in minutes, named as people write it: `UTC+05:30`. */
export function zoneOfOffset(minutes: number): Zone {
  if (minutes === 0) return utc;
  const size = Math.abs(minutes);
  const hours = `${Math.floor(size / 60)}`.padStart(2, "0");
  const rest = `${size % 60}`.padStart(2, "0");
  return { kind: "offset", name: `UTC${minutes < 0 ? "-" : "+"}${hours}:${rest}`, minutes };
}

function regionAt(text: string, at: number): Read<WrittenZone> | null {
  const name = matchAt(region, text, at)?.[0];
  if (name === undefined || !isRegion(name)) return null;
  return { value: plain({ kind: "region", name, region: name }), end: at + name.length };
}

/** Whether this machine knows the rules of a region such as `Europe/Berlin`. */
export function isRegion(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

function nameAt(text: string, at: number): Read<WrittenZone> | null {
  for (const { pattern, means } of zoneNames) {
    const match = matchAt(pattern, text, at);
    if (match) return { value: named(match[0], means), end: at + match[0].length };
  }
  return null;
}

function named(name: string, means: Abbreviation | string): WrittenZone {
  if (typeof means === "string") return plain({ kind: "region", name, region: means });
  const { minutes, season = null } = means;
  return { zone: { kind: "offset", name, minutes }, ambiguity: null, season };
}

function abbreviationAt(text: string, at: number): Read<WrittenZone> | null {
  const written = (matchAt(capitals, text, at) ?? matchAt(anyCase, text, at))?.[1];
  if (written === undefined) return null;
  const name = written.toUpperCase();
  const end = at + written.length;
  const generic = regionOfName.get(name);
  if (generic !== undefined) {
    return { value: plain({ kind: "region", name, region: generic }), end };
  }
  const known = abbreviations.get(name);
  if (!known) return null;
  const { minutes, ambiguity = null, season = null } = known;
  return { value: { zone: { kind: "offset", name, minutes }, ambiguity, season }, end };
}

function plain(zone: Zone): WrittenZone {
  return { zone, ambiguity: null, season: null };
}

/** Reads a text that is a zone and nothing else, such as what a person chose or typed. */
export function readZone(text: string): WrittenZone | null {
  const trimmed = text.trim();
  if (trimmed.length > 80) return null;
  const read = readZoneAt(trimmed, 0);
  return read && read.end === trimmed.length ? read.value : null;
}
