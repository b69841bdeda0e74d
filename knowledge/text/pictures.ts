import { readStoryLines } from "./story-lines";

/**
 * How a story names a picture: `files/`, the SHA-256 (hex) of its bytes, `.webp`. The same name leads
 * to it beside the document's file in an export, and under `/files/` on the site.
 */
const address = String.raw`files/([0-9a-f]{64})\.webp`;

/** The whole of such an address, and the hash in it. */
export const PICTURE_ADDRESS = new RegExp(`^${address}$`);

/** The name of a picture's file, and the hash in it. */
export const PICTURE_FILE = /^([0-9a-f]{64})\.webp$/;

export function pictureAddress(hash: string): string {
  return `files/${hash}.webp`;
}

/** The hashes of all pictures whose address stands in a text, wherever, each once. */
export function pictureHashes(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(new RegExp(address, "g")), ([, hash = ""]) => hash))];
}

/** Width and height of a picture, in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** The HTML of a story with the sizes of its pictures, so that nothing moves when they come. */
export function withPictureSizes(html: string, sizes: ReadonlyMap<string, PictureSize>): string {
  return html.replaceAll(/<img src="\/files\/([0-9a-f]{64})\.webp"/g, (begin, hash: string) => {
    const size = sizes.get(hash);
    return size ? `${begin} width="${size.width}" height="${size.height}"` : begin;
  });
}

/** A picture in a story, with its line, from 1. */
export interface StoryPicture {
  readonly hash: string;
  readonly line: number;
  /** Something stands there for who does not see it. */
  readonly hasWords: boolean;
}

const shown = new RegExp(String.raw`(!\[\s*)?\](?:\(\s*|:\s+)<?${address}(?=[\s)>]|$)`, "g");

/** The pictures that a story shows, in order; those in code are code. Nothing is parsed. */
export function picturesIn(story: string): StoryPicture[] {
  if (!story.includes("files/")) return [];
  return readStoryLines(story).flatMap(({ kind, text, number }) =>
    kind === "text"
      ? Array.from(text.matchAll(shown), ([, wordless, hash = ""]) => ({
          hash,
          line: number,
          hasWords: wordless === undefined,
        }))
      : [],
  );
}

/** The lines of a story on which a picture has nothing for who does not see it: a hint, no fault. */
export function linesOfWordlessPictures(story: string): number[] {
  return picturesIn(story).flatMap(({ hasWords, line }) => (hasWords ? [] : [line]));
}
