/** A piece of a sentence: words, or a class that the sentence names by its slug. */
type Piece =
  | { readonly kind: "words"; readonly words: string }
  | { readonly kind: "class"; readonly slug: string; readonly name: string };

/**
 * Reads a text that names classes by their slugs. A slug of one word is taken for a class only
 * before a colon, since it may as well be an ordinary word. Names are written as they would stand
 * at that place of the sentence.
 */
export function readNeighbours(text: string, names: ReadonlyMap<string, string>): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(/[a-z0-9]+(?:-[a-z0-9]+)*/g)) {
    const [slug] = match;
    const name = names.get(slug);
    const end = match.index + slug.length;
    if (name === undefined || (!slug.includes("-") && text[end] !== ":")) continue;
    const before = text.slice(0, match.index);
    if (match.index > from) pieces.push({ kind: "words", words: text.slice(from, match.index) });
    const begins = /(?:^|[.!?]\s+)$/.test(before);
    pieces.push({ kind: "class", slug, name: begins ? name : lowered(name) });
    from = end;
  }
  if (from < text.length) pieces.push({ kind: "words", words: text.slice(from) });
  return pieces;
}

// An abbreviation keeps its capitals.
function lowered(name: string): string {
  return /^\p{Lu}\p{Lu}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
