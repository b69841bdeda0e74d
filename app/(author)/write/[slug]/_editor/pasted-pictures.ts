/** Pictures that were copied along with words. */
export interface PastedPictures {
  /** Those that came whole, and can be kept as if they had been pasted alone. */
  readonly files: readonly File[];
  /** How many only came as an address, from which nothing is fetched. */
  readonly left: number;
}

export const noPictures: PastedPictures = { files: [], left: 0 };

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
  const shown = pictures.filter((picture) => !isSign(picture) && !isDot(picture));
  const files = shown
    .slice(0, mostSent)
    .flatMap(({ src }, at) => fileOf(src, `picture ${at + 1}`) ?? []);
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

function isSign({ alt }: Picture): boolean {
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
