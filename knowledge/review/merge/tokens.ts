import { readStoryLines } from "#knowledge/text/story-lines";

/**
 * How texts are taken apart to be compared and merged. Every way but lines gives the text back
 * when its tokens are put together; lines want a line feed between them.
 */

/** The lines of a text without their ends; a text that says nothing has none. */
export function linesOf(text: string): string[] {
  return text === "" ? [] : text.split("\n");
}

// The end of a sentence, with what closes a quotation or an emphasis; or the end of a line.
const betweenSentences = /(\n\s*)|(?<=[.!?…。！？]["'”’)\]*_]{0,3})([^\S\n]+)/u;

/** Sentences and what stands between them, alternately; a line ends a sentence too. */
export function sentencesOf(text: string): string[] {
  return text.split(betweenSentences).filter((part) => part !== undefined && part !== "");
}

const words = /[\p{L}\p{N}_][\p{L}\p{M}\p{N}_'’]*(?:[.,:-][\p{L}\p{N}_]+)*|\s+|[^\s]/gu;

/** Words, spaces and marks. A number with its points, a time and a hyphenated word are one word. */
export function wordsOf(text: string): string[] {
  return text.match(words) ?? [];
}

/** Whether a token of `wordsOf` is a word, not a space or a mark. */
export function isWord(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token);
}

/** For each line of a story whether it is code: fenced or indented. */
export function codeLines(lines: readonly string[]): boolean[] {
  return readStoryLines(lines.join("\n")).map(({ kind }) => kind === "code");
}
