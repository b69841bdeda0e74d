import { isYearBehind } from "./beside-name";
import { isLetter, isSpace } from "./characters";
import { wordSet } from "./lexicon/word-set";
import { auxiliaries, determiners } from "./lexicon/words";
import { knownWorks } from "./lexicon/works";
import { opensSentence } from "./opens-sentence";
import type { Passage } from "./passage";
import { closing, isMarkAt, isWordAt, normAt, opening, tokenAt, type Token } from "./token";

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

/** Words that show, just beside a title, that it is one. */
const ofWorks = wordSet(`
  article articles blog book booklet books chapter chapters documentary entitled essay essays film films
  headlined keynote keynotes lecture lectures memo paper papers phrase podcast podcasts preface seminar
  slides talk talks textbook thesis title titled titles video videos webinar word words workshop
`);
/** With the word for a work before them: "the memo is called", but not "the outage was called". */
const naming = wordSet("called named headed");
const pointers = wordSet("see cf");
/** How many words and marks stand in brackets before the year of a work: "(Woods and Cook, 2010)". */
const mostBeforeYear = 4;

/**
 * Whether words stand in the title of a work: in a link of which every word has a capital letter, in
 * a title that is well known, or, where something beside it shows that a work is cited, in a run of
 * such words or in emphasis. "Primary Factor: Human Error In Deployment" cites none.
 */
export function isInTitle(passage: Passage, { from, to }: Span): boolean {
  for (let at = from; at <= to; at++) if (!isOfTitle(passage, at)) return false;
  if (!isCapitalised(passage, from) || !isCapitalised(passage, to)) return false;
  const inner = { from, to };
  if (isInLink(passage, inner) || isKnownWork(passage, inner)) return true;
  const run = runAround(passage, inner);
  if (isInEmphasis(passage, inner)) return isCited(passage, run) || isWithin(passage, run);
  return isRun(passage, run) && isCited(passage, run);
}

/** Whether the words belong to a well-known title; one of two words has to be emphasised by itself. */
function isKnownWork(passage: Passage, inner: Span): boolean {
  return knownWorks.some((title) => {
    for (let from = inner.to - title.length + 1; from <= inner.from; from++) {
      const isHere = title.every((word, index) => normAt(passage.tokens, from + index) === word);
      const span = { from, to: from + title.length - 1 };
      if (isHere && (title.length > 2 || isEmphasised(passage, span))) return true;
    }
    return false;
  });
}

function isEmphasised({ content, tokens }: Passage, { from, to }: Span): boolean {
  const [{ start }, { end }] = [tokenAt(tokens, from), tokenAt(tokens, to)];
  return start > 0 && markBefore(content, start) === start - 1 && markBehind(content, end) === end;
}

/** "As he says in *Human Error In Flight*", "In *Human Error In Flight*". */
function isWithin({ tokens }: Passage, { from }: Span): boolean {
  return normAt(tokens, from - 1) === "in" || normAt(tokens, from) === "in";
}

function isCited({ tokens }: Passage, { from, to }: Span): boolean {
  const [before, behind] = [normAt(tokens, from - 1), normAt(tokens, to + 1)];
  if (ofWorks.has(before) || ofWorks.has(behind)) return true;
  if (naming.has(before) && isWorkCalled(tokens, from - 2)) return true;
  if (isPointer(tokens, from - 1)) return true;
  if (isMarkAt(tokens, from - 1, opening) && isMarkAt(tokens, to + 1, closing)) return true;
  if (isYearBehind(tokens, to, mostBeforeYear)) return true;
  return tokenAt(tokens, to + 1).kind === "citation" || isBy(tokens, to + 1);
}

/** "A talk was", before "called". */
function isWorkCalled(tokens: readonly Token[], end: number): boolean {
  return ofWorks.has(normAt(tokens, auxiliaries.has(normAt(tokens, end)) ? end - 1 : end));
}

/** "See", "see also"; not "we see". */
function isPointer(tokens: readonly Token[], at: number): boolean {
  const first = normAt(tokens, at) === "also" ? at - 1 : at;
  return pointers.has(normAt(tokens, first)) && !isWordAt(tokens, first - 1);
}

/** "By David Woods": a name with a family name. */
function isBy(tokens: readonly Token[], at: number): boolean {
  return (
    normAt(tokens, at) === "by" && tokenAt(tokens, at + 1).named && tokenAt(tokens, at + 2).named
  );
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
  // "See Behind Human Error": the title begins behind it.
  return { from: isPointer(passage.tokens, first) ? first + 1 : first, to: last };
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
