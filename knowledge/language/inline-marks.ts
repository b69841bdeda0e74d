import { kindOfRun } from "./address";
import { isLetter, isSpace } from "./characters";
import { endOfTarget } from "./link-target";
import type { Token } from "./token";

/** What Markdown's marks within a line come to: a token, or (`kind` null) nothing that is read. */
export interface Inline {
  readonly kind: Token["kind"] | null;
  readonly norm: string;
  readonly length: number;
}

function passed(length: number): Inline {
  return { kind: null, norm: "", length };
}

function opaque(length: number): Inline {
  return { kind: "opaque", norm: "", length };
}

/** A tag, a comment or an address in angle brackets; looks no further than the next bracket. */
export function angleAt(text: string, at: number): Inline {
  const next = text.charAt(at + 1);
  if (!isLetter(next.charCodeAt(0)) && !"/!?".includes(next || " ")) return passed(1);
  let end = at + 1;
  while (end < text.length && !"<>".includes(text.charAt(end))) end += 1;
  if (text.charAt(end) !== ">") return passed(1);
  const within = text.slice(at + 1, Math.min(end, at + 400));
  // An address of a person in angle brackets is one all the same.
  if (kindOfRun(within) === "e-mail") return passed(1);
  const length = end + 1 - at;
  return within.includes("://") ? opaque(length) : passed(length);
}

const citation = /^\[\^[^\]\s]{1,200}\]/;
const wikiLink = /^\[\[[a-z0-9-]{1,200}(?:\\?\||(\]\]))/;

/** The beginning of a link, a citation mark, or `[[slug|`. */
export function openBracketAt(text: string, at: number): Inline {
  const ahead = text.slice(at, at + 210);
  const cited = citation.exec(ahead)?.[0].length;
  if (cited !== undefined) return { kind: "citation", norm: "", length: cited };
  const link = wikiLink.exec(ahead);
  if (!link) return passed(1);
  return link[1] === undefined ? passed(link[0].length) : opaque(link[0].length);
}

const reference = /^\[(?!\^)[^[\]]{0,200}\]/;

/** The end of a link's words, with what it leads to. */
export function closeBracketAt(text: string, at: number): Inline {
  const next = text.charAt(at + 1);
  if (next === "(") {
    const end = endOfTarget(text, at + 1);
    return passed(end > 0 ? end - at : 1);
  }
  if (next !== "[") return passed(1);
  return passed(1 + (reference.exec(text.slice(at + 1, at + 206))?.[0].length ?? 0));
}

const entity = /^&(?:#?[a-z0-9]{1,31});/i;

export function entityAt(text: string, at: number): Inline {
  return passed(entity.exec(text.slice(at, at + 33))?.[0].length ?? 1);
}

const escapable = "*_`[]<>~|\\#!-+.(){}@";

export function escapeAt(text: string, at: number): Inline {
  return passed(escapable.includes(text.charAt(at + 1) || " ") ? 2 : 1);
}

const handle = /^@[a-z0-9](?:[a-z0-9_.-]{0,37}[a-z0-9_])?/i;

export function handleAt(text: string, at: number): Inline {
  const found = handle.exec(text.slice(at, at + 40))?.[0];
  if (found === undefined) return passed(1);
  const after = text.charAt(at + found.length);
  if (after !== "/" && after !== "@") {
    return { kind: "handle", norm: found.slice(1).toLowerCase(), length: found.length };
  }
  // `@scope/package` and `@a@b` name no one.
  let end = at + found.length;
  while (end < text.length && !isSpace(text.charCodeAt(end))) end += 1;
  return opaque(end - at);
}
