import { isParticiple } from "./grammar";
import { afterNoun } from "./lexicon/reporting";
import { auxiliaries, determiners, openers, prepositions } from "./lexicon/words";
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
  let noun: number | null = null;
  let at = following(tokens, last);
  for (let length = 0; length < longest; length++) {
    const { kind, norm, possessive } = tokenAt(tokens, at);
    if (kind === "handle") return wanted.includes("person") ? at : null;
    const isVerb = noun !== null && isParticiple(norm);
    if (kind !== "word" || isVerb || endsNoun(norm)) break;
    // "Caused by an engineer's change": the change is meant.
    noun = possessive ? null : at;
    at = following(tokens, at);
  }
  return noun !== null && wanted.includes(whoIs(tokens, noun)) ? noun : null;
}

function endsNoun(norm: string): boolean {
  if (determiners.has(norm)) return false;
  if (openers.has(norm) || prepositions.has(norm) || auxiliaries.has(norm)) return true;
  return afterNoun.has(norm) || norm.endsWith("ing");
}
