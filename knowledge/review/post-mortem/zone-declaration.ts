import { readZoneAt, type WrittenZone } from "#knowledge/incident/written-zone";

import { plainWords } from "./plain-words";

const longest = 300;

/**
 * The zone that a heading, the head of a column or a short line names, such as "Timeline (UTC)" or
 * "Date and time in CET"; null when it names none.
 */
export function zoneNamedIn(text: string): WrittenZone | null {
  const plain = plainWords(text).slice(0, longest);
  for (const { index } of plain.matchAll(/(?<![\p{L}\p{N}_/+-])[A-Z][A-Za-z]{1,}/gu)) {
    const read = readZoneAt(plain, index, false);
    if (read) return read.value;
  }
  return null;
}

// "All times in PDT (UTC-7)", "times are UTC", "Time zone: PST", "(all times in Pacific Time)".
const declaring =
  /\b(?:all|the|these|following|displayed|listed|given|local)?[ \t]*(?:date(?:s)?(?:[ \t]+and[ \t]+|\/))?time(?:s(?:tamps?)?|stamps?|[ \t-]?zones?)?\b[ \t]*(?:(?:below|here|in this|shown|listed|given|displayed|noted|quoted|provided|mentioned|stated|document|report|timeline|are|is|in|as|at|all|used|approximate|approx\.?|approximations|the|using|on|to)[ \t]+)*(?:in[ \t]+|:[ \t]*|=[ \t]*|\([ \t]*|-[ \t]+)?/gi;
const inZone = /\b(?:in|using)[ \t]+(?=(?:UTC|GMT)\b)/g;

/** The zone in which a sentence says that times are given; null when it says nothing of the kind. */
export function zoneDeclaredIn(text: string): WrittenZone | null {
  const plain = plainWords(text).slice(0, 2_000);
  for (const match of plain.matchAll(declaring)) {
    if (!/[:=(]\s*$|s\b|zone|in\s*$/i.test(match[0])) continue;
    const read = readZoneAt(plain, match.index + match[0].length, false);
    if (read) return read.value;
  }
  for (const match of plain.matchAll(inZone)) {
    const read = /\btimes?\b/i.test(plain.slice(Math.max(0, match.index - 60), match.index))
      ? readZoneAt(plain, match.index + match[0].length, false)
      : null;
    if (read) return read.value;
  }
  return null;
}
