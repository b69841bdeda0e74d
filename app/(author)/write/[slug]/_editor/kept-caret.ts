import { flushSync } from "react-dom";

import { fieldOf } from "./written-field";

/** Where somebody is writing. */
interface Caret {
  readonly active: HTMLElement;
  readonly place: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Makes a change that somebody else brings into the page, and keeps the caret at the words where it
 * stands: whoever is in the middle of a sentence goes on in the middle of it.
 */
export function keepingCaret(change: () => void): void {
  const caret = presentCaret();
  // At once in any case: a field that is still to go could get the focus and take it along.
  flushSync(change);
  if (caret !== null) putBack(caret);
}

function presentCaret(): Caret | null {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement)) return null;
  const { place } = active.dataset;
  if (place === undefined) return null;
  const field = fieldOf(active);
  return { active, place, text: field.text(), ...field.selection() };
}

function putBack({ active, place, text, start, end }: Caret): void {
  // Rows without an id are known by their number, so what is typed may be in another one now.
  const now = movedTo(place, active, text) ?? elementAt(active, place);
  if (now === null) return;
  const field = fieldOf(now);
  const after = field.text();
  const [from, to] = [offsetIn(after, text, start), offsetIn(after, text, end)];
  // What was selected to be written over is perhaps something else by now.
  const isSame = after.slice(from, to) === text.slice(start, end);
  const there = field.selection();
  if (there.start !== from || there.end !== to) field.rest(isSame ? from : to, to);
  if (document.activeElement !== now) field.focus();
}

/** The element in which a place is written: the same as before, or the one that stands in for it. */
function elementAt(active: HTMLElement, place: string): HTMLElement | null {
  if (active.isConnected) return active;
  return document.querySelector<HTMLElement>(`[data-place="${CSS.escape(place)}"]`);
}

function movedTo(place: string, active: HTMLElement, before: string): HTMLElement | null {
  const kind = withoutNumbers(place);
  const isThere = active.isConnected && textOf(active).trim() === before.trim();
  if (kind === place || isThere || before.trim() === "") return null;
  const others = document.querySelectorAll<HTMLElement>("[data-place]");
  const alike = [...others].filter((one) => withoutNumbers(one.dataset.place ?? "") === kind);
  return alike.find((one) => textOf(one).trim() === before.trim()) ?? null;
}

function withoutNumbers(place: string): string {
  return place.replace(/\.\d+(?=\.|$)/g, ".");
}

function textOf(element: HTMLElement): string {
  return "value" in element && typeof element.value === "string" ? element.value : "";
}

/** Letters around an offset by which it is found again. */
const windows = [48, 24, 12, 6, 3];

/** The offset in a text that is where another one was in the text before. */
export function offsetIn(after: string, before: string, offset: number): number {
  for (const letters of windows) {
    const ahead = before.slice(Math.max(0, offset - letters), offset);
    const behind = before.slice(offset, offset + letters);
    for (const [piece, shift] of [
      [ahead + behind, ahead.length],
      [ahead, ahead.length],
      [behind, 0],
    ] as const) {
      const at = piece.length < 3 ? -1 : nearest(after, piece, offset - shift);
      if (at !== -1) return at + shift;
    }
  }
  return Math.min(offset, after.length);
}

/** Where a piece stands in a text, nearest to an offset; -1 where it does not. */
function nearest(text: string, piece: string, offset: number): number {
  let best = -1;
  for (let at = text.indexOf(piece); at !== -1; at = text.indexOf(piece, at + 1)) {
    if (best === -1 || Math.abs(at - offset) < Math.abs(best - offset)) best = at;
  }
  return best;
}
