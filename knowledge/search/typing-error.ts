const letters = "abcdefghijklmnopqrstuvwxyz".split("");

/** Shorter words become too many others by one change. */
const shortest = 4;
const longest = 24;

/**
 * Every word that one typing error could have turned into this one: a letter too many, too few,
 * another one, or two neighbours swapped. Empty for what is no plain word of four letters or more.
 */
export function wordsOneErrorAway(word: string): string[] {
  if (word.length < shortest || word.length > longest || !/^[a-z]+$/.test(word)) return [];
  const places = Array.from({ length: word.length + 1 }, (_, at) => at);
  const found = new Set(places.flatMap((at) => changesAt(word.slice(0, at), word.slice(at))));
  found.delete(word);
  return [...found];
}

function changesAt(before: string, after: string): string[] {
  const [first, second] = after;
  const added = letters.map((letter) => before + letter + after);
  if (first === undefined) return added;
  const rest = after.slice(1);
  const changed = [before + rest, ...letters.map((letter) => before + letter + rest)];
  const swapped = second === undefined ? [] : [before + second + first + rest.slice(1)];
  return [...added, ...changed, ...swapped];
}
