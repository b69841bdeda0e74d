import { SLUG_LIMIT } from "./slug-of";

/**
 * A piece of a text of the record: words, or a link to a thing by its slug. `words` are the link's
 * own; null means that it shows the title of what it leads to.
 */
type InlineSegment =
  | { kind: "text"; text: string }
  | { kind: "link"; slug: string; words: string | null };

// The same in the story, where a bar inside a table is written `\|` (see `references.ts`).
const LINK = /\[\[([a-z0-9]+(?:-[a-z0-9]+)*)(?:\|([^[\]|]+))?\]\]/g;

/**
 * Reads a text of the record (summary, statement, timeline entry and the like). Such texts are
 * plain: only `[[slug]]` and `[[slug|words]]` mean something, everything else stands for itself,
 * and so does a link that is not well formed. Segments joined by their words give the whole text.
 */
export function readInline(text: string): InlineSegment[] {
  const segments: InlineSegment[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const slug = match[1] ?? "";
    const words = match[2]?.trim() ?? null;
    if (slug.length > SLUG_LIMIT || words === "") continue;
    if (match.index > from) segments.push({ kind: "text", text: text.slice(from, match.index) });
    segments.push({ kind: "link", slug, words });
    from = match.index + match[0].length;
  }
  if (from < text.length) segments.push({ kind: "text", text: text.slice(from) });
  return segments;
}

/**
 * The text as it reads without marks, for search, feeds and titles. A link without words of its
 * own reads as what `titleOf` calls it, else as its slug with spaces.
 */
export function plainText(
  text: string,
  titleOf: (slug: string) => string | null = () => null,
): string {
  return readInline(text)
    .map((segment) => {
      if (segment.kind === "text") return segment.text;
      return segment.words ?? titleOf(segment.slug) ?? segment.slug.replaceAll("-", " ");
    })
    .join("");
}

/** The slugs that a text of the record links to, each once, in order. */
export function linksIn(text: string): string[] {
  const slugs = readInline(text).flatMap((segment) =>
    segment.kind === "link" ? [segment.slug] : [],
  );
  return [...new Set(slugs)];
}
