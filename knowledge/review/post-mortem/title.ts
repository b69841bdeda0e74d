import { canonicalOf } from "./canonical-heading";
import type { Heading } from "./outline";
import { plainWords } from "./plain-words";
import type { SourceDocument } from "./source-document";
import { itemMark, type SourceLine } from "./source-line";
import { isTemplateHint } from "./template-hint";

/** The title of a document and the line on which it stands; -1 where it stands on none of its own. */
export interface Title {
  readonly text: string | null;
  readonly line: number;
}

/** Finds the title: the first heading, a label, else a first short line. */
export function titleOf(document: SourceDocument): Title {
  const { headings, labels } = document;
  const label = labels.find(({ meaning, value }) => meaning === "title" && value !== "");
  const heading = titleHeading(headings);
  if (heading && (canonicalOf(heading.text) === null || !label)) {
    return { text: heading.text, line: heading.from };
  }
  if (label) return { text: label.value, line: -1 };
  return firstLine(document) ?? { text: null, line: -1 };
}

/** The only heading of the highest level, where it stands first; or a first one that is no section. */
function titleHeading(headings: readonly Heading[]): Heading | null {
  const highest = headings.reduce((least, { level }) => Math.min(least, level), 9);
  const top = headings.filter(({ level }) => level === highest);
  const [first] = top;
  return first && mayBeTitle(first, { top, headings }) ? first : null;
}

function mayBeTitle(
  heading: Heading,
  { top, headings }: { top: readonly Heading[]; headings: readonly Heading[] },
): boolean {
  const isFirst = heading === headings[0];
  const isAlone = top.length === 1;
  const isTop = heading.level === 1;
  if (canonicalOf(heading.text) === null) return isTop ? isFirst || isAlone : isFirst && isAlone;
  // "Postmortem summary" above everything else is what the document calls itself.
  return isTop && isFirst && isAlone && headings.length > 1;
}

/** A short line that stands alone before everything else. */
function firstLine({ lines, headings, labels }: SourceDocument): Title | null {
  const at = lines.findIndex(({ kind, text }) => kind === "text" && !/^[-=+]{3,}$/.test(text));
  const line = lines[at];
  const isAbove = headings.every(({ from }) => from > at);
  if (!line || !isAbove || lines[at + 1]?.kind === "text" || !isShortLine(line)) return null;
  const isOther = labels.some((label) => label.line === at) || canonicalOf(line.text) !== null;
  const text = plainWords(line.text);
  return isOther || text === "" ? null : { text, line: at };
}

function isShortLine(line: SourceLine): boolean {
  const { text, quotes } = line;
  const isWords = !/[.;,:!?|]$/.test(text) && !text.startsWith("|") && itemMark(text) === "";
  return quotes === 0 && text.length <= 120 && isWords && !isTemplateHint(line);
}
