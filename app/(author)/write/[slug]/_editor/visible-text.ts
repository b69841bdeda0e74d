import type { Draft } from "#knowledge/review/draft";
import { hasRefusedCharacter } from "#knowledge/text/raw-source";

/**
 * A text without the characters that no document may hold, such as those that Windows puts before a
 * path: nobody sees them, so nobody could take them out. Where one broke a line, space stays.
 */
export function visibleText(text: string): string {
  if (!hasRefusedCharacter(text)) return text;
  const spaced = text.replaceAll(/\r\n?/g, "\n").replaceAll(/[\v\f\u0085]/g, " ");
  return Array.from(spaced)
    .filter((character) => !hasRefusedCharacter(character))
    .join("");
}

/**
 * A draft without such characters in anything that is not as it was before; what is as it was stays
 * the same object, and so does all that holds none.
 */
export function visibleDraft(draft: Draft, before: Draft): Draft {
  const next = { ...draft };
  for (const [key, part] of Object.entries(draft)) {
    Reflect.set(next, key, visiblePart(part, Reflect.get(before, key)));
  }
  if (isShallowlySame(next, before)) return before;
  return isShallowlySame(next, draft) ? draft : next;
}

function visiblePart(value: unknown, before: unknown): unknown {
  if (value === before) return value;
  if (typeof value === "string") return visibleText(value);
  if (typeof value !== "object" || value === null) return value;
  const changed = Object.entries(value).flatMap(([key, one]: [string, unknown]) => {
    const next = visiblePart(one, partOf(before, key));
    return next === one ? [] : [{ key, next }];
  });
  if (changed.length === 0) return value;
  const visible = Array.isArray(value) ? [...value] : { ...value };
  for (const { key, next } of changed) Reflect.set(visible, key, next);
  // Where only such a character was typed, nothing was.
  return isShallowlySame(visible, before) ? before : visible;
}

function partOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function isShallowlySame(value: object, before: unknown): boolean {
  if (typeof before !== "object" || before === null) return false;
  const keys = Object.keys(value);
  return (
    keys.length === Object.keys(before).length &&
    keys.every((key) => Reflect.get(value, key) === Reflect.get(before, key))
  );
}

/** What stands in a control, without such characters; the caret stays at the words where it is. */
export function visibleIn(control: HTMLInputElement | HTMLTextAreaElement): string {
  const text = control.value.replaceAll("\r\n", "\n");
  const visible = visibleText(text);
  if (visible === text) return text;
  const caret = visibleText(text.slice(0, control.selectionEnd ?? text.length)).length;
  control.value = visible;
  control.setSelectionRange(caret, caret);
  return visible;
}
