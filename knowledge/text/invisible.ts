/**
 * Characters that a reader cannot see but that change what is seen, or hide something in it:
 * controls (not tab and line ends), bidirectional overrides and isolates, zero-width spaces and
 * joiners of words, interlinear marks, tag characters, and halves of surrogate pairs.
 * Kept as they are: the direction marks and the joiners that Arabic, Indic scripts and emoji need.
 */
const INVISIBLE =
  // oxlint-disable-next-line no-control-regex -- these controls are what we look for
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;

/** A stretch of visible text, or the name of one invisible character as in `U+202E`. */
type VisiblePart = { kind: "text"; text: string } | { kind: "invisible"; name: string };

/** Takes a text apart at its invisible characters, so that each can be shown by its name. */
export function visibleParts(text: string): VisiblePart[] {
  const parts: VisiblePart[] = [];
  let from = 0;
  for (const match of text.matchAll(INVISIBLE)) {
    if (match.index > from) parts.push({ kind: "text", text: text.slice(from, match.index) });
    parts.push({ kind: "invisible", name: codePointName(match[0]) });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ kind: "text", text: text.slice(from) });
  return parts;
}

/** The text with each invisible character replaced by its name in brackets, for plain places. */
export function withVisibleNames(text: string): string {
  return text.replace(INVISIBLE, (character) => `[${codePointName(character)}]`);
}

/** The text without the characters that a reader cannot see, soft hyphens among them. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, "").replaceAll("\u00AD", "");
}

function codePointName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
