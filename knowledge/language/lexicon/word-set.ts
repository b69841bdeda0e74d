/** The words of a list that is written as running text, to be read by people. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Whether two sets of words have one in common. */
export function hasOne(words: ReadonlySet<string>, list: ReadonlySet<string>): boolean {
  const [few, many] = words.size < list.size ? [words, list] : [list, words];
  for (const word of few) if (many.has(word)) return true;
  return false;
}
