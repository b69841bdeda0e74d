import { canonicalOf, type Canonical } from "./canonical-heading";
import { plainWords } from "./plain-words";
import type { PostMortem, ReadSection } from "./post-mortem";
import { isNothingButName } from "./section-name";
import { isBrokenIntoLines, linesLookedAt, standsAlone } from "./short-line";
import { itemMark, sourceLines, type SourceLine } from "./source-line";

/**
 * A paragraph that begins with its own name: "**Impact:** Queries were lost." Its name stands on
 * the first line of its body, behind which it goes on.
 */
export interface LabelledParagraph extends ReadSection {
  /** The words behind the name. */
  readonly value: string;
}

/** What a label says in few words belongs to no section: dates, people, lists of their own. */
const elsewhere: ReadonlySet<Canonical> = new Set<Canonical>([
  "meta",
  "people",
  "timeline",
  "actions",
  "scorecard",
]);

/** Of what was learnt these are told apart; all else below lessons is a lesson. */
const ofLessons: ReadonlySet<Canonical> = new Set<Canonical>(["went-well", "luck"]);

/**
 * The labelled paragraphs at the head of a document, or under headings that say nothing of what
 * stands below them; below lessons those of what went well and of luck. One with its name in bold
 * goes on to the next label, as below a heading, or below lessons to the next paragraph that is no
 * list; a plain one to the end of its paragraph, or below lessons to a line of its own. An item ends
 * with what is nested in it.
 */
export function labelledParagraphs(postMortem: PostMortem): LabelledParagraph[] {
  const lines = sourceLines(postMortem.lines.join("\n"));
  const taken = takenLines(postMortem);
  const learnt = postMortem.sections.filter(({ canonical }) => canonical === "lessons");
  return [
    ...rangesOf(postMortem).flatMap((range) => paragraphsIn(lines, { ...range, taken })),
    ...learnt
      .flatMap(({ from, to }) => paragraphsIn(lines, { from, to, taken, isOfItems: true }))
      .filter(({ canonical }) => canonical !== null && ofLessons.has(canonical)),
  ];
}

interface Range {
  readonly from: number;
  readonly to: number;
}

interface Looked extends Range {
  readonly taken: ReadonlySet<number>;
  /** Whether lines of a paragraph may be items, as they are below lessons. */
  readonly isOfItems?: boolean;
}

/** Where no heading says what the text is about. */
function rangesOf({ sections, lines, titleLine }: PostMortem): Range[] {
  const [first] = sections;
  const head = { from: Math.max(0, titleLine + 1), to: first?.line ?? lines.length };
  const open = sections.filter(({ canonical }) => canonical === null || canonical === "meta");
  return [head, ...open.map(({ from, to }) => ({ from, to }))];
}

/** Lines of which entries of the timeline and actions were read. */
function takenLines({ timeline, actions }: PostMortem): ReadonlySet<number> {
  const rows = timeline.flatMap(({ row }) => (row.form === "prose" ? [] : [row]));
  return new Set(
    [...rows, ...actions].flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, index) => from + index),
    ),
  );
}

function paragraphsIn(lines: readonly SourceLine[], looked: Looked): LabelledParagraph[] {
  const { from, to, taken } = looked;
  const found: LabelledParagraph[] = [];
  let at = from;
  while (at < to) {
    const line = lines[at];
    const label = line && !taken.has(at) ? labelIn(line) : null;
    if (!label) {
      at += 1;
      continue;
    }
    const end = endOf(lines, { ...looked, from: at }, label.isBold);
    const { heading, canonical, value } = label;
    const rest = lines.slice(at + 1, end).map(({ raw }) => raw);
    const body = [value, ...rest].join("\n");
    if (canonical !== null && !elsewhere.has(canonical)) {
      found.push({ heading, canonical, body, value, line: at, from: at, to: end });
    }
    at = end;
  }
  return found;
}

interface FoundLabel {
  readonly heading: string;
  readonly canonical: Canonical | null;
  readonly value: string;
  readonly isBold: boolean;
}

const bold = /^(?:\*\*|__)([^*_\n:]{2,60}?)[ \t]*(?::(?:\*\*|__)|(?:\*\*|__)[ \t]*:)[ \t]*(\S.*)$/;
const plain = /^(\p{Lu}[\p{L} '’/&-]{2,40}):[ \t]+(\S.*)$/u;

function labelIn(line: SourceLine): FoundLabel | null {
  if (line.kind !== "text" || line.quotes > 0 || line.indent > 3) return null;
  const source = line.text.slice(itemMark(line.text).length);
  return boldLabel(source) ?? plainLabel(source);
}

function boldLabel(source: string): FoundLabel | null {
  const [, name, value] = bold.exec(source) ?? [];
  if (name === undefined || value === undefined) return null;
  const heading = plainWords(name);
  return { heading, canonical: canonicalOf(heading), value, isBold: true };
}

function plainLabel(source: string): FoundLabel | null {
  const [, name, value] = plain.exec(source) ?? [];
  if (name === undefined || value === undefined || !isNothingButName(name)) return null;
  return { heading: name, canonical: canonicalOf(name), value, isBold: false };
}

/** Where the paragraph ends whose label stands on the first line of a range. */
function endOf(lines: readonly SourceLine[], looked: Looked, isBold: boolean): number {
  const { from, to, taken } = looked;
  const isBehind = endingOf(lines, looked, isBold);
  let end = from + 1;
  for (let at = end; at < to; at++) {
    const line = lines[at];
    if (!line || taken.has(at) || labelIn(line) || line.text.startsWith("|")) break;
    if (line.kind === "blank") continue;
    if (isBehind(line, lines[at - 1]?.text ?? "", end < at)) break;
    end = at + 1;
  }
  return end;
}

/** Whether a line stands behind a paragraph: `isApart` where blank lines lie between. */
type IsBehind = (line: SourceLine, above: string, isApart: boolean) => boolean;

function endingOf(lines: readonly SourceLine[], looked: Looked, isBold: boolean): IsBehind {
  const { from, isOfItems = false } = looked;
  const first = lines[from];
  if (first && itemMark(first.text) !== "") {
    return ({ text, indent }, _, isApart) =>
      indent <= first.indent && (isApart || itemMark(text) !== "");
  }
  if (isBold) return ({ text }, _, isApart) => isOfItems && isApart && itemMark(text) === "";
  const isBroken = isOfItems && isBrokenIntoLines(paragraphAt(lines, looked));
  return ({ text }, above, isApart) => isApart || (isOfItems && standsAlone(text, above, isBroken));
}

function paragraphAt(lines: readonly SourceLine[], { from, to }: Range): string[] {
  const near = lines.slice(from, Math.min(to, from + linesLookedAt)).map(({ text }) => text);
  const end = near.findIndex((text) => text === "" || itemMark(text) !== "");
  return end === -1 ? near : near.slice(0, end);
}
