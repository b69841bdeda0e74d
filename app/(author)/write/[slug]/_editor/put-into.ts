import type { Replacement } from "#knowledge/language/replacement";
import type { Draft } from "#knowledge/review/draft";

import type { DraftStore } from "./draft-store";
import { withStoryBody } from "./editing";
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

/**
 * Puts a replacement in the place of words or of their sentence, and selects it; one with gaps goes
 * before the sentence.
 */
export function putInto({ place, start, end, text }: FoundWords, replacement: Replacement): void {
  const field = fieldAt(place);
  if (!field) return;
  const written = field.text();
  const shift = shiftIn(place, written);
  const [from, to] = [start + shift, end + shift];
  // The text may have gone on since it was checked.
  if (written.slice(from, to) !== text) return;
  if (replacement.of === "sentence" && replacement.words.includes("…")) {
    // Its gaps are filled with words of the sentence, which stays behind it until then.
    const [begin] = sentenceAt(written, from);
    field.put(begin, begin, `${replacement.words} `);
    return;
  }
  const [first, last] = replacement.of === "sentence" ? sentenceAt(written, from) : [from, to];
  // Words that go leave no two spaces behind.
  const further = replacement.words === "" && written[last] === " " ? 1 : 0;
  field.put(first, last + further, replacement.words);
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

/** Where the sentence around an offset begins and ends, without the space behind it. */
function sentenceAt(text: string, offset: number): [start: number, end: number] {
  const sentences = new Intl.Segmenter("en", { granularity: "sentence" }).segment(text);
  const around = sentences.containing(offset);
  const start = around?.index ?? 0;
  return [start, start + (around?.segment.trimEnd().length ?? text.length)];
}
