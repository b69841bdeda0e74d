import type { DraftStore } from "./draft-store";

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** The field in which a place is written; null where it is not on the page. */
export function fieldAt(place: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-place="${CSS.escape(place)}"]`);
}

function isTextControl(field: HTMLElement | null): field is TextControl {
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
}

/** Space at the beginning of what was typed is not in the document. */
function shiftIn({ value }: TextControl): number {
  return value.length - value.trimStart().length;
}

/** Shows words of a field: the focus goes there, and they are selected. */
export function select(place: string, start: number, end: number): void {
  const field = fieldAt(place);
  field?.focus();
  field?.scrollIntoView({ block: "center" });
  if (!isTextControl(field)) return;
  const shift = place.startsWith("story.") ? 0 : shiftIn(field);
  field.setSelectionRange(start + shift, end + shift);
}

interface Words {
  readonly place: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Puts other words in the place of some, as if they were typed, and selects them. */
export function putInto(store: DraftStore, words: Words, others: string): void {
  const field = fieldAt(words.place);
  if (!isTextControl(field)) return;
  const shift = words.place.startsWith("story.") ? 0 : shiftIn(field);
  const [start, end] = [words.start + shift, words.end + shift];
  // The text may have gone on since it was checked.
  if (field.value.slice(start, end) !== words.text) return;
  const next = field.value.slice(0, start) + others + field.value.slice(end);
  const before = store.edits;
  typeInto(field, next);
  if (store.edits === before) return;
  field.focus();
  requestAnimationFrame(() => field.setSelectionRange(start, start + others.length));
}

/** Changes a field so that whoever listens to typing hears of it. */
function typeInto(field: TextControl, value: string): void {
  const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
