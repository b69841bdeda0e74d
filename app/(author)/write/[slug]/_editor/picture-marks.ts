import type { Draft } from "#knowledge/review/draft";

import { freshName } from "./copy-life";

/**
 * What stands in a text for a picture that is on its way to the server, `![words](being-sent/…)`. It
 * is of this page alone: it is neither saved nor kept in the browser, as nobody else could send it.
 */
export interface PictureMark {
  /** The address that stands for it in the text until it is kept. */
  readonly address: string;
  /** What it shows, for who does not see it. */
  readonly words: string;
}

const marked = /\]\((being-sent\/[0-9a-f]{32})\)/g;

/** A mark that no other picture has. */
export function newMark(words = ""): PictureMark {
  return { address: `being-sent/${freshName()}`, words };
}

/** The picture of a mark, as it stands in a text. */
export function shownMark({ address, words }: PictureMark): string {
  return `![${words}](${address})`;
}

/** Whether a mark stands anywhere in a draft. */
export function hasMark(draft: Draft, { address }: PictureMark): boolean {
  return withMark(draft, address, null) !== draft;
}

/** A draft in which a picture is kept at an address wherever its mark stood; left out without one. */
export function withPictureKept<Part extends object>(
  part: Part,
  { address: mark }: PictureMark,
  address: string | null,
): Part {
  return withMark(part, mark, address);
}

/** The same without the pictures that are on their way; itself where there are none. */
export function withoutMarks<Part extends object>(part: Part): Part {
  return withMark(part, null, null);
}

/** Puts an address, or nothing, in place of one mark or, without one, of all, in all texts within. */
function withMark<Part extends object>(
  part: Part,
  mark: string | null,
  address: string | null,
): Part {
  let changed: Part | null = null;
  for (const [key, value] of Object.entries(part)) {
    const after = valueWithMark(value, mark, address);
    if (after === value) continue;
    changed ??= Object.assign(Array.isArray(part) ? [] : {}, part);
    Reflect.set(changed, key, after);
  }
  return changed ?? part;
}

function valueWithMark(value: unknown, mark: string | null, address: string | null): unknown {
  if (typeof value === "string") return textWithMark(value, mark, address);
  return typeof value === "object" && value !== null ? withMark(value, mark, address) : value;
}

function textWithMark(text: string, mark: string | null, address: string | null): string {
  if (!text.includes("](being-sent/")) return text;
  // From the last to the first, so that what stands ahead stays where it is.
  const all = Array.from(text.matchAll(marked), ({ index, 1: at }) => ({ index, at })).toReversed();
  return all.reduce((now, { index, at = "" }) => {
    return mark === null || mark === at ? withPicture(now, { index, at }, address) : now;
  }, text);
}

function withPicture(
  text: string,
  { index: end, at }: { readonly index: number; readonly at: string },
  address: string | null,
): string {
  const behind = text.slice(end + at.length + 3);
  if (address !== null) return `${text.slice(0, end)}](${address})${behind}`;
  const start = text.lastIndexOf("![", end);
  // Words of which somebody took the sign of a picture away are words.
  const isWhole = start >= 0 && !/[\]\n]/.test(text.slice(start + 2, end));
  if (!isWhole) return text.slice(0, end) + behind;
  const before = text.slice(0, start);
  // A line of its own goes with it.
  const isAlone = /(?:^|\n)$/.test(before) && /^(?:\n|$)/.test(behind);
  if (!isAlone) return before + behind;
  const rest = behind.replace(/^\n{1,2}/, "");
  return rest.trim() === "" ? before.trimEnd() : before + rest;
}
