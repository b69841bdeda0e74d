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
  const behind = new Behind();
  let end = text.length;
  // From the last to the first, so that what stands ahead stays where it is.
  for (const { index, 1: at = "" } of Array.from(text.matchAll(marked)).toReversed()) {
    if (mark !== null && mark !== at) continue;
    behind.put(text.slice(index + at.length + 3, end));
    if (address !== null) behind.put(`](${address})`);
    end = address === null ? endWithoutPicture(text, index, behind) : index;
  }
  behind.put(text.slice(0, end));
  return behind.text;
}

/** Where a text ends ahead of a picture that is left out, of whose words this is the end. */
function endWithoutPicture(text: string, end: number, behind: Behind): number {
  const start = startOfPicture(text, end);
  // Words of which somebody took the sign of a picture away are words.
  if (start === null) return end;
  // A line of its own goes with it.
  const isAlone = (start === 0 || text[start - 1] === "\n") && behind.beginsLine;
  if (!isAlone) return start;
  if (!behind.isBlank) {
    behind.dropLineEnds(2);
    return start;
  }
  behind.clear();
  return text.slice(0, start).trimEnd().length;
}

/** Where a picture begins of whose words this is the end; null where none does. Looks back over these alone. */
function startOfPicture(text: string, end: number): number | null {
  for (let at = end - 1; at > 0; at -= 1) {
    const sign = text[at];
    if (sign === "]" || sign === "\n") return null;
    if (sign === "[" && text[at - 1] === "!") return at - 1;
  }
  return null;
}

/** What stands behind a place in a text, put together from its end. */
class Behind {
  /** The last one first. */
  #pieces: string[] = [];
  #isBlank = true;

  put(piece: string): void {
    if (piece === "") return;
    this.#pieces.push(piece);
    this.#isBlank &&= piece.trim() === "";
  }

  get text(): string {
    return this.#pieces.toReversed().join("");
  }

  /** Nothing but space stands there, if anything does. */
  get isBlank(): boolean {
    return this.#isBlank;
  }

  /** A line ends there, or the text does. */
  get beginsLine(): boolean {
    return this.#pieces.at(-1)?.startsWith("\n") ?? true;
  }

  clear(): void {
    this.#pieces = [];
    this.#isBlank = true;
  }

  /** Takes line ends away from its beginning, at most so many. */
  dropLineEnds(most: number): void {
    for (let count = 0; count < most && this.#pieces.at(-1)?.startsWith("\n"); count += 1) {
      const rest = this.#pieces.pop()?.slice(1) ?? "";
      if (rest !== "") this.#pieces.push(rest);
    }
  }
}
