import { wordSet } from "./lexicon/word-set";
import type { Token } from "./token";

// Capitals that are no abbreviation, no command of SQL and no word of a standard.
const shouted = wordSet(`
  NEVER ALWAYS EVERYTHING EVERYONE NOBODY NOTHING COMPLETELY TOTALLY HUGE TERRIBLE BROKEN WRONG ENTIRE
  AGAIN VERY STILL FINALLY ABSOLUTELY SERIOUSLY PLEASE IMMEDIATELY WHY STUPID BAD REALLY STRICTLY ONLY
  ENTIRELY EVER DOWN
`);

/** Where a text shouts: the first and last token of each place. */
export function shoutsIn(content: string, tokens: readonly Token[]): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  tokens.forEach((token, at) => {
    if (token.kind === "word" && shouted.has(content.slice(token.start, token.end))) {
      found.push([at, at]);
    }
    const isFirst = token.norm === "!" && tokens[at - 1]?.norm !== "!";
    if (!isFirst || tokens[at + 1]?.norm !== "!") return;
    let last = at + 1;
    while (tokens[last + 1]?.norm === "!") last += 1;
    found.push([at, last]);
  });
  return found;
}
