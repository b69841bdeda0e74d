import { isYearBehind } from "./beside-name";
import { isLetter, isSpace } from "./characters";
import { hasOne, wordSet } from "./lexicon/word-set";
import { auxiliaries, determiners } from "./lexicon/words";
import { opensSentence } from "./opens-sentence";
import type { Passage } from "./passage";
import { closing, isMarkAt, isWordAt, normAt, opening, tokenAt } from "./token";

/** How many words the title of a work has at most, and how many of them show that it is one. */
const longest = 12;
const fewest = 3;
/** Where a sentence begins with them, for a heading may begin so too. */
const fewestAtStart = 4;
/** How far from a word the mark may stand that emphasises a title, in characters. */
const reach = 100;

const small = wordSet("a an the of and or to in for on with without from");

/** First and last token of some words. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Words that show that a sentence is about a work, and not in capitals for their own sake. */
const ofWorks = wordSet(`
  article articles blog book booklet books bookshelf chapter chapters cite cited cites citing
  documentary edition editions entitled essay essays film films isbn keynote keynotes lecture lectures
  paper papers podcast podcasts preface read reading reads semester seminar slides syllabus talk talks
  term textbook thesis title titled titles video videos webinar workshop
`);
/** Just before a title, or with a capital as the first word of its run: "See Behind Human Error". */
const pointers = wordSet("see cf called named headed headlined word words phrase");

/**
 * Whether words stand in the title of a work: in a link of which every word has a capital letter, or,
 * where something in the sentence shows that a work is cited, in a run of such words or in emphasis.
 * "Primary Factor: Human Error In Deployment" cites none.
 */
export function isInTitle(passage: Passage, { from, to }: Span): boolean {
  for (let at = from; at <= to; at++) if (!isOfTitle(passage, at)) return false;
  if (!isCapitalised(passage, from) || !isCapitalised(passage, to)) return false;
  const inner = { from, to };
  const run = runAround(passage, inner);
  const isTitle = isCited(passage, run) && (isRun(passage, run) || isInEmphasis(passage, inner));
  return isTitle || isInLink(passage, inner);
}

function isCited({ tokens, sentences, sentenceOf }: Passage, { from, to }: Span): boolean {
  const sentence = sentences[sentenceOf[from] ?? 0];
  if (sentence && hasOne(sentence.words, ofWorks)) return true;
  if ([from - 1, from].some((at) => pointers.has(normAt(tokens, at)))) return true;
  if (isMarkAt(tokens, from - 1, opening) && isMarkAt(tokens, to + 1, closing)) return true;
  return tokenAt(tokens, to + 1).kind === "citation" || isYearBehind(tokens, to);
}

function isRun(passage: Passage, { from, to }: Span): boolean {
  const { tokens } = passage;
  let capitals = 0;
  for (let at = from; at <= to; at++) if (isCapitalised(passage, at)) capitals += 1;
  if (!opensSentence(tokens, from)) return capitals >= fewest;
  const titled = determiners.has(normAt(tokens, from)) ? capitals - 1 : capitals;
  return titled >= fewestAtStart && auxiliaries.has(normAt(tokens, to + 1));
}

/** The words of a title around some of its words; it begins and ends with a capital letter. */
function runAround(passage: Passage, { from, to }: Span): Span {
  let [first, last] = [from, to];
  for (let at = from - 1; at >= from - longest && isOfTitle(passage, at); at--) {
    if (tokenAt(passage.tokens, at).capital) first = at;
  }
  for (let at = to + 1; at <= to + longest && isOfTitle(passage, at); at++) {
    if (tokenAt(passage.tokens, at).capital) last = at;
  }
  return { from: first, to: last };
}

function isOfTitle(passage: Passage, at: number): boolean {
  const { capital, norm } = tokenAt(passage.tokens, at);
  return isWordAt(passage.tokens, at) && (capital || small.has(norm));
}

/** "Guide", but not "GUIDE". */
function isCapitalised({ tokens }: Passage, at: number): boolean {
  const { kind, capital, shouted } = tokenAt(tokens, at);
  return kind === "word" && capital && !shouted;
}

/** *Human Error*, but not **Human Error**, which is how headings are written. */
function isInEmphasis(passage: Passage, inner: Span): boolean {
  const { content, tokens } = passage;
  const opens = markBefore(content, tokenAt(tokens, inner.from).start);
  const closes = markBehind(content, tokenAt(tokens, inner.to).end);
  if (opens < 0 || closes < 0 || content.charAt(opens) !== content.charAt(closes)) return false;
  return capitalsBetween(passage, inner, [opens, closes]) > 1;
}

function isInLink(passage: Passage, inner: Span): boolean {
  const { content, tokens } = passage;
  const { start } = tokenAt(tokens, inner.from);
  const { end } = tokenAt(tokens, inner.to);
  const opens = content.slice(Math.max(0, start - reach), start).lastIndexOf("[");
  const closes = content.slice(end, end + reach).indexOf("](");
  if (opens < 0 || closes < 0) return false;
  const marks = [Math.max(0, start - reach) + opens, end + closes] as const;
  return capitalsBetween(passage, inner, marks) >= fewest;
}

/** How many words between two marks have a capital letter; 0 where one has none that should. */
function capitalsBetween(
  passage: Passage,
  { from, to }: Span,
  [opens, closes]: readonly [number, number],
): number {
  let capitals = 0;
  for (let at = from - longest; at <= to + longest; at++) {
    const { kind, start, end } = tokenAt(passage.tokens, at);
    if (start <= opens || end > closes || kind === "mark") continue;
    if (!isOfTitle(passage, at)) return 0;
    if (isCapitalised(passage, at)) capitals += 1;
  }
  return capitals;
}

function markBefore(content: string, start: number): number {
  for (let at = start - 1; at >= Math.max(0, start - reach); at--) {
    if (!isMark(content, at)) continue;
    const before = content.charCodeAt(at - 1);
    const opens = at === 0 || isSpace(before) || "(“\"‘'".includes(content.charAt(at - 1));
    return opens ? at : -1;
  }
  return -1;
}

function markBehind(content: string, end: number): number {
  for (let at = end; at < Math.min(content.length, end + reach); at++) {
    if (!isMark(content, at)) continue;
    const next = content.charCodeAt(at + 1);
    return isMark(content, at + 1) || isLetter(next) ? -1 : at;
  }
  return -1;
}

function isMark(content: string, at: number): boolean {
  const mark = content.charAt(at);
  return mark === "*" || mark === "_";
}
