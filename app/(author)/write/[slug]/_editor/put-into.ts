import { replacementOf } from "#knowledge/language/replacement";
import { sentenceAround } from "#knowledge/language/rephrasing/sentence-around";
import type { Draft } from "#knowledge/review/draft";

import type { DraftStore } from "./draft-store";
import { withStoryBody } from "./editing";
import type { PlacedFinding } from "./language-store";
import { fieldAt } from "./written-field";

/** Words as the language check found them: offsets count in the text without space around it. */
export interface FoundWords {
  readonly place: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Shows words that were found: the focus goes there, and they are selected. */
export function show({ place, start, end }: FoundWords): void {
  const field = fieldAt(place);
  if (!field) return;
  const shift = shiftIn(place, field.text());
  field.select(start + shift, end + shift);
}

/** A field, with what was found in it in the offsets of its own text; null where that has gone on. */
function found(finding: PlacedFinding) {
  const { place, start, end, text } = finding;
  const field = fieldAt(place);
  if (!field) return null;
  const written = field.text();
  const shift = shiftIn(place, written);
  const [from, to] = [start + shift, end + shift];
  if (written.slice(from, to) !== text) return null;
  return { field, written, finding: { ...finding, start: from, end: to } };
}

/**
 * Puts a suggestion into the field in which its finding stands, and selects the first gap in it, else
 * all of it. Gives the sentence that went for it; null where that stays, or the text has gone on.
 */
export function putInto(placed: PlacedFinding, suggestion: string): string | null {
  const now = found(placed);
  if (!now) return null;
  const { field, written, finding } = now;
  const replacement = replacementOf(suggestion, written, finding);
  if (replacement === null) return null;
  const { start, end, words, of } = replacement;
  const gap = words.indexOf("…");
  if (gap < 0) field.put(start, end, words);
  else {
    field.put(start, end, words, { start: start + gap, end: start + gap + 1 });
    field.focus();
  }
  return of === "sentence" ? written.slice(start, end) : null;
}

/** Selects the sentence of a finding, so that it can be written anew. */
export function selectSentence(placed: PlacedFinding): void {
  const now = found(placed);
  if (!now) return;
  const { start, end } = sentenceAround(now.written, now.finding);
  now.field.select(start, end);
}

/** Words that were found, and what goes in their place. */
export interface Exchange extends FoundWords {
  readonly words: string;
}

/** Makes all exchanges in one step of the draft, which undoing at `place` takes back. */
export function exchangeAll(store: DraftStore, place: string, all: readonly Exchange[]): void {
  store.endStep();
  // From the end of each text to its beginning: what stands before stays where it is.
  const backwards = all.toSorted((a, b) => b.start - a.start);
  store.edit(place, (draft) => backwards.reduce(exchanged, draft));
  store.endStep();
}

/** Shows what an exchange has put in, once it stands in its field. */
export function showExchanged({ place, start, words }: Exchange, all: readonly Exchange[]): void {
  const before = all.filter((one) => one.place === place && one.start < start);
  const begin = before.reduce((at, one) => at + one.words.length - one.text.length, start);
  requestAnimationFrame(() => {
    const written = fieldAt(place)?.text() ?? "";
    const from = begin + shiftIn(place, written);
    const end = begin + words.length;
    if (written.startsWith(words, from)) show({ place, start: begin, end, text: words });
  });
}

function exchanged(draft: Draft, { place, start, end, text, words }: Exchange): Draft {
  const change = (written: string): string => {
    const shift = shiftIn(place, written);
    // The text may have gone on since it was checked.
    if (written.slice(start + shift, end + shift) !== text) return written;
    return written.slice(0, start + shift) + words + written.slice(end + shift);
  };
  const [list = "", ...path] = place.split(".");
  if (list === "story") {
    const at = Number(path[0]);
    return withStoryBody(draft, at, change(draft.story[at]?.body ?? ""));
  }
  const before: unknown = Reflect.get(draft.record, list);
  const after = withText(before, path, change);
  if (after === before) return draft;
  const record = { ...draft.record };
  Reflect.set(record, list, after);
  return { ...draft, record };
}

/** A value with another text at the end of a path whose steps are keys, positions and ids of rows. */
function withText(
  value: unknown,
  [step, ...rest]: readonly string[],
  change: (text: string) => string,
): unknown {
  if (step === undefined) return typeof value === "string" ? change(value) : value;
  if (typeof value !== "object" || value === null) return value;
  const key = Array.isArray(value) ? positionOf(value, step) : step;
  const before: unknown = Reflect.get(value, key);
  const after = withText(before, rest, change);
  if (after === before) return value;
  const copy: object = Array.isArray(value) ? [...value] : { ...value };
  Reflect.set(copy, key, after);
  return copy;
}

function positionOf(rows: readonly unknown[], step: string): string {
  const at = rows.findIndex(
    (row) => typeof row === "object" && row !== null && Reflect.get(row, "id") === step,
  );
  return at < 0 ? step : String(at);
}

/** Space at the beginning of what was typed is not in the document; the story keeps it. */
function shiftIn(place: string, written: string): number {
  return place.startsWith("story.") ? 0 : written.length - written.trimStart().length;
}
