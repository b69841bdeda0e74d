import { visibleParts } from "./invisible";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML that stands for just this text, in content and in quoted attributes alike. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** Text as HTML content, with each invisible character shown by its name in a box. */
export function visibleHtml(text: string): string {
  return visibleParts(text)
    .map((part) => (part.kind === "text" ? escapeHtml(part.text) : codePointHtml(part.name)))
    .join("");
}

function codePointHtml(name: string): string {
  return `<span class="code-point">${name}</span>`;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/**
 * The text that HTML content written by our renderer stands for: numeric references and the five
 * names that need escaping. Not for HTML from elsewhere, which knows two thousand more names.
 */
export function unescapeHtml(html: string): string {
  if (!html.includes("&")) return html;
  return html.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, ...groups) => {
    const [hex, decimal, name] = groups.map((group: unknown) =>
      typeof group === "string" ? group : "",
    );
    if (name) return NAMED[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number.parseInt(decimal ?? "", 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** A piece of HTML: a tag with its element's name, or the text between two tags. */
export type HtmlToken =
  | { kind: "text"; html: string }
  | { kind: "open" | "close"; name: string; html: string };

// A quoted value may hold `>`; in what our renderer writes, every value is in double quotes.
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:[^<>"]|"[^"]*")*)>/g;

/**
 * Takes HTML written by our renderer apart, in time that grows with its length. The pieces joined
 * are the HTML again. What is not a tag as the renderer writes them counts as text.
 */
export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let from = 0;
  for (const match of html.matchAll(TAG)) {
    if (match.index > from) tokens.push({ kind: "text", html: html.slice(from, match.index) });
    const kind = match[1] ? "close" : "open";
    tokens.push({ kind, name: match[2] ?? "", html: match[0] });
    from = match.index + match[0].length;
  }
  if (from < html.length) tokens.push({ kind: "text", html: html.slice(from) });
  return tokens;
}

/** The value of an attribute of an opening tag that our renderer wrote, null when it has none. */
export function attributeOf(tag: string, name: string): string | null {
  const match = new RegExp(` ${name}="([^"]*)"`).exec(tag);
  return match ? unescapeHtml(match[1] ?? "") : null;
}
