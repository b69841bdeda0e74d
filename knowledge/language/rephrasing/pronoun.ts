import { breaksNoun, isAdverb } from "../grammar";
import { manners } from "../lexicon/words";
import { firstWord, opens, withCapital } from "./place";
import type { Exchange, Marked } from "./place";

/** The verb that goes with "they", where "he" has another. */
const plural: Readonly<Record<string, string>> = {
  was: "were",
  is: "are",
  has: "have",
  does: "do",
  "wasn't": "weren't",
  "isn't": "aren't",
  "hasn't": "haven't",
  "doesn't": "don't",
};

/** "They" or a role for "he" and "she", in the case of the word, with the verb that fits. */
export function pronounFor(marked: Marked, suggestion: string): Exchange | null {
  const put = suggestion === "they" ? they(marked) : role(marked, suggestion);
  if (put === null || !opens(marked.before)) return put;
  return { ...put, words: withCapital(put.words) };
}

function they(marked: Marked): Exchange | null {
  const written = marked.words.toLowerCase();
  if (written === "he" || written === "she") return withVerb(marked);
  if (written.endsWith("self")) return { words: "themselves" };
  if (written === "hers") return { words: "theirs" };
  return { words: isOwner(marked) ? "their" : written === "his" ? "theirs" : "them" };
}

/** "He was" needs "they were"; "he'd" is the same for both. */
function withVerb({ after }: Marked): Exchange | null {
  const short = /^['’]s\b/.exec(after);
  if (short) return null;
  const verb =
    /^((?:\s+\p{L}+ly|\s+(?:also|then|just|only|still|never|always|often|soon))*\s+)([\p{L}'’]+)/u.exec(
      after,
    );
  const [, between = "", written = ""] = verb ?? [];
  const known = plural[written.toLowerCase().replace("’", "'")];
  const fitting = known ?? withoutEnding(written);
  if (fitting === null) return { words: "they" };
  return { words: `they${between}${fitting}`, after: between.length + written.length };
}

const pastLike = /(?:ss|us|is|as)$/;

/** "Opens", "watches", "tries" as they go with "they"; null for what is no such form. */
function withoutEnding(verb: string): string | null {
  if (!/^\p{Ll}+s$/u.test(verb) || pastLike.test(verb) || manners.has(verb)) return null;
  if (verb.endsWith("ies")) return `${verb.slice(0, -3)}y`;
  return /(?:[cs]h|x|zz|o)es$/.test(verb) ? verb.slice(0, -2) : verb.slice(0, -1);
}

function role({ words, ...around }: Marked, suggestion: string): Exchange | null {
  const written = words.toLowerCase();
  if (written.endsWith("self")) return null;
  const isOwning = written === "hers" || isOwner({ words, ...around });
  return { words: isOwning || written === "his" ? `${suggestion}'s` : suggestion };
}

/** Whether "his" or "her" says whose something is: a noun follows. */
function isOwner({ words, after }: Marked): boolean {
  const written = words.toLowerCase();
  if (written !== "his" && written !== "her") return false;
  const next = firstWord(after);
  return (
    next !== "" && !breaksNoun(next) && !isAdverb(next) && !manners.has(next) && next !== "the"
  );
}
