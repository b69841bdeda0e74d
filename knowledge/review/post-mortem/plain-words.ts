/** What becomes of the address of a link: only its words stay, or the address stays behind them. */
type Addresses = "dropped" | "kept";

// Every repetition is bounded, so that the work grows with the length of the text and no faster.
const mark = new RegExp(
  [
    String.raw`\\([\\\x60*_{}[\]()#+\-.!|~<>&])`,
    "(`{1,8})(?!`)([^`\\n]{1,2000})`{1,8}",
    String.raw`(!?)\[((?:[^[\]\\\n]|\\.|\[[^[\]\n]{0,200}\]){0,500})\](?:\(<?([^()\s<>]{0,2000}(?:\([^()\s]{0,200}\)[^()\s<>]{0,500})?)>?(?:[ \t]+["'(][^"\n]{0,300}["')])?\)|\[([^[\]\n]{0,200})\])`,
    String.raw`<((?:https?|mailto):[^<>\s]{1,2000})>`,
    String.raw`<\/?(?:a|abbr|b|big|br|code|del|details|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|s|small|span|strike|strong|sub|summary|sup|table|tbody|td|th|thead|time|tr|tt|u|ul)\b[^<>\n]{0,1000}>`,
    String.raw`&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});`,
    String.raw`\*{1,3}|_{1,3}|~~`,
  ].join("|"),
  "g",
);

/**
 * A line or paragraph of Markdown as it reads: without marks of emphasis, code, links and HTML.
 * `shortcuts` are the names of the document's link definitions, by which `[name]` is a link too.
 */
export function plainWords(
  markdown: string,
  addresses: Addresses = "dropped",
  shortcuts: ReadonlySet<string> = new Set(),
): string {
  if (!marked.test(markdown)) return tidy(markdown);
  const replaced = markdown.replace(mark, (...found: unknown[]) => {
    const parts = found.map((part) => (typeof part === "string" ? part : undefined));
    const at = found.find((part) => typeof part === "number");
    return wordsOf(parts, addresses, { markdown, at: typeof at === "number" ? at : 0 });
  });
  const linked = shortcuts.size === 0 ? replaced : withoutShortcuts(replaced, shortcuts);
  return tidy(linked);
}

const marked = /[\\`*_[\]<&~]/;

function tidy(text: string): string {
  return text.replaceAll(/[ \t\u00a0]{2,}/g, " ").trim();
}

function wordsOf(
  parts: readonly (string | undefined)[],
  addresses: Addresses,
  place: { markdown: string; at: number },
): string {
  const [whole = "", escaped, , code, , words, target, , address, entity] = parts;
  if (words !== undefined) return linkWords(words, target, addresses);
  if (entity !== undefined) return characterOf(entity) ?? whole;
  if (code !== undefined) return code.trim() || code;
  return escaped ?? address ?? signWords(whole, place);
}

/** What becomes of a tag, or of signs that may mark emphasis. */
function signWords(whole: string, place: { markdown: string; at: number }): string {
  if (whole.startsWith("<")) return breaks.test(whole) ? " " : "";
  return isEmphasis(whole, place) ? "" : whole;
}

const breaks = /^<(?:br|hr|\/p|\/div|\/li)/;

/** The words of a link or picture, with its address behind them where that is wanted. */
function linkWords(words: string, target: string | undefined, addresses: Addresses): string {
  const inner = plainWords(words, addresses);
  const isKept = addresses === "kept" && target !== undefined && target !== "" && target !== inner;
  return isKept ? `${inner} (${target})`.trimStart() : inner;
}

const wordCharacter = /[\p{L}\p{N}]/u;

/** Stars and strokes that mark emphasis: not `2 * 3`, and no `_` within a word. */
function isEmphasis(sign: string, { markdown, at }: { markdown: string; at: number }): boolean {
  const before = markdown[at - 1] ?? " ";
  const after = markdown[at + sign.length] ?? " ";
  if (/\s/.test(before) && /\s/.test(after)) return false;
  return !sign.startsWith("_") || !(wordCharacter.test(before) && wordCharacter.test(after));
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  rarr: "→",
  larr: "←",
  hellip: "…",
  rsquo: "’",
  lsquo: "‘",
  ldquo: "“",
  rdquo: "”",
  bull: "•",
  middot: "·",
  times: "×",
  deg: "°",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  szlig: "ß",
  eacute: "é",
};

/** The character that an entity such as `amp` or `#39` names; null when it is none. */
export function characterOf(entity: string): string | null {
  if (!entity.startsWith("#")) return entities[entity] ?? entities[entity.toLowerCase()] ?? null;
  const isHex = /^#x/i.test(entity);
  const code = Number.parseInt(entity.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  const isVisible = code >= 0x20 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff);
  return isVisible ? String.fromCodePoint(code) : null;
}

function withoutShortcuts(text: string, shortcuts: ReadonlySet<string>): string {
  return text.replaceAll(/\[([^[\]\n]{1,200})\]/g, (whole, name: string) =>
    shortcuts.has(name.toLowerCase()) ? name : whole,
  );
}

/** The addresses of links in a piece of Markdown, each once. */
export function addressesIn(markdown: string): string[] {
  const found = markdown.match(/https?:\/\/[^\s<>()[\]"'`|\\]{1,1000}/g) ?? [];
  return [...new Set(found.map((address) => address.replace(/[.,;:!?]+$/, "")))];
}
