import { limits } from "#knowledge/incident/limits";
import { bytesOf, inKilobytes } from "#knowledge/text/raw-source";

/** A text of a length in UTF-16 units, which is put together only when it is asked for. */
export interface Measured {
  readonly length: number;
  readonly toString: () => string;
}

/** The most that a field keeps: letters (UTF-16 units) of one text, or bytes (UTF-8) where the document counts these. */
export interface Most {
  readonly count: number;
  readonly unit: "letters" | "bytes";
}

/** What a field keeps that is a document, or part of its story. */
export const wholeDocument: Most = { count: limits.documentBytes, unit: "bytes" };

/** What any other field keeps. */
export const longestTyped: Most = { count: limits.typed, unit: "letters" };

/** Bytes of a UTF-16 unit at most, in UTF-8. */
const widest = 3;

/** Why a text is more than a field keeps, in words; null where it is not. */
export function tooMuch(text: Measured, most: Most): string | null {
  const [found, limit] = most.unit === "letters" ? lettersIn(text, most) : bytesIn(text, most);
  if (found === null) return null;
  return `That would be ${found}, and a field keeps ${limit} at most. Nothing of it was taken; what stood here still does.`;
}

/** What was found, where that is too much, and the limit. */
type Found = readonly [found: string | null, limit: string];

function lettersIn({ length }: Measured, { count }: Most): Found {
  const inWords = (letters: number) => letters.toLocaleString("en");
  return [length > count ? `${inWords(length)} letters` : null, inWords(count)];
}

function bytesIn(text: Measured, { count }: Most): Found {
  // Asked at every key, and nearly always answered by the length alone.
  const bytes = text.length * widest <= count ? 0 : bytesOf(text.toString());
  return [bytes > count ? inKilobytes(bytes) : null, inKilobytes(count)];
}
