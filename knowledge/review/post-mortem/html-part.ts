import { characterOf } from "./plain-words";

/** A piece of HTML: text, data that stands for itself, or a tag. */
export type HtmlPart =
  | { kind: "text"; text: string }
  | { kind: "data"; text: string }
  | { kind: "tag"; name: string; isEnd: boolean; attributes: string };

const longestTag = 6_000;
const tagStart = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})/y;

/** Takes HTML apart into tags and text; goes over it once, whatever is left open in it. */
export function* partsOf(html: string): Generator<HtmlPart> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open === -1) break;
    if (open > at) yield { kind: "text", text: html.slice(at, open) };
    const part = html.startsWith("<!", open) ? declarationAt(html, open) : tagAt(html, open);
    if (part.found) yield part.found;
    at = part.end;
  }
  if (at < html.length) yield { kind: "text", text: html.slice(at) };
}

interface FoundPart {
  readonly found: HtmlPart | null;
  readonly end: number;
}

/** A comment, CDATA or doctype; one that is never closed takes the rest. */
function declarationAt(html: string, at: number): FoundPart {
  const isData = html.startsWith("<![CDATA[", at);
  const sign = isData ? "]]>" : html.startsWith("<!--", at) ? "-->" : ">";
  const close = html.indexOf(sign, at);
  const end = close === -1 ? html.length : close + sign.length;
  const text = html.slice(at + 9, close === -1 ? html.length : close);
  return { found: isData ? { kind: "data", text } : null, end };
}

function tagAt(html: string, at: number): FoundPart {
  tagStart.lastIndex = at;
  const [start, slash, name] = tagStart.exec(html) ?? [];
  if (start === undefined || name === undefined)
    return { found: { kind: "text", text: "&lt;" }, end: at + 1 };
  const inner = html.slice(at + start.length, at + longestTag);
  const close = closeOf(inner);
  if (close === -1) return { found: { kind: "text", text: "&lt;" }, end: at + 1 };
  const found: HtmlPart = {
    kind: "tag",
    name: name.toLowerCase(),
    isEnd: slash === "/",
    attributes: inner.slice(0, close),
  };
  return { found, end: at + start.length + close + 1 };
}

/** Where a tag ends: at the first `>` outside of quotes, and before any further `<`. */
function closeOf(inner: string): number {
  let quote = "";
  for (let at = 0; at < inner.length; at++) {
    const sign = inner[at] ?? "";
    if (sign === "<") return -1;
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === ">") return at;
  }
  return -1;
}

/** The value of an attribute; empty where there is none. */
export function attribute(attributes: string, name: string): string {
  const match = new RegExp(
    `(?:^|\\s)${name}\\s*=\\s*(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\\s"'=<>]{1,2000}))`,
    "i",
  ).exec(attributes);
  return (match?.[1] ?? match?.[2] ?? match?.[3] ?? "").replaceAll("&amp;", "&");
}

/**
 * The text that stands in HTML. In code every sign stands for itself; in words the entities of `<`,
 * `>` and `&` stay, which could begin something else.
 */
export function decodedText(raw: string, isCode: boolean): string {
  return raw.replaceAll(
    /&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});/g,
    (whole, name: string) =>
      !isCode && /^(?:lt|gt|amp)$/.test(name) ? whole : (characterOf(name) ?? whole),
  );
}

/** Text as it would stand between tags. */
export function encodedText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
