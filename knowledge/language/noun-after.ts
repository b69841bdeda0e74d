import { isParticiple } from "./grammar";
import { afterNoun } from "./lexicon/reporting";
import { auxiliaries, determiners, irregularPasts, openers, prepositions } from "./lexicon/words";
import { following } from "./pattern";
import type { Who } from "./rule";
import { tokenAt, type Token } from "./token";
import { whoIs } from "./who";

const longest = 6;

/** The last token of the noun that follows `last`, if it is one of `wanted`; else null. */
export function nounAfter(
  tokens: readonly Token[],
  last: number,
  wanted: readonly Who[],
): number | null {
  const noun = lastOfNoun(tokens, following(tokens, last));
  if (noun === null || !wanted.includes(whoIs(tokens, noun))) return null;
  // "Caused by an engineer's change": the change is meant.
  return tokenAt(tokens, noun).possessive ? null : noun;
}

/** The last token of the noun that begins at `start`; null where none does. */
export function lastOfNoun(tokens: readonly Token[], start: number): number | null {
  let noun: number | null = null;
  let at = start;
  for (let length = 0; length < longest; length++) {
    const { kind } = tokenAt(tokens, at);
    if (kind === "handle") return at;
    if (kind !== "word" || endsNoun(tokens, at)) return noun;
    // "An engineer pushed", "took": what begins with such a form is a verb behind a noun.
    if (noun !== null && isVerbBehind(tokens, at)) return noun;
    noun = at;
    at = following(tokens, at);
  }
  return noun;
}

function isVerbBehind(tokens: readonly Token[], at: number): boolean {
  const { norm, tied } = tokenAt(tokens, at);
  return !tied && (isParticiple(norm) || irregularPasts.has(norm));
}

function endsNoun(tokens: readonly Token[], at: number): boolean {
  const { norm, tied } = tokenAt(tokens, at);
  // "The on-call", "an in-house developer": a hyphen makes one word of it, whatever its parts are.
  if (determiners.has(norm) || tied || tokenAt(tokens, at + 1).tied) return false;
  if (openers.has(norm) || prepositions.has(norm) || auxiliaries.has(norm)) return true;
  return afterNoun.has(norm) || norm.endsWith("ing");
}
