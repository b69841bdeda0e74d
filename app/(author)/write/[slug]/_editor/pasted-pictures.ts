import { newMark, type PictureMark } from "./picture-marks";

/** Pictures that were copied along with words. */
export interface PastedPictures {
  /** Those that came whole, and can be kept as if they had been pasted alone. */
  readonly files: readonly File[];
  /** How many only came as an address, from which nothing is fetched. */
  readonly left: number;
}

export const noPictures: PastedPictures = { files: [], left: 0 };

/** The mark of a picture, with where it stood among the words that it came with. */
export interface PlacedMark extends PictureMark {
  /** Its place among all pictures of the piece, signs and dots included. */
  readonly nth: number;
}

const marks = new WeakMap<File, PlacedMark>();

/** The mark of a picture that came among words; none for one that came by itself. */
export function markOf(file: File): PlacedMark | undefined {
  return marks.get(file);
}

interface Picture {
  readonly src: string;
  readonly alt: string;
  /** In pixels, as the HTML says; 0 or less where it does not. */
  readonly width: number;
  readonly height: number;
}

/** More pictures than these are not sent at once; who pastes a page means its words. */
const mostSent = 20;

/** Which pictures of a piece can be kept; signs that a chat shows as pictures are words, and dots count for nothing. */
export function picturesOf(pictures: readonly Picture[]): PastedPictures {
  const shown = pictures
    .map((picture, nth) => ({ ...picture, nth }))
    .filter((picture) => !isSign(picture) && !isDot(picture));
  const files = shown.slice(0, mostSent).flatMap((picture, at) => {
    const file = fileOf(picture.src, `picture ${at + 1}`);
    if (file) marks.set(file, markFor(picture));
    return file ?? [];
  });
  return { files, left: shown.length - files.length };
}

/** How many pictures HTML holds that is too long to be parsed. */
export function picturesInHtml(html: string): number {
  return html.match(/<img\b/gi)?.length ?? 0;
}

/** Says that pictures were left out, and how to bring them; empty where none was. */
export function leftInWords(left: number): string {
  if (left === 0) return "";
  return left === 1
    ? "1 picture was left out: paste or drop it as a picture."
    : `${left} pictures were left out: paste or drop each of them as a picture.`;
}

const sign = /^(?::[\w+-]{1,60}:|[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{fe0f}\u{200d}]+)$/u;

function markFor({ nth, alt }: Pick<Picture, "alt"> & { readonly nth: number }): PlacedMark {
  const words = alt.replaceAll(/[\s[\]\\]+/g, " ").trim();
  return { nth, ...newMark(words) };
}

/** Whether a picture is a sign that a chat shows so, whose words are the sign. */
export function isSign({ alt }: Pick<Picture, "alt">): boolean {
  return sign.test(alt.trim());
}

/** A picture of a pixel or two tells whoever sent it that it was read. */
function isDot({ width, height }: Picture): boolean {
  return [width, height].some((size) => size > 0 && size <= 2);
}

function fileOf(src: string, name: string): File | null {
  const [, type, packed] =
    /^data:(image\/(?:png|jpeg|gif|webp));base64,([\d+/=A-Za-z\s]+)$/.exec(src) ?? [];
  if (type === undefined || packed === undefined) return null;
  try {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    return new File([bytes], name, { type });
  } catch {
    return null;
  }
}
