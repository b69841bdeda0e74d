import { type Passage, withoutAdded } from "./added-sentences";
import { threeWay, type Chunk, type Three } from "./three-way";
import { codeLines, isWord, linesOf, sentencesOf, wordsOf } from "./tokens";

/** Whose wording stands in a merged document where two authors wrote different things. */
export type Kept = "ours" | "theirs" | "both";

/** A passage that both authors changed; the merged text has the wording of one, or both. */
export interface Clash extends Three<string> {
  /** Both wordings, theirs first, with what must stand between them. */
  readonly both: string;
  readonly kept: Kept;
  /** Where what was kept begins in the merged text, in UTF-16 units. */
  readonly offset: number;
}

/** A text that two authors changed, merged. */
export interface MergedText {
  readonly text: string;
  /** In the order of the text. */
  readonly clashes: readonly Clash[];
}

// Beyond these many characters a passage that both changed is not taken apart further.
const mostForSentences = 200_000;
const mostForWords = 20_000;
// Two changes with less between them are about the same thing: ten minutes that became twelve for
// one author and ten hours for the other are not twelve hours.
const wordsBetween = 2;

/**
 * Merges a text line by line, a line that both changed sentence by sentence, and a sentence that
 * both changed word by word. What is left is a clash, as long as the sentences that hold it; a
 * line of code is never taken apart. What one removed and the other changed stays as changed; what
 * both added at one place stays as both, theirs first; of two other wordings theirs stays, which
 * is saved already. Bytes that nobody changed are never touched.
 */
export function mergeText(texts: Three<string>): MergedText {
  const lines = {
    base: linesOf(texts.base),
    ours: linesOf(texts.ours),
    theirs: linesOf(texts.theirs),
  };
  const isCode = codeLines(lines.base);
  return written(
    threeWay(lines).map((chunk) => mergeLines(chunk, isCode)),
    () => "\n",
  );
}

/** A part of a merged text; null for one that is not there at all, not even as an empty line. */
type Part = MergedText | null;

function written(
  parts: readonly Part[],
  between: (before: string, after: string) => string,
): MergedText {
  let text = "";
  let isFirst = true;
  const clashes: Clash[] = [];
  for (const part of parts) {
    if (part === null) continue;
    if (!isFirst) text += between(text, part.text);
    for (const clash of part.clashes)
      clashes.push({ ...clash, offset: clash.offset + text.length });
    text += part.text;
    isFirst = false;
  }
  return { text, clashes };
}

function mergeLines(chunk: Chunk, isCode: readonly boolean[]): Part {
  if (chunk.kind === "agreed") return chunk.tokens.length === 0 ? null : agreed(chunk.tokens, "\n");
  const { base, ours, theirs } = chunk;
  const texts = { base: base.join("\n"), ours: ours.join("\n"), theirs: theirs.join("\n") };
  if (base.length === 0) return bothAdded(texts, betweenLines(theirs, ours));
  const isGone = theirs.length === 0 && texts.ours.trim() === "";
  if (isGone) return null;
  const inCode = base.some((_, at) => isCode[chunk.start + at] === true);
  const whole = inCode || ours.length === 0 || theirs.length === 0;
  return whole ? clashOf(texts, betweenLines(theirs, ours)) : mergeSentences(texts);
}

function agreed(tokens: readonly string[], between: string): MergedText {
  return { text: tokens.join(between), clashes: [] };
}

/** One blank line, where two added paragraphs would otherwise be one or stand too far apart. */
function betweenLines(before: readonly string[], after: readonly string[]): string {
  const [last = "", first = ""] = [before.at(-1), after[0]];
  if (last.trim() === "" && first === "") return "";
  const ownLine = /^\s*(?:$|[-+*>|#]|\d+[.)])/;
  return ownLine.test(last) || ownLine.test(first) ? "\n" : "\n\n";
}

function mergeSentences(texts: Three<string>): MergedText {
  if (longest(texts) > mostForSentences) return clashOf(texts, "\n");
  return written(threeWay(tokensBy(sentencesOf, texts)).map(mergeChunkOfSentences), gap);
}

function mergeChunkOfSentences(chunk: Chunk): MergedText {
  if (chunk.kind === "agreed") return agreed(chunk.tokens, "");
  const { base, ours, theirs } = chunk;
  const texts = { base: base.join(""), ours: ours.join(""), theirs: theirs.join("") };
  if (texts.base === "") return bothAdded(texts, gap(texts.theirs, texts.ours));
  const further = writtenOn(texts);
  if (further !== null) return { text: further, clashes: [] };
  const merged = texts.ours === "" || texts.theirs === "" ? null : mergeWords(texts);
  if (merged !== null) return { text: merged, clashes: [] };
  const passage = withoutAdded(chunk);
  return passage === null
    ? clashOf(texts, gap(texts.theirs, texts.ours))
    : mergePassage(passage, chunk.start);
}

function mergePassage({ before, core, after }: Passage, start: number): MergedText {
  const parts = [before, core, after].filter(
    ({ base, ours, theirs }) => base.length + ours.length + theirs.length > 0,
  );
  return written(
    parts.map((part) => mergeChunkOfSentences({ kind: "clash", start, ...part })),
    gap,
  );
}

/** A space between two sentences that have none, because two authors wrote them. */
function gap(before: string, after: string): string {
  const isOpen = (character = " ") => character.trim() === "";
  return isOpen(before.at(-1)) || isOpen(after.at(0)) ? "" : " ";
}

/** The text with the changes of both; null where they are too close to each other. */
function mergeWords(texts: Three<string>): string | null {
  if (longest(texts) > mostForWords) return null;
  const chunks = threeWay(
    tokensBy(wordsOf, texts),
    (between) => between.filter(isWord).length < wordsBetween,
  );
  if (chunks.some(({ kind }) => kind === "clash")) return null;
  return chunks.map((chunk) => (chunk.kind === "agreed" ? chunk.tokens.join("") : "")).join("");
}

function tokensBy(split: (text: string) => string[], { base, ours, theirs }: Three<string>) {
  return { base: split(base), ours: split(ours), theirs: split(theirs) };
}

function longest({ base, ours, theirs }: Three<string>): number {
  return Math.max(base.length, ours.length, theirs.length);
}

/** Both texts; once what they share, where one author merely wrote on what the other began. */
function bothAdded(texts: Three<string>, between: string): MergedText {
  const { ours, theirs } = texts;
  // A text that says nothing is the beginning of every other.
  const further = oneWrittenFurther(ours, theirs);
  if (further !== null) return { text: further, clashes: [] };
  const both = `${theirs}${between}${ours}`;
  return { text: both, clashes: [{ ...texts, both, kept: "both", offset: 0 }] };
}

/**
 * The longer of two texts when it begins with the other, else null. So it is when an answer was
 * lost on its way: what an author saved before comes back as somebody else's beginning.
 */
export function oneWrittenFurther(one: string, other: string): string | null {
  if (one.startsWith(other.trimEnd())) return one;
  return other.startsWith(one.trimEnd()) ? other : null;
}

/**
 * The longer of two texts that both go on from the base, when it begins with the other, else null.
 * So it is when a tab was closed in mid-sentence: it saved some words and kept others.
 */
function writtenOn({ base, ours, theirs }: Three<string>): string | null {
  const begun = base.trimEnd();
  const goOn = ours.startsWith(begun) && theirs.startsWith(begun);
  return goOn ? oneWrittenFurther(ours, theirs) : null;
}

/** Both wordings in one place: one in the text, the other beside it. */
export function clashOf(texts: Three<string>, between: string): MergedText {
  const { ours, theirs } = texts;
  // Spaces alone are nothing that an author could miss.
  if (ours.trim() === theirs.trim()) return { text: theirs, clashes: [] };
  const kept = theirs.trim() === "" ? "ours" : "theirs";
  const both = `${theirs}${between}${ours}`;
  return { text: texts[kept], clashes: [{ ...texts, both, kept, offset: 0 }] };
}
