import { breaksNoun } from "../grammar";
import { determiners, prepositions } from "../lexicon/words";
import { wordSet } from "../lexicon/word-set";
import { firstWord, lastWord, opens, withArticle, withCapital } from "./place";
import type { Exchange, Marked } from "./place";

const adverb = /^(?:(?!only$)\p{L}+ly|of course|needless to say|it goes without saying)$/iu;
const noun = /(?:idiots?|stupidity|chaos|nightmares?|catastrophes?|debacle|fiasco|disaster)$/i;
/** Behind these an adverb is asked for. */
const measures = wordSet("so how too very more most as less");

/** The sentence without the words; null where it would be none, as in "It was obvious". */
export function leftOut(marked: Marked): Exchange | null {
  const { words } = marked;
  const inner = withoutWord(words);
  if (inner !== null) return { words: inner };
  if (adverb.test(words)) return mayGo(marked) ? withoutAdverb(marked) : null;
  return isBeforeNoun(marked) ? withArticle(marked, { words: "", after: 1 }) : null;
}

/** "Just had to" without "just"; null where no such word stands among others. */
function withoutWord(words: string): string | null {
  const [first = "", ...others] = words.split(/\s+/);
  const loose = /^(?:just|easily|trivially)$/i;
  if (others.length === 0) return null;
  if (loose.test(first)) {
    const rest = others.join(" ");
    return /^[A-Z]/.test(first) ? withCapital(rest) : rest;
  }
  return others.length === 1 && loose.test(others[0] ?? "") ? first : null;
}

function mayGo({ before, after }: Marked): boolean {
  if (measures.has(lastWord(before))) return false;
  return !/^\s+(?:and|or|but|enough)\b/i.test(after);
}

/** An adverb, with the commas that set it apart. */
function withoutAdverb(marked: Marked): Exchange {
  const { before, words, after } = marked;
  if (opens(before)) {
    const lead = lengthOf(/^(?:,|\s+that\b)?\s*/, after);
    return { words: withCapital(after.charAt(lead)), after: lead + 1 };
  }
  const comma = lengthOf(/,\s+$/, before);
  if (comma > 0 && after.startsWith(",")) return { words: "", before: comma, after: 1 };
  const ends = /^\s*(?:[.?!;:,)]|$)/.test(after);
  if (ends) return { words: "", before: comma || spaceBehind(before) };
  const that = words.endsWith("saying") ? lengthOf(/^\s+that\b/, after) : 0;
  return withArticle(marked, { words: "", after: that + 1 });
}

/** How many letters of a text fit; 0 where none do. */
function lengthOf(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}

function spaceBehind(before: string): number {
  return before.length - before.trimEnd().length;
}

/** "The obvious sign", "with obvious signs", but not "it was obvious". */
function isBeforeNoun({ before, words, after }: Marked): boolean {
  const next = firstWord(after);
  if (noun.test(words) || next === "" || breaksNoun(next)) return false;
  const last = lastWord(before);
  return determiners.has(last) || prepositions.has(last);
}
