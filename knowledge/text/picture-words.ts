import { PICTURE_ADDRESS } from "./pictures";
import { readStoryLines } from "./story-lines";

/** A picture in a text, with what stands there for who does not see it. */
export interface WordedPicture {
  readonly hash: string;
  /** As a reader hears them, without the marks that Markdown needs. */
  readonly words: string;
  /** Where they stand in the text, as they are written. */
  readonly start: number;
  readonly end: number;
}

const shown = /!\[((?:[^\\[\]\n]|\\.)*)\]\((files\/[0-9a-f]{64}\.webp)(?=[\s)])/g;

/** The pictures of a text that are written in place, in order; those in code are code. */
export function wordedPictures(markdown: string): WordedPicture[] {
  if (!markdown.includes("files/")) return [];
  const kinds = readStoryLines(markdown).map(({ kind }) => kind);
  return Array.from(markdown.matchAll(shown)).flatMap(
    ({ index, 1: written = "", 2: address = "" }) => {
      const line = markdown.slice(0, index).split(/\r\n|\n|\r/).length;
      const [, hash = ""] = PICTURE_ADDRESS.exec(address) ?? [];
      const start = index + "![".length;
      const words = written.replaceAll(/\\([\\[\]])/g, "$1");
      return kinds[line - 1] === "text"
        ? [{ hash, words, start, end: start + written.length }]
        : [];
    },
  );
}

/** The text with other words for one of its pictures. */
export function withPictureWords(
  markdown: string,
  { start, end }: WordedPicture,
  words: string,
): string {
  const written = words.replaceAll(/\s+/g, " ").replaceAll(/[\\[\]]/g, String.raw`\$&`);
  return markdown.slice(0, start) + written + markdown.slice(end);
}
