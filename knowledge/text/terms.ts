import { visibleHtml } from "./html";

/** A word to explain: `names` are what it is called (its name first), `slug` its glossary page. */
export type Term = { slug: string; names: readonly string[] };

/** Where a name stands in a text, in UTF-16 units. */
type TermPlace = { slug: string; from: number; to: number };

/** Finds every place where a term's name stands, in order and without overlaps. */
export type TermMatcher = (text: string) => TermPlace[];

type Name = { slug: string; pattern: RegExp; length: number };

const WORD = /[\p{L}\p{N}]+/gu;

/**
 * A matcher for all names of a glossary, to be compiled once and shared by all pages. Names stand
 * as whole words, in any case, with any white space between their words, also with a plural s; a
 * name in capitals (DNS) only in capitals. Where several fit, the longest wins; a name that two
 * terms share belongs to the first. The time grows with the text, not with the glossary.
 */
export function compileTerms(terms: readonly Term[]): TermMatcher {
  const namesByFirstWord = new Map<string, Name[]>();
  for (const { slug, names } of terms) {
    for (const name of names) {
      const [first] = name.match(WORD) ?? [];
      if (first === undefined) continue;
      const entry = { slug, pattern: patternOf(name), length: name.length };
      // The plural of a name of one word begins with another word: "VMs".
      for (const key of [first.toLowerCase(), `${first.toLowerCase()}s`]) {
        namesByFirstWord.set(key, [...(namesByFirstWord.get(key) ?? []), entry]);
      }
    }
  }
  for (const names of namesByFirstWord.values()) names.sort((a, b) => b.length - a.length);
  return (text) => findNames(text, namesByFirstWord);
}

function patternOf(name: string): RegExp {
  // Signs before the first word (".NET") would only stand in the way of finding it.
  const words = name
    .trim()
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .split(/\s+/);
  const source = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("\\s+");
  const capitals = !/\p{Ll}/u.test(name);
  return new RegExp(`${source}s?(?![\\p{L}\\p{N}_])`, capitals ? "yu" : "iyu");
}

function findNames(text: string, names: ReadonlyMap<string, readonly Name[]>): TermPlace[] {
  const places: TermPlace[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const from = match.index;
    const candidates = names.get(match[0].toLowerCase());
    if (!candidates || from < end || text[from - 1] === "_") continue;
    for (const { slug, pattern } of candidates) {
      pattern.lastIndex = from;
      const found = pattern.exec(text);
      if (!found) continue;
      end = from + found[0].length;
      places.push({ slug, from, to: end });
      break;
    }
  }
  return places;
}

/**
 * Which terms one page has marked so far. All texts of the page share one marker, in reading
 * order, so that each term is explained where it is first used and nowhere else.
 */
export type TermMarker = {
  /** Text as HTML, with the terms that this page has not marked yet as links to their pages. */
  mark(text: string): string;
  /** Takes note that the page shows this term by other means; says whether it is a known term. */
  note(slug: string): void;
  /** The slugs of the terms that the page uses, in order of first use. */
  used(): string[];
};

/** A marker for one page; the terms in `except` are never marked (a term's own page). */
export function createTermMarker(
  matcher: TermMatcher,
  { except = [] }: { except?: readonly string[] } = {},
): TermMarker {
  const silent = new Set(except);
  const used = new Set<string>();
  return {
    mark(text) {
      let html = "";
      let from = 0;
      for (const place of matcher(text)) {
        if (used.has(place.slug) || silent.has(place.slug)) continue;
        used.add(place.slug);
        html += visibleHtml(text.slice(from, place.from)) + termHtml(place, text);
        from = place.to;
      }
      return html + visibleHtml(text.slice(from));
    },
    note(slug) {
      used.add(slug);
    },
    used: () => [...used],
  };
}

/** A marker that marks nothing, for texts outside pages. */
export const noTerms: TermMarker = { mark: visibleHtml, note: () => undefined, used: () => [] };

function termHtml({ slug, from, to }: TermPlace, text: string): string {
  const words = visibleHtml(text.slice(from, to));
  return `<a class="term" href="/glossary/${slug}" data-term="${slug}">${words}</a>`;
}
