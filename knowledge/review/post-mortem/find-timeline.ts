import { readDateAt, type WrittenDate } from "#knowledge/incident/written-date";

import type { Canonical } from "./canonical-heading";
import { incidentDayIn, isBelowName } from "./incident-day";
import type { SourceDocument } from "./source-document";
import type { Section } from "./outline";
import { plainWords } from "./plain-words";
import { blockRows } from "./timeline-block";
import { proseRows } from "./timeline-prose";
import { timelineParts, type TimelineRange } from "./timeline-list";
import type { TimelinePart, TimelineRow } from "./timeline-row";
import { zoneDeclaredIn, zoneNamedIn } from "./zone-declaration";

/** Finds the entries of a document's timeline, with the days and zones that hold for them. */
export function findTimeline(document: SourceDocument): TimelinePart[] {
  const named = document.sections.filter(isTimeline);
  const blocks = blocksOf(
    document,
    named.length > 0 ? named : document.sections.filter(mayHoldTimeline),
  );
  if (rowsIn(blocks).length > 0) return blocks;
  const fromNamed = partsOf(document, named, true);
  if (rowsIn(fromNamed).length > 0) return fromNamed;
  const prose = proseOf(document, named);
  if (prose.length > 0 || named.length > 0) return [...fromNamed, ...prose];
  const others = document.sections.filter(mayHoldTimeline);
  const fromOthers = others.map((section) =>
    withoutByLines(document, partsOf(document, [section], false)),
  );
  const timed = fromOthers.filter(
    (parts) => rowsIn(parts).filter(({ written }) => written).length >= 2,
  );
  if (timed.length > 0) return timed.flatMap((parts) => [{ kind: "list", line: 0 }, ...parts]);
  return proseOf(document, others.filter(mayHoldStory));
}

/** Without dates below names, on which somebody wrote the text. */
function withoutByLines({ lines }: SourceDocument, parts: readonly TimelinePart[]): TimelinePart[] {
  return parts.filter((part) => part.kind !== "day" || !isBelowName(lines, part.line));
}

function isTimeline({ canonical, within }: Section): boolean {
  return canonical === "timeline" || (within === "timeline" && !isElsewhere(canonical));
}

function isElsewhere(canonical: Canonical | null): boolean {
  return (
    canonical !== null &&
    !["detection", "response", "impact", "story", "background"].includes(canonical)
  );
}

const withoutTimeline: readonly (Canonical | null)[] = [
  "sources",
  "people",
  "actions",
  "lessons",
  "messaging",
  "scorecard",
  "questions",
  "went-well",
  "went-badly",
  "luck",
  "meta",
];

function mayHoldTimeline({ canonical, within }: Section): boolean {
  return (
    !withoutTimeline.includes(canonical) &&
    !(canonical === null && withoutTimeline.includes(within))
  );
}

function mayHoldStory({ canonical, heading }: Section): boolean {
  return (
    heading === null ||
    canonical === null ||
    ["summary", "impact", "story", "response", "detection", "background"].includes(canonical)
  );
}

function rowsIn(parts: readonly TimelinePart[]): TimelineRow[] {
  return parts.filter((part) => part.kind === "row");
}

/** Entries in the text; where there are none, in quotes; where there are none, in code. */
function partsOf(
  document: SourceDocument,
  sections: readonly Section[],
  isNamed: boolean,
): TimelinePart[] {
  const insides = ["text", "quote", "code"] as const;
  for (const inside of insides) {
    const parts = sections.flatMap((section) =>
      sectionParts(document, section, { inside, isTimeline: isNamed }),
    );
    const rows = rowsIn(parts);
    const isRead = rows.some(({ written, form }) => written !== null || form === "table");
    if (isRead && (isNamed || inside === "text" || isLog(rows))) return parts;
  }
  return sections.flatMap((section) => headParts(document, section));
}

/** Outside of a timeline, code is one only where its lines begin with full dates, as a log's do. */
function isLog(rows: readonly TimelineRow[]): boolean {
  return rows.filter(({ written }) => written?.from.date && written.from.clock).length >= 2;
}

function sectionParts(
  document: SourceDocument,
  section: Section,
  how: Pick<TimelineRange, "inside" | "isTimeline">,
): TimelinePart[] {
  const headings = new Map(document.headings.map((heading) => [heading.from, heading]));
  const { lines } = document;
  const from = section.heading?.from ?? section.from;
  const isTop = section.canonical === "timeline" || !how.isTimeline;
  const range = { lines, headings, from: isTop ? section.from : from, to: section.to, ...how };
  return [...(isTop ? headParts(document, section) : []), ...timelineParts(range)];
}

/** What the heading of a timeline, and the lines before its first entry, say of day and zone. */
function headParts({ lines }: SourceDocument, { heading, from, to }: Section): TimelinePart[] {
  const parts: TimelinePart[] = [];
  if (heading) parts.push(...namedParts(heading.text, heading.from, true));
  for (let at = from; at < Math.min(to, from + 12); at++) {
    const line = lines[at];
    if (!line || line.kind === "blank") continue;
    if (line.kind !== "text" || line.text.startsWith("|") || /^[-*+\d[]/.test(line.text)) break;
    if (zoneDeclaredIn(line.text) || /\btimes?\b/i.test(line.text))
      parts.push(...namedParts(line.text, at, false));
  }
  return parts;
}

function namedParts(text: string, line: number, isHeading: boolean): TimelinePart[] {
  const zone = zoneDeclaredIn(text) ?? (isHeading ? zoneNamedIn(text) : null);
  const date = fullDateIn(text, isHeading ? "heading" : "line");
  return [
    ...(zone ? [{ kind: "zone", zone, line } as const] : []),
    ...(date ? [{ kind: "day", date, line } as const] : []),
  ];
}

function fullDateIn(text: string, form: "heading" | "line"): WrittenDate | null {
  const plain = plainWords(text);
  const found = incidentDayIn(plain, null, form);
  return found ? (readDateAt(plain, found.at, false)?.value ?? null) : null;
}

function blocksOf(document: SourceDocument, sections: readonly Section[]): TimelinePart[] {
  return sections.flatMap((section) => {
    const rows = blockRows(document.lines, section.from, section.to);
    return rows.length === 0 ? [] : [...headParts(document, section), ...rows];
  });
}

function proseOf({ lines }: SourceDocument, sections: readonly Section[]): TimelineRow[] {
  return sections.flatMap(({ from, to }) => proseRows(lines, from, to));
}
