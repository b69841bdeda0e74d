import type { Replacement } from "#knowledge/language/replacement";

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
