import { canonicalOf, type Canonical } from "./canonical-heading";
import { plainWords } from "./plain-words";
import { isNothingButName } from "./section-name";
import { itemMark, type SourceLine } from "./source-line";
import { leadsWithTime } from "./time-lead";

/** A heading in whatever way it was made. */
export interface Heading {
  readonly text: string;
  /** 1 for the title; bold lines and the like stand below all others. */
  readonly level: number;
  readonly form: "hash" | "underlined" | "bold" | "words";
  /** Its first line and the line behind its last. */
  readonly from: number;
  readonly to: number;
}

/** A section: a heading and what stands below it up to the next heading of any level. */
export interface Section {
  readonly heading: Heading | null;
  readonly canonical: Canonical | null;
  /** What the sections around it are about, where its own heading does not say. */
  readonly within: Canonical | null;
  /** The lines of its body. */
  readonly from: number;
  readonly to: number;
}

const lowest = 7;

/** More headings than this nobody writes; what follows is read as text. */
const mostHeadings = 2_000;

/** The headings of a document in their order. */
export function headingsOf(lines: readonly SourceLine[]): Heading[] {
  const marked = found(lines, (at) => markedHeading(lines, at));
  const taken = new Set(marked.flatMap(({ from, to }) => [from, to - 1]));
  const level = marked.length > 0 ? lowest : 2;
  const soft = found(lines, (at) => (taken.has(at) ? null : softHeading(lines, at, level)));
  const wanted = soft.filter(
    ({ text, form }) => marked.length < 3 || (form === "bold" && canonicalOf(text) !== null),
  );
  return [...marked, ...wanted].toSorted((a, b) => a.from - b.from);
}

function found(lines: readonly SourceLine[], read: (at: number) => Heading | null): Heading[] {
  const headings: Heading[] = [];
  for (let at = 0; at < lines.length && headings.length < mostHeadings; at++) {
    const heading = lines[at]?.kind === "text" ? read(at) : null;
    if (heading) headings.push(heading);
  }
  return headings;
}

function markedHeading(lines: readonly SourceLine[], at: number): Heading | null {
  const line = lines[at];
  if (!line || line.kind !== "text" || line.quotes > 0 || line.indent > 3) return null;
  return hashHeading(line.text, at) ?? underlinedHeading(lines, at) ?? htmlHeading(line.text, at);
}

const hashes = /^(#{1,6})(?:[ \t]+(.*?)|(?=[^#\s!0-9]{4}|\d\. )(.*?))?[ \t]*#*[ \t]*$/;

function hashHeading(source: string, at: number): Heading | null {
  if (source.length > 500) return null;
  const [, marks, spaced, close] = hashes.exec(source) ?? [];
  const text = plainWords(spaced ?? close ?? "");
  if (marks === undefined || text === "") return null;
  // `#channel` is a name; `##Timeline` and `#Timeline` are headings without their space.
  if (spaced === undefined && marks.length === 1 && canonicalOf(text) === null) return null;
  return { text, level: marks.length, form: "hash", from: at, to: at + 1 };
}

const underline = /^(?:={3,}|-{3,}|~{4,}|\^{4,}|\*{4,})$/;

function underlinedHeading(lines: readonly SourceLine[], at: number): Heading | null {
  const [line, under] = [lines[at], lines[at + 1]];
  if (!line || !under || !isUnderline(under) || !mayBeUnderlined(line)) return null;
  if (!isAloneAbove(lines[at - 1])) return null;
  const text = plainWords(line.text);
  const level = under.text.startsWith("=") ? 1 : under.text.startsWith("-") ? 2 : 3;
  return text === "" ? null : { text, level, form: "underlined", from: at, to: at + 2 };
}

function isUnderline({ kind, text, quotes }: SourceLine): boolean {
  return kind === "text" && quotes === 0 && underline.test(text);
}

function mayBeUnderlined({ text }: SourceLine): boolean {
  const isText = !text.startsWith("|") && itemMark(text) === "" && !underline.test(text);
  return isText && text.length <= 160;
}

/** Of a paragraph of several lines only the last would be underlined, which nobody means. */
function isAloneAbove(before: SourceLine | undefined): boolean {
  return !before || before.kind !== "text" || underline.test(before.text) || isHeadingLine(before);
}

function isHeadingLine({ text }: SourceLine): boolean {
  return /^#{1,6}[ \t]/.test(text);
}

const html = /^<h([1-6])\b[^<>]{0,200}>(.{1,400}?)<\/h\1>$/i;
const summary = /^(?:<details[^<>]{0,80}>[ \t]*)?<summary\b[^<>]{0,200}>(.{1,300}?)<\/summary>$/i;

function htmlHeading(source: string, at: number): Heading | null {
  const [, level, words] = html.exec(source) ?? [];
  if (level !== undefined && words !== undefined) {
    return { text: plainWords(words), level: Number(level), form: "hash", from: at, to: at + 1 };
  }
  const text = plainWords(summary.exec(source)?.[1] ?? "");
  if (canonicalOf(text) === null) return null;
  return { text, level: lowest, form: "hash", from: at, to: at + 1 };
}

const boldLine = /^(?:\*\*\*?|___?)(.{1,120}?)(?:\*\*\*?|___?)[ \t]*:?(?:\\|<br ?\/?>)?$/;

/** A line in bold by itself, or one that is nothing but the name of a section. */
function softHeading(lines: readonly SourceLine[], at: number, level: number): Heading | null {
  const line = lines[at];
  if (!line || line.quotes > 0 || line.indent > 3) return null;
  const bold = boldLine.exec(line.text)?.[1];
  const isFirst = isFirstOfText(lines, at);
  if (bold === undefined) return isFirst ? wordsHeading(line, { at, level }) : null;
  const isLast = lines[at + 1]?.kind !== "text";
  return isFirst || isLast ? boldHeading(bold, line.text, { at, level }) : null;
}

function isFirstOfText(lines: readonly SourceLine[], at: number): boolean {
  return lines[at - 1]?.kind !== "text" || markedHeading(lines, at - 1) !== null;
}

interface Place {
  readonly at: number;
  readonly level: number;
}

function boldHeading(bold: string, source: string, { at, level }: Place): Heading | null {
  const isSentence = /[.,;]$/.test(bold) || /\*\*|__/.test(bold);
  const text = plainWords(source);
  if (isSentence || leadsWithTime(bold) || text === "") return null;
  return { text, level, form: "bold", from: at, to: at + 1 };
}

function wordsHeading(line: SourceLine, { at, level }: Place): Heading | null {
  const source = line.text;
  if (line.indent > 0 || source.length > 90 || source.startsWith("|")) return null;
  // What a picture shows, and what a link is called, names no section.
  if (source.includes("](")) return null;
  if (!/^(?:\d|$)/.test(itemMark(source))) return null;
  const text = plainWords(source);
  const name = text.replace(/[ \t]*:$/, "");
  // "Impact" names a section; "Impact on customers was small" tells of it.
  const isName = isShortName(text, name) && canonicalOf(name) !== null && isNothingButName(name);
  return isName ? { text, level, form: "words", from: at, to: at + 1 } : null;
}

function isShortName(text: string, name: string): boolean {
  const isLabel = /:[ \t]*\S/.test(text.replace(/\([^()]{0,80}\)/g, ""));
  return !isLabel && !/[.,;!]$/.test(text) && name.split(/\s+/).length <= 7;
}

/** The sections of a document between two of its lines, in their order; the first may have no heading. */
export function sectionsOf(headings: readonly Heading[], end: number): Section[] {
  const open: { level: number; canonical: Canonical | null }[] = [];
  const first: Section = {
    heading: null,
    canonical: null,
    within: null,
    from: 0,
    to: headings[0]?.from ?? end,
  };
  const rest = headings.map((heading, index): Section => {
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    const within = open.findLast(({ canonical }) => canonical !== null)?.canonical ?? null;
    const canonical = canonicalOf(heading.text);
    open.push({ level: heading.level, canonical });
    return { heading, canonical, within, from: heading.to, to: headings[index + 1]?.from ?? end };
  });
  return [first, ...rest];
}
