import { isShortened } from "./opens-sentence";
import { saidIn } from "./quotation";
import { closing, isMarkAt, normAt, stops, tokenAt, type Token } from "./token";

/** The words of a block with what must be known of them before any rule looks. */
export interface Passage {
  readonly content: string;
  readonly tokens: readonly Token[];
  /** For each token the number of its sentence. */
  readonly sentenceOf: readonly number[];
  readonly sentences: readonly Sentence[];
  /** For each token whether someone else said it, and we say who. */
  readonly said: readonly boolean[];
}

/** Tokens of one sentence: from the first to before `end`. */
export interface Sentence {
  readonly from: number;
  readonly end: number;
  /** The words that stand in it. */
  readonly words: ReadonlySet<string>;
}

export function passageOf(content: string, tokens: readonly Token[]): Passage {
  const sentenceOf: number[] = [];
  const sentences: Sentence[] = [];
  let from = 0;
  for (let at = 0; at < tokens.length; at++) {
    sentenceOf.push(sentences.length);
    if (!endsSentence(tokens, at) && at < tokens.length - 1) continue;
    sentences.push(sentence(tokens, from, at + 1));
    from = at + 1;
  }
  const said = saidIn(tokens, (at) => sentences[sentenceOf[at] ?? 0]?.end ?? tokens.length);
  return { content, tokens, sentenceOf, sentences, said };
}

function sentence(tokens: readonly Token[], from: number, end: number): Sentence {
  const words = new Set<string>();
  for (let at = from; at < end; at++) words.add(normAt(tokens, at));
  return { from, end, words };
}

function endsSentence(tokens: readonly Token[], at: number): boolean {
  const { kind, norm, end } = tokenAt(tokens, at);
  if (kind !== "mark" || !stops.has(norm)) return false;
  // A closing quotation mark or bracket still belongs to the sentence; its own end comes after it.
  if (isMarkAt(tokens, at + 1, closing) || isMarkAt(tokens, at + 1, ")")) return false;
  if (norm !== ".") return true;
  if (isShortened(tokens, at - 1)) return false;
  // "approx. five", "e.g. the router": a sentence begins with a capital letter or a figure.
  const next = tokenAt(tokens, at + 1);
  return next.kind !== "word" || next.capital || next.start > end + 1;
}
