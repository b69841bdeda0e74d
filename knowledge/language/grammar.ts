import {
  auxiliaries,
  conjunctions,
  irregularParticiples,
  notParticiples,
  openers,
  prepositions,
} from "./lexicon/words";

/** What a word's form tells of it, without knowing the word. */

const noAdverbs = new Set(["supply", "reply", "family", "apply", "assembly", "anomaly", "early"]);

export function isAdverb(norm: string): boolean {
  return norm.length > 4 && norm.endsWith("ly") && !noAdverbs.has(norm);
}

export function isParticiple(norm: string): boolean {
  if (irregularParticiples.has(norm)) return true;
  return norm.length > 3 && norm.endsWith("ed") && !notParticiples.has(norm);
}

/** Whether a word cannot be part of a noun: a helper, a preposition, what opens a clause. */
export function breaksNoun(norm: string): boolean {
  return (
    auxiliaries.has(norm) || openers.has(norm) || conjunctions.has(norm) || prepositions.has(norm)
  );
}
