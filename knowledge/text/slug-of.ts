/** The longest slug, in characters. It becomes a file name, an address and an anchor. */
export const SLUG_LIMIT = 80;

/** How much of a wording a slug keeps. */
type SlugSize = { words: number; characters: number };

// Long enough to recognise a sentence by, short enough to be read in an address.
const A_FEW_WORDS: SlugSize = { words: 5, characters: 48 };

// What Unicode does not decompose into a base letter and a mark.
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ł: "l",
  þ: "th",
};

/**
 * A slug of the first words of a wording, folded to ASCII. A wording without any letter or digit
 * that can be folded (another script, only signs) gives `text`. When the slug is in `taken`, `-2`,
 * `-3` and so on tell it apart; `taken` itself is not changed.
 */
export function slugOf(
  text: string,
  taken: ReadonlySet<string> = new Set(),
  size: SlugSize = A_FEW_WORDS,
): string {
  const first = withinSize(slugWords(text), size) || "text";
  if (!taken.has(first)) return first;
  for (let number = 2; ; number++) {
    const suffix = `-${number}`;
    const next = first.slice(0, SLUG_LIMIT - suffix.length).replace(/-+$/, "") + suffix;
    if (!taken.has(next)) return next;
  }
}

/** All words of a wording as a slug has them: folded to ASCII, in small letters, without apostrophes. */
export function slugWords(text: string): string[] {
  const folded = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, "")
    .replace(/[ßæœøđðħıłþ]/g, (letter) => LETTERS[letter] ?? "");
  return folded.match(/[a-z0-9]+/g) ?? [];
}

function withinSize(words: readonly string[], size: SlugSize): string {
  const limit = Math.min(size.characters, SLUG_LIMIT);
  let slug = "";
  for (const word of words.slice(0, size.words)) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, limit);
    if (longer.length > limit) break;
    slug = longer;
  }
  return slug;
}
