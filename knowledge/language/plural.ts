import type { Passage } from "./passage";
import type { Who } from "./rule";
import { isWordAt, normAt, tokenAt, type Token } from "./token";
import { isPlural, whoIs } from "./who";

/** How far back "they" may point, in tokens. */
const reach = 48;

/**
 * Whom "they" stands for: the first of several in its sentence, else in the one before; unknown
 * where only nouns stand there that we do not know, null where none does.
 */
export function manyBefore(
  { tokens, sentences, sentenceOf }: Passage,
  pronoun: number,
): Who | null {
  const number = sentenceOf[pronoun] ?? 0;
  const from = Math.max(sentences[number]?.from ?? 0, pronoun - reach);
  const before = sentences[number - 1];
  const here = firstOfSeveral(tokens, from, pronoun);
  if (here || !before) return here;
  return firstOfSeveral(tokens, Math.max(before.from, before.end - reach), before.end);
}

function firstOfSeveral(tokens: readonly Token[], from: number, end: number): Who | null {
  let unknown = false;
  for (let at = from; at < end; at++) {
    if (!isWordAt(tokens, at) || tokenAt(tokens, at + 1).tied) continue;
    const norm = normAt(tokens, at);
    const who = norm === "they" ? "thing" : whoIs(tokens, at);
    if (isSeveral(norm, who)) return who;
    unknown ||= who === "unknown" && norm.length > 4 && isPlural(norm);
  }
  return unknown ? "unknown" : null;
}

function isSeveral(norm: string, who: Who): boolean {
  if (who === "unknown" || who === "thing") return false;
  return isPlural(norm) || who === "team" || who === "organization";
}
