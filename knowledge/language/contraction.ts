/** One word of a contraction, by its place in what is written. */
interface Piece {
  readonly norm: string;
  /** How many characters of what is written it has. */
  readonly length: number;
}

const irregular: Readonly<Record<string, string>> = {
  "can't": "can",
  "won't": "will",
  "shan't": "shall",
  "ain't": "is",
};

const endings: Readonly<Record<string, string>> = {
  "'ve": "have",
  "'ll": "will",
  "'re": "are",
  "'m": "am",
  // "Had" or "would": patterns that mean either name this.
  "'d": "'d",
};

const beforeIs = new Set([
  "he",
  "she",
  "it",
  "that",
  "there",
  "here",
  "who",
  "what",
  "let",
  "where",
]);

/**
 * Takes "didn't", "should've" and "it's" apart, so that patterns need know only whole words. Null
 * for any other word, those with a possessor's mark among them.
 */
export function takeApart(word: string): [Piece, Piece] | null {
  const at = word.lastIndexOf("'");
  if (at < 1) return null;
  if (word.endsWith("n't") && word.length > 3) {
    const before = irregular[word] ?? word.slice(0, -3);
    return [
      { norm: before, length: word.length - 3 },
      { norm: "not", length: 3 },
    ];
  }
  const before = word.slice(0, at);
  const ending = word.slice(at);
  const norm = ending === "'s" && beforeIs.has(before) ? "is" : endings[ending];
  if (norm === undefined) return null;
  return [
    { norm: before, length: at },
    { norm, length: ending.length },
  ];
}
