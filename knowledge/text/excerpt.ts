import { type HtmlToken, attributeOf, htmlTokens, unescapeHtml } from "./html";

/**
 * The beginning of a text, at most `max` characters with the ellipsis, ended between words; the
 * whole text when it fits. White space becomes single spaces. A first word that is itself too
 * long is cut.
 */
export function excerpt(text: string, max: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= max) return line;
  const room = Math.max(0, max - 1);
  const cut = line.slice(0, room + 1).lastIndexOf(" ");
  const end = cut > 0 ? cut : endOfCharacter(line, room);
  return `${line.slice(0, end).replace(/[\s,;:.(–-]+$/, "")}…`;
}

// Never between the two halves of one character.
function endOfCharacter(text: string, end: number): number {
  return /[\ud800-\udbff]$/.test(text.slice(0, end)) ? end - 1 : end;
}

const INLINE = new Set(["a", "code", "del", "em", "span", "strong", "sup", "input"]);

/**
 * The words of stored HTML as a reader sees them, for search, feeds and excerpts: blocks on lines
 * of their own. A link without words of its own reads as what `titleOf` calls it, else as its
 * slug with spaces; citations and the arrows back from footnotes are left out.
 */
export function readingText(
  html: string,
  titleOf: (slug: string) => string | null = () => null,
): string {
  const tokens = htmlTokens(html);
  let text = "";
  let skipped = false;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === "text") {
      if (!skipped) text += unescapeHtml(token.html);
      continue;
    }
    if (token.name === "a") skipped = token.html.includes(" data-footnote-backref");
    if (tokens[index + 1]?.html === "</a>") text += wordsOfLink(token, titleOf);
    if (!INLINE.has(token.name)) text += "\n";
  }
  return text.replace(/[ \t]*\n\s*/g, "\n").trim();
}

function wordsOfLink(token: HtmlToken, titleOf: (slug: string) => string | null): string {
  const slug = token.kind === "open" ? attributeOf(token.html, "data-link") : null;
  return slug === null ? "" : (titleOf(slug) ?? slug.replaceAll("-", " "));
}
