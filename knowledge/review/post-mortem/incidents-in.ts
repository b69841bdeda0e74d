import { canonicalOf, type Canonical } from "./canonical-heading";
import type { Heading } from "./outline";
import { itemMark, type SourceLine } from "./source-line";

/** The lines of one incident in a file that holds several. */
export interface IncidentRange {
  readonly from: number;
  readonly to: number;
}

const telling: ReadonlySet<Canonical> = new Set<Canonical>([
  "summary",
  "impact",
  "timeline",
  "detection",
  "response",
  "root-cause",
  "factors",
  "actions",
]);

/**
 * The incidents that a document holds: the parts below headings of one level that each have sections
 * of their own, such as an impact and a timeline. Empty for a document of one incident.
 */
export function incidentsIn(
  lines: readonly SourceLine[],
  headings: readonly Heading[],
): IncidentRange[] {
  const levels = [...new Set(headings.map(({ level }) => level))].toSorted((a, b) => a - b);
  for (const level of levels) {
    const ranges = rangesOf(level, headings, lines.length).filter((range) =>
      isIncident(lines, range),
    );
    if (ranges.length > 1) return ranges.map(({ from, to }) => ({ from, to }));
  }
  return [];
}

interface HeadedRange extends IncidentRange {
  readonly heading: Heading;
  readonly below: readonly Heading[];
}

/** What stands below each heading of a level, up to the next of that level or above it. */
function rangesOf(level: number, headings: readonly Heading[], end: number): HeadedRange[] {
  const ranges: (Omit<HeadedRange, "below" | "to"> & { to: number; below: Heading[] })[] = [];
  let isOpen = false;
  for (const heading of headings) {
    const last = ranges.at(-1);
    if (heading.level > level) {
      if (isOpen) last?.below.push(heading);
      continue;
    }
    if (last && isOpen) last.to = heading.from;
    isOpen = heading.level === level;
    if (isOpen) ranges.push({ heading, from: heading.from, to: end, below: [] });
  }
  return ranges;
}

function isIncident(
  lines: readonly SourceLine[],
  { heading, below, from, to }: HeadedRange,
): boolean {
  if (canonicalOf(heading.text) !== null) return false;
  const named = [...below.map(({ text }) => text), ...lines.slice(from + 1, to).flatMap(labelOf)];
  const kinds = new Set(named.flatMap((name) => canonicalOf(name) ?? []));
  return [...kinds].filter((kind) => telling.has(kind)).length >= 2;
}

/** The name before a colon in bold, as `- **Impact**: …` has it. */
function labelOf({ kind, text }: SourceLine): string[] {
  if (kind !== "text") return [];
  const source = text.slice(itemMark(text).length);
  const name = /^(?:\*\*|__)([^*_:]{3,50}):?(?:\*\*|__)/.exec(source)?.[1];
  return name === undefined ? [] : [name];
}
