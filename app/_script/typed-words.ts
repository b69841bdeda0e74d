/*
 * What stands in a search box, as far as suggestions are concerned: the words at its end may name
 * something. Before them there may be filters, phrases, exclusions and other words.
 */

const parts = /"[^"]*"|\S+/g;
/** `role:amplifier`, `"a phrase"`, `-exclusion`. */
const noWord = /^[a-z-]+:\S|"|^-/i;
/** Longer than any name. */
const longest = 100;

/**
 * The words at the end of what is typed, one space between them; empty where there are none, or
 * where a phrase is still open.
 */
export function wordsAtEnd(text: string): string {
  const all = text.match(parts) ?? [];
  const last = all.findLastIndex((part) => noWord.test(part));
  const words = all.slice(last + 1).join(" ");
  const isOpen = (text.split('"').length - 1) % 2 === 1;
  return isOpen || words.length > longest ? "" : words;
}

/** What is typed without the words at its end, which a choice takes the place of. */
export function withoutWords(text: string, words: string): string {
  const all = text.match(parts) ?? [];
  return all.slice(0, all.length - words.split(" ").length).join(" ");
}

/** A text in pieces: those that stand at the beginning of a word and were typed are marked. */
export function markedPieces(text: string, typed: string): { text: string; isTyped: boolean }[] {
  const words = typed.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return [{ text, isTyped: false }];
  // Longer words first, so that of "re" and "retry" the whole of "retry" is marked.
  const wanted = words.toSorted((one, other) => other.length - one.length).join("|");
  const pieces = text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${wanted})`, "iu"));
  return pieces.flatMap((piece, index) =>
    piece === "" ? [] : [{ text: piece, isTyped: index % 2 === 1 }],
  );
}

/** Where one chooses: what the box holds and which of its words named what is chosen. */
export interface Choosing {
  readonly text: string;
  readonly typed: string;
  /** The path to which the box's form leads. */
  readonly path: string;
  /** The parameters there are already, where the form leads to the page one is on. */
  readonly present: URLSearchParams;
}

/**
 * Where a choice leads. A filter, given as an address of the search, joins the filters that are
 * there already, on the first page, and takes the place of the words that named it; any other page
 * is gone to.
 */
export function addressOfChoice(href: string, { text, typed, path, present }: Choosing): string {
  const [place = "", filter = ""] = href.split("?");
  if (filter === "") return place;
  const parameters = new URLSearchParams(present);
  parameters.delete("q");
  parameters.delete("page");
  for (const [name, value] of new URLSearchParams(filter)) {
    if (!parameters.getAll(name).includes(value)) parameters.append(name, value);
  }
  const words = withoutWords(text, typed);
  const first: [string, string][] = words === "" ? [] : [["q", words]];
  return `${path}?${new URLSearchParams([...first, ...parameters]).toString()}`;
}
