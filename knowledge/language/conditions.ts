import type { Block } from "./block";
import { isAdverb } from "./grammar";
import { authorities, denials, findingWords } from "./lexicon/reporting";
import { determiners, manners } from "./lexicon/words";
import { hasOne } from "./lexicon/word-set";
import { lastOfNoun, nounAfter } from "./noun-after";
import type { Passage, Sentence } from "./passage";
import { following, type Compiled, type Match } from "./pattern";
import type { Pattern } from "./rule";
import { subjectOf } from "./subject";
import { isInTitle } from "./title";
import { normAt, tokenAt, type Token } from "./token";

/** A passage and what kind of block it is. */
export interface Judged {
  readonly passage: Passage;
  readonly kind: Block["kind"];
}

/**
 * The last token of what a match points out, or null where what must stand around it does not: the
 * place, the neighbours, the rest of the sentence, the subject, the noun that follows.
 */
export function holds(compiled: Compiled, match: Match, judged: Judged): number | null {
  const { passage } = judged;
  const { pattern } = compiled;
  const stands =
    (pattern.tied === true || !isTied(passage.tokens, match)) &&
    !isSaid(passage, match) &&
    !isInTitle(passage, match) &&
    standsRight(compiled, match, judged) &&
    neighboursHold(compiled, match, passage) &&
    sentenceHolds(compiled, sentenceAt(passage, match.first)) &&
    subjectHolds(compiled, match, passage);
  return stands ? endOf(pattern, match, passage.tokens) : null;
}

function endOf({ whom }: Pattern, { last, to }: Match, tokens: readonly Token[]): number | null {
  if (!whom) return to;
  const noun = nounAfter(tokens, last, whom);
  if (noun === null) return null;
  // A name is pointed out by a rule of its own.
  return to < last || isNamed(tokenAt(tokens, noun)) ? to : noun;
}

function isNamed({ kind, named }: Token): boolean {
  return named || kind === "handle";
}

function isTied(tokens: readonly Token[], { first, last }: Match): boolean {
  return tokenAt(tokens, first).tied || tokenAt(tokens, last + 1).tied;
}

function isSaid({ said }: Passage, { from, to }: Match): boolean {
  return said[from] === true || said[to] === true;
}

const noSentence: Sentence = { from: 0, end: 0, words: new Set() };

function sentenceAt({ sentences, sentenceOf }: Passage, at: number): Sentence {
  return sentences[sentenceOf[at] ?? 0] ?? noSentence;
}

function standsRight({ pattern }: Compiled, { first }: Match, { passage, kind }: Judged): boolean {
  switch (pattern.at) {
    case undefined:
      return true;
    case "heading":
      return kind === "heading";
    case "sentence-start":
      return isFirst(passage.tokens, sentenceAt(passage, first).from, first);
    case "question":
      return kind === "heading" || sentenceAt(passage, first).words.has("?");
  }
}

/** Whether nothing but marks and numbers stand before it in its sentence. */
function isFirst(tokens: readonly Token[], start: number, at: number): boolean {
  for (let each = start; each < at; each++) {
    const { kind } = tokenAt(tokens, each);
    if (kind !== "mark" && kind !== "number") return false;
  }
  return true;
}

function neighboursHold(compiled: Compiled, match: Match, passage: Passage): boolean {
  const { tokens } = passage;
  const { first, last } = match;
  const { pattern, notBefore, notAfter } = compiled;
  if (isNotObject(compiled, match, tokens)) return false;
  if (notBefore.has(normAt(tokens, following(tokens, last)))) return false;
  if (notAfter.size > 0 && notAfter.has(wordBefore(tokens, first))) return false;
  return pattern.unlessDenied !== true || !isDenied(tokens, sentenceAt(passage, first), first);
}

function isNotObject({ notObject }: Compiled, { to }: Match, tokens: readonly Token[]): boolean {
  if (notObject.size === 0) return false;
  const noun = lastOfNoun(tokens, following(tokens, to));
  return noun !== null && notObject.has(normAt(tokens, noun));
}

/** The word before, articles and adverbs passed over. */
function wordBefore(tokens: readonly Token[], start: number): string {
  for (let at = start - 1; at >= Math.max(0, start - 4); at--) {
    const { kind, norm } = tokenAt(tokens, at);
    if (kind !== "citation" && !isPassedOver(norm)) return norm;
  }
  return "";
}

function isPassedOver(norm: string): boolean {
  if (norm === "no") return false;
  return determiners.has(norm) || manners.has(norm) || isAdverb(norm);
}

/** How many words before a match a denial may stand. */
const denialReach = 5;

function isDenied(tokens: readonly Token[], { from }: Sentence, first: number): boolean {
  for (let at = first - 1; at >= Math.max(from, first - denialReach); at--) {
    const { kind, norm } = tokenAt(tokens, at);
    if (denials.has(norm)) return true;
    if (kind === "mark" && norm !== "“") return false;
  }
  return false;
}

function sentenceHolds({ pattern, near, notNear }: Compiled, { words }: Sentence): boolean {
  if (near.size > 0 && !hasOne(words, near)) return false;
  if (notNear.size > 0 && hasOne(words, notNear)) return false;
  if (pattern.unlessReported !== true) return true;
  return !hasOne(words, authorities) || !hasOne(words, findingWords);
}

function subjectHolds({ pattern }: Compiled, { first }: Match, passage: Passage): boolean {
  const { by, notBy } = pattern;
  if (!by && !notBy) return true;
  const who = subjectOf(passage, verbOf(passage.tokens, first));
  return by ? by.includes(who) : notBy?.includes(who) !== true;
}

const lightVerbs = new Set(["made", "make", "makes", "making", "took", "take", "takes", "taking"]);

/** The verb whose subject counts: "made" in "made the wrong choice", else the first word itself. */
function verbOf(tokens: readonly Token[], first: number): number {
  for (let at = first; at > first - 3; at--) {
    const norm = normAt(tokens, at);
    if (lightVerbs.has(norm)) return at;
    if (at < first && !determiners.has(norm)) return first;
  }
  return first;
}
