import { breaksNoun } from "../grammar";
import { auxiliaries, conjunctions, prepositions } from "../lexicon/words";
import { leftOut } from "./leave-out";
import { firstWord, lastWord, opens, withArticle, withCapital } from "./place";
import type { Exchange, Marked } from "./place";
import { pronounFor } from "./pronoun";

/** How a rule's words are put in for those that it points out; null where they would not fit. */
type InPlace = (marked: Marked, suggestion: string) => Exchange | null;

/** The rules whose words go into the sentence, which stays as it is around them. */
export const inPlace: Readonly<Record<string, InPlace>> = {
  "root-cause": contributingFactor,
  rank: withoutRank,
  finally: atTime,
  "he-or-she": pronounFor,
};

const before =
  /(?<![\p{L}\p{N}])(?:the|an?|one)(?:\s+(?:only|single|main|primary|actual|real|true|likely|probable|possible|sole|exact|underlying|ultimate|key|major)){0,2}\s+$/iu;
const owned = /(?<![\p{L}\p{N}])(?:its|our|their|my|your|his|her)\s+$/iu;
const calling = /^(?:found|identified|called|named|became|become|considered|determined|is|was)$/;

/** "The root cause was" becomes "a contributing factor was". */
function contributingFactor(marked: Marked): Exchange | null {
  const { words, after } = marked;
  if (opens(marked.before) && /^\s*[?:]?\s*$/.test(after)) return { words: "Contributing factors" };
  const { phrase, length } = words.toLowerCase().endsWith("s")
    ? severalFactors(marked)
    : oneFactor(marked);
  const start = marked.before.slice(0, marked.before.length - length);
  return { words: opens(start) ? withCapital(phrase) : phrase, before: length };
}

/** Words, and how long what leads up to them is that they stand for too. */
interface Phrase {
  readonly phrase: string;
  readonly length: number;
}

function severalFactors({ before: written }: Marked): Phrase {
  return { phrase: "contributing factors", length: before.exec(written)?.[0].length ?? 0 };
}

function oneFactor({ before: written, after }: Marked): Phrase {
  const article = before.exec(written)?.[0];
  if (article !== undefined) return { phrase: "a contributing factor", length: article.length };
  const owner = owned.exec(written)?.[0];
  if (owner !== undefined) {
    const phrase = `one of ${owner.trim().toLowerCase()} contributing factors`;
    return { phrase, length: owner.length };
  }
  const isTitle = opens(written) && after.startsWith(":");
  const isBare = !isTitle && asksForArticle(lastWord(written));
  return { phrase: isBare ? "a contributing factor" : "contributing factor", length: 0 };
}

/** Whether a noun behind a word has no word before it that belongs to it: "as", "found". */
function asksForArticle(last: string): boolean {
  return (
    last === "" ||
    last === "as" ||
    calling.test(last) ||
    [prepositions, auxiliaries, conjunctions].some((list) => list.has(last))
  );
}

const ranked =
  /^(?:junior|inexperienced|untrained|unqualified|rookie|novice|unskilled|senior)\s+(.+)$/i;
const newcomers = /^(?:new \p{L}+|interns?|trainees?|apprentice|newbie|rookie|novice)$/iu;

/** "A junior engineer" becomes "an engineer", "interns" become "engineers on duty". */
function withoutRank(marked: Marked): Exchange | null {
  const { words, after } = marked;
  if (/^newly\s/i.test(words)) return leftOutBefore(marked);
  const trade = ranked.exec(words)?.[1]?.replace(/^\p{L}+ly\s+/u, "");
  if (trade === undefined && !newcomers.test(words)) return null;
  const onDuty = /^\s+on (?:duty|call|shift)\b/.test(after) ? "" : " on duty";
  const noun = trade ?? (/s$/i.test(words) ? `engineers${onDuty}` : `engineer${onDuty}`);
  const put = opens(marked.before) ? withCapital(noun) : noun;
  return withArticle(marked, { words: put });
}

function leftOutBefore(marked: Marked): Exchange | null {
  const next = firstWord(marked.after);
  if (next === "" || breaksNoun(next)) return null;
  if (!opens(marked.before)) return withArticle(marked, { words: "", after: 1 });
  return leftOut({ ...marked, words: "newly" });
}

/** "Finally the queue emptied" becomes "At … the queue emptied"; set apart by commas inside. */
function atTime({ before: written, words, after }: Marked, suggestion: string): Exchange | null {
  const time = suggestion.trim();
  if (/^only\s/i.test(words) && auxiliaries.has(firstWord(after))) return null;
  if (/^(?:only|at)\s/i.test(words) && /^\s+did\b/i.test(after)) return null;
  if (opens(written)) return { words: withCapital(time) };
  const small = time.charAt(0).toLowerCase() + time.slice(1);
  const isApart = /[,;:—(]\s*$/.test(written) || /^\s*(?:[.?!;:,)]|$)/.test(after);
  return isApart ? { words: small } : { words: `, ${small},`, before: 1 };
}
