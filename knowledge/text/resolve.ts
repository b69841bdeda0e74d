import { escapeHtml, unescapeHtml, visibleHtml } from "./html";
import { readInline } from "./plain";
import type { TermMarker } from "./terms";

/** What a `[[slug]]` leads to; `kind` is the kind of thing (incident, class, term …). */
type LinkTarget = { href: string; title: string; kind: string };
/** What a `[^id]` cites: the source's number on the page, its place there, and its title. */
type CitationTarget = { number: number; href: string; label: string };

/** Answers what the marks of a text stand for on this page; null where there is nothing. */
export type Resolver = {
  link: (slug: string) => LinkTarget | null;
  cite: (id: string) => CitationTarget | null;
};

/**
 * Fills in the marks of stored HTML when a page is made: `[[slug]]` becomes a link (plain words of
 * class `unknown` where nobody may follow it), `[^id]` a number that leads to the source, and the
 * first use of each glossary term a link to its explanation. Terms are never marked inside links,
 * code, headings or the numbers of notes. Only for HTML from our renderer; takes linear time.
 *
 * The plain words are the link's own, else those of its slug: they tell no more than the document's
 * source, which has the slug and can be read as it is.
 */
export function resolveMarks(html: string, resolver: Resolver, marker: TermMarker): string {
  let resolved = "";
  let apart = 0;
  for (const { 0: piece, groups = {} } of html.matchAll(PIECE)) {
    const { text, tag = "" } = groups;
    const running = text && apart === 0;
    resolved += running
      ? marker.mark(unescapeHtml(text))
      : filledIn(piece, groups, resolver, marker);
    if (APART.has(tag)) apart += piece.startsWith("</") ? -1 : 1;
  }
  return resolved;
}

/** A mark as what it stands for; any other piece as it is. */
function filledIn(
  piece: string,
  { slug, words, id }: Record<string, string>,
  resolver: Resolver,
  marker: TermMarker,
): string {
  if (slug) return linkHtml(slug, words || null, resolver.link(slug), marker);
  if (id) return citationHtml(id, resolver.cite(id));
  return piece;
}

// Exactly what `writeHtml` makes of the renderer's two marks, then any tag, then text.
const PIECE = new RegExp(
  [
    /<a data-link="(?<slug>[a-z0-9-]+)">(?<words>(?:[^<]|<\/?span[^<>]*>)*)<\/a>/,
    /<sup data-cite="(?<id>[\w.-]+)"><\/sup>/,
    /<\/?(?<tag>[a-z][a-z0-9]*)(?:[^<>"]|"[^"]*")*>/,
    /(?<text>[^<]+)/,
    /</,
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);
const APART = new Set(["a", "code", "pre", "sup", "h2", "h3", "h4", "h5", "h6"]);

/** A text of the record as HTML, its `[[links]]` resolved and its terms marked. */
export function renderInline(
  text: string,
  { link }: Pick<Resolver, "link">,
  marker: TermMarker,
): string {
  return readInline(text)
    .map((segment) => {
      if (segment.kind === "text") return marker.mark(segment.text);
      const words = segment.words === null ? null : visibleHtml(segment.words);
      return linkHtml(segment.slug, words, link(segment.slug), marker);
    })
    .join("");
}

function linkHtml(
  slug: string,
  words: string | null,
  target: LinkTarget | null,
  marker: TermMarker,
): string {
  if (!target) {
    return `<span class="unknown">${words ?? escapeHtml(slug.replaceAll("-", " "))}</span>`;
  }
  const { href, title, kind } = target;
  const text = words ?? visibleHtml(title);
  if (kind !== "term") {
    return `<a href="${escapeHtml(href)}" data-kind="${escapeHtml(kind)}">${text}</a>`;
  }
  // A term that is linked by hand is explained there, and need not be marked again.
  marker.note(slug);
  return `<a class="term" href="${escapeHtml(href)}" data-term="${escapeHtml(slug)}">${text}</a>`;
}

function citationHtml(id: string, target: CitationTarget | null): string {
  if (!target) return `<sup class="citation unknown">[${escapeHtml(id)}]</sup>`;
  const { number, href, label } = target;
  const name = escapeHtml(`[${number}] ${label}`);
  return `<sup class="citation"><a href="${escapeHtml(href)}" aria-label="${name}">[${number}]</a></sup>`;
}
