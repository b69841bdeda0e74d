/** Words that were pointed out, with their sentence around them. */
export interface Marked {
  /** The sentence before them, with the space. */
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** Other words for them, and how many letters before and behind go with them. */
export interface Exchange {
  readonly words: string;
  readonly before?: number;
  readonly after?: number;
}

/** Whether a sentence begins here; a time and marks before it aside. */
export function opens(before: string): boolean {
  return !/\p{L}/u.test(before);
}

export function withCapital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The last word of a text, and the first; in small letters, "" where a mark stands there. */
export function lastWord(text: string): string {
  return /([\p{L}\p{M}'’]+)\s+$/u.exec(text)?.[1]?.toLowerCase() ?? "";
}

export function firstWord(text: string): string {
  return /^\s+([\p{L}\p{M}'’]+)/u.exec(text)?.[1]?.toLowerCase() ?? "";
}

const spelledWithVowel = /^[AEFHILMNORSX][A-Z\d]/;
const soundsLikeVowel = /^(?:[aio]|e(?!u)|u(?!n[ai]|s[aeiu]|ti|bi)|hour|honest|heir)/i;

/** "a" or "an", whichever a word asks for. */
export function articleFor(word: string): "a" | "an" {
  const bare = word.replace(/^[^\p{L}\p{N}]+/u, "");
  return spelledWithVowel.test(bare) || (soundsLikeVowel.test(bare) && !/^[A-Z]{2}/.test(bare))
    ? "an"
    : "a";
}

/** An exchange whose words follow "a" or "an": the article that they ask for goes with them. */
export function withArticle({ before, after }: Marked, exchange: Exchange): Exchange {
  const { words, before: gone = 0, after: further = 0 } = exchange;
  const kept = before.slice(0, before.length - gone);
  const article = /(?<![\p{L}\p{N}])(an?)(\s+)$/iu.exec(kept);
  if (!article) return exchange;
  const [whole, written = "", space = " "] = article;
  const right = articleFor(words || after.slice(further));
  const now = written.startsWith("A") ? withCapital(right) : right;
  return { words: now + space + words, before: gone + whole.length, after: further };
}
