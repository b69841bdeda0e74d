import {
  readDateAt,
  readDayAt,
  readSpokenDayAt,
  type WrittenDate,
} from "#knowledge/incident/written-date";
import { readZoneAt, type WrittenZone } from "#knowledge/incident/written-zone";

import { plainWords } from "./plain-words";
import { itemMark } from "./source-line";
import { zoneDeclaredIn, zoneNamedIn } from "./zone-declaration";

/** A line that says of which day the entries below it are, and perhaps in which zone. */
export interface DayLine {
  readonly date: WrittenDate;
  readonly zone: WrittenZone | null;
}

const counted = /^(?:day|tag)[ \t]+\d{1,3}[ \t]*(?:[-–—:,(|][ \t]*)?/i;

/** Reads a line that is a date and nothing else; in a heading, words may stand behind it. */
export function dayLine(source: string, isHeading = false): DayLine | null {
  if (source.length > 300) return null;
  const unmarked = plainWords(source.slice(itemMark(source).length));
  const text = unmarked.replace(/^[-_*[(]+(?=[\p{L}\d])/u, "").replace(counted, "");
  const read = readDateAt(text, 0, true);
  if (!read) return isHeading ? weekday(text) : spokenDay(text);
  const zone = readZoneAt(text, read.end, false);
  const behind = text.slice(zone ? zone.end : read.end);
  const rest = behind.replace(/^[\])_*)]+/, "").trim();
  const declared = zone ? zone.value : declaredIn(rest);
  const mayGoOn = isHeading && /^[-–—:,(|]/.test(rest);
  return mayGoOn || isNothingElse(rest, declared !== null) ? dayOf(read.value, declared) : null;
}

function declaredIn(rest: string): WrittenZone | null {
  return zoneDeclaredIn(rest) ?? (rest.startsWith("(") ? zoneNamedIn(rest) : null);
}

/** Signs only, or words that say the zone: "(all times UTC)". */
function isNothingElse(rest: string, saysZone: boolean): boolean {
  if (/^[\s\p{P}]*$/u.test(rest)) return true;
  if (!saysZone) return false;
  return (
    /^[\s\p{P}]*\(?(?:all )?(?:times?|in)\b/iu.test(rest) || /^\([^()]{0,40}\)[:.]?$/.test(rest)
  );
}

function dayOf(date: WrittenDate, zone: WrittenZone | null): DayLine | null {
  return date.day === null ? null : { date, zone };
}

/** "Today" and "Yesterday", as chats show them. */
function spokenDay(text: string): DayLine | null {
  const read = /^[TY]/.test(text) ? readSpokenDayAt(text, 0) : null;
  return read && read.end === text.length ? { date: read.value, zone: null } : null;
}

function weekday(text: string): DayLine | null {
  const read = readDayAt(text, 0);
  return read && read.end === text.length ? { date: read.value, zone: null } : null;
}
