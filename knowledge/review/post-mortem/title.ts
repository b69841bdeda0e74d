import { canonicalOf } from "./canonical-heading";
import { dayLine } from "./day-line";
import type { Heading } from "./outline";
import { plainWords } from "./plain-words";
import type { SourceDocument } from "./source-document";
import { itemMark, type SourceLine } from "./source-line";
import { isTemplateHint } from "./template-hint";
import { timeLead } from "./time-lead";

/** The title of a document and the line on which it stands; -1 where it stands on none of its own. */
export interface Title {
  readonly text: string | null;
  readonly line: number;
  /** Whether nothing but its place says that it is the title. */
  readonly isGuess: boolean;
}

/** Finds the title: the first heading, a label, else a first short line. */
export function titleOf(document: SourceDocument): Title {
  const { headings, labels } = document;
  const label = labels.find(({ meaning, value }) => meaning === "title" && value !== "");
  const heading = titleHeading(headings);
  if (heading && (canonicalOf(heading.text) === null || !label)) {
    return { text: heading.text, line: heading.from, isGuess: false };
  }
  if (label) return { text: label.value, line: -1, isGuess: false };
  const none = { text: null, line: -1, isGuess: false };
  return named(document) ?? underlined(document) ?? firstLine(document) ?? none;
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

/** A first line that is underlined as the sections below it are. */
function underlined({ lines, headings: [first] }: SourceDocument): Title | null {
  const isFirst = first && lines.slice(0, first.from).every(({ kind }) => kind !== "text");
  if (!isFirst || first.form !== "underlined" || canonicalOf(first.text) !== null) return null;
  return { text: first.text, line: first.from, isGuess: true };
}

const kindOfDocument =
  /^(?:incident|outage|(?:incident[ \t]+|outage[ \t]+)?(?:post-?[ \t]?mortem|(?:post-?incident[ \t]+)?(?:report|review|retrospective))|(?:five|5)[ \t]+whys?)(?:[ \t]+#?\d{1,8})?[ \t]*[:–—][ \t]+/i;

/** A first line that says of what it is the review: "Incident post-mortem: Catalogue down". */
function named({ lines, headings }: SourceDocument): Title | null {
  const at = lines.findIndex(({ kind }) => kind === "text");
  const line = lines[at];
  const kind = line && headings.every(({ from }) => from > at) && kindOfDocument.exec(line.text);
  if (!line || !kind || !isShortLine(line)) return null;
  const rest = line.text.slice(kind[0].length);
  if (isOther(rest) || !/\p{L}{2}.*\s.*\p{L}{2}/u.test(rest)) return null;
  return { text: plainWords(line.text), line: at, isGuess: true };
}

/** A short line that stands alone before everything else. */
function firstLine({ lines, headings, labels }: SourceDocument): Title | null {
  const at = lines.findIndex(({ kind, text }) => kind === "text" && !/^[-=+]{3,}$/.test(text));
  const line = lines[at];
  const isAbove = headings.every(({ from }) => from > at);
  if (!line || !isAbove || lines[at + 1]?.kind === "text" || !isShortLine(line)) return null;
  const isLabel = labels.some((label) => label.line === at);
  const text = plainWords(line.text);
  return isLabel || isOther(line.text) ? null : { text, line: at, isGuess: true };
}

/** Whether a line says something of its own: a section's name, a day, an entry with its time. */
function isOther(text: string): boolean {
  const isTimed = Boolean(timeLead(text)?.written?.from.clock);
  return plainWords(text) === "" || canonicalOf(text) !== null || dayLine(text) !== null || isTimed;
}

function isShortLine(line: SourceLine): boolean {
  const { text, quotes } = line;
  const isWords = !/[.;,:!?|]$/.test(text) && !text.startsWith("|") && itemMark(text) === "";
  return quotes === 0 && text.length <= 120 && isWords && !isTemplateHint(line);
}
