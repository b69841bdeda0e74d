import { wordSet } from "./lexicon/word-set";
import { closing, isMarkAt, normAt, opening, tokenAt, type Token } from "./token";

/** How far from a quotation the word may stand that says who speaks, in tokens. */
const reach = 8;
/** How far behind it a citation mark may stand. */
const citationReach = 30;
/** More than this is no quotation but a mark that was never closed. */
const longest = 200;

const saying = wordSet(`
  said say says saying wrote write writes writing read reads state states stated call calls called
  calling title titled entitled headline headlined term terms word words wording phrase phrases
  label labels labelled labeled message messages according quote quotes quoted tweeted told tell
  tells ask asks asked asking answer answers answered replied reply replies concluded concludes
  describe describes described explained explains named heading headed log logged prompt question
  reported reports report commented posted testified noted notes announced warns warned shows
  showed printed alias aka meaning
`);

/**
 * For each token whether it stands in quotation marks with a source: a citation mark behind them, or
 * a word of saying beside them. `sentenceEnd` gives the end of the sentence of a token.
 */
export function saidIn(
  tokens: readonly Token[],
  sentenceEnd: (at: number) => number,
): readonly boolean[] {
  const said = tokens.map(() => false);
  let open = -1;
  for (let at = 0; at < tokens.length; at++) {
    if (isMarkAt(tokens, at, opening)) open = at;
    if (open < 0 || !isMarkAt(tokens, at, closing)) continue;
    const isQuotation = at - open <= longest;
    if (isQuotation && (isIntroduced(tokens, open) || hasSource(tokens, at, sentenceEnd(at)))) {
      said.fill(true, open, at + 1);
    }
    open = -1;
  }
  return said;
}

function isIntroduced(tokens: readonly Token[], open: number): boolean {
  for (let at = open - 1; at >= Math.max(0, open - reach); at--) {
    if (saying.has(normAt(tokens, at))) return true;
  }
  return false;
}

function hasSource(tokens: readonly Token[], close: number, sentenceEnd: number): boolean {
  const end = Math.min(Math.max(sentenceEnd, close + 2), close + citationReach);
  for (let at = close + 1; at < end; at++) {
    if (tokenAt(tokens, at).kind === "citation") return true;
    if (at <= close + reach && saying.has(normAt(tokens, at))) return true;
  }
  return false;
}
