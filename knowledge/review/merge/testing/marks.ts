/**
 * Words that occur nowhere else, so that a test can ask what became of each: `baseq7q` was there
 * before both authors, `oursq7q` and `theirsq7q` are of one of them.
 */

/** Who wrote a marked word. */
export type Author = "base" | "ours" | "theirs";

/** Gives the next marked word of an author, each once. */
export function marker(author: Author): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${author}q${count}q`;
  };
}

// Not within an id, which is made of the words of its row.
const mark = /(?<![\w-])(?:base|ours|theirs)q\d+q(?![\w-])/g;

/** The marked words in the texts of a value, with how often each occurs. */
export function marksIn(value: unknown): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of JSON.stringify(value).replaceAll("\\n", " ").matchAll(mark)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
