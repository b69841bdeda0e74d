/** What the words of a query ask for. */
export interface AskedWords {
  /** Each must occur in some form, if enough incidents hold them all. */
  readonly words: readonly string[];
  /** Each must occur as it stands, word after word. */
  readonly phrases: readonly string[];
  /** Words and phrases of which none may occur. */
  readonly excluded: readonly string[];
}

/** How many words and phrases of a query are looked at; no person's question has more. */
export const wordLimit = 40;

/** Signs before and after a word, such as the question mark of a question. */
const surrounding = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/**
 * Reads words, "phrases" and -exclusions. Total: a quotation mark without its fellow opens nothing,
 * and signs alone are no words.
 */
export function readWords(q: string): AskedWords {
  const asked = {
    words: new Set<string>(),
    phrases: new Set<string>(),
    excluded: new Set<string>(),
  };
  let count = 0;
  for (const [, minus, phrase, word] of q.matchAll(/(-?)(?:"([^"]*)"|([^\s"]+))/g)) {
    const text = (phrase ?? word ?? "").trim();
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    if (count++ === wordLimit) break;
    if (minus) asked.excluded.add(text);
    else if (phrase !== undefined && /\s/.test(text)) asked.phrases.add(text);
    else asked.words.add(text.toLowerCase().replaceAll(surrounding, ""));
  }
  return {
    words: [...asked.words],
    phrases: [...asked.phrases],
    excluded: [...asked.excluded],
  };
}
