import { createHash } from "node:crypto";

import sharp from "sharp";

import { Turns } from "#knowledge/people/turns";

import { readPictureFile, type PictureFile } from "./picture-file";

export const pictureLimits = {
  /** Bytes of a file that is sent, and of a picture that is kept. */
  bytes: 8_000_000,
  pixels: 40_000_000,
  /** The longest side that a WebP can have. */
  side: 16_383,
  /** Bytes of all that one account has put in. */
  quota: 200_000_000,
} as const;

export type PictureFault =
  | Extract<PictureFile, { kind: "refused" }>["fault"]
  | "too many pixels"
  | "moves"
  | "unreadable"
  | "too much in it";

/** A picture as it is kept and served. */
export interface Picture {
  /** SHA-256 (hex) of its bytes. */
  readonly hash: string;
  /** WebP, with nothing in it but the picture. */
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

export type MadePicture =
  | { readonly kind: "made"; readonly picture: Picture }
  | { readonly kind: "refused"; readonly fault: PictureFault }
  /** Too many wait already. */
  | { readonly kind: "busy" };

// What decodes pictures knows dozens of formats, and has had holes in most of them. SVG is only ever
// our own, for the preview pictures of incidents; what is sent is never taken for one.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadPngBuffer",
    "VipsForeignLoadJpegBuffer",
    "VipsForeignLoadWebpBuffer",
    "VipsForeignLoadSvgBuffer",
  ],
});
sharp.cache(false);
sharp.concurrency(1);

const deadline = { seconds: 30 };

/** Up to so many pixels a picture whose colours were exact stays so, as letters in screenshots need. */
const exactPixels = 8_000_000;

/** A large picture takes 160 MB while it is made, so there is one at a time; each that waits takes 8. */
const turns = new Turns(1, 16);

/** Whether so many pictures wait that no further file should be read at the moment. */
export function areTooManyWaiting(): boolean {
  return turns.isFull;
}

/**
 * Makes of a file the picture that is kept: decoded, turned as its camera was held, its colours those
 * of screens, and written anew, so that nothing else that was in the file is in it.
 */
export async function makePicture(file: Buffer): Promise<MadePicture> {
  return turns.isFull ? { kind: "busy" } : turns.run(() => remade(file));
}

async function remade(file: Buffer): Promise<MadePicture> {
  const found = readPictureFile(file);
  if (found.kind === "refused") return found;
  try {
    const { format, width, height, pages = 1 } = await opened(file).metadata();
    if (format !== found.format) return refused("unreadable");
    if (pages > 1) return refused("moves");
    const isExact = found.isExact && width * height <= exactPixels;
    return await written(file, isExact);
  } catch (error) {
    return refused(faultIn(error));
  }
}

function opened(file: Buffer) {
  return sharp(file, { failOn: "error", limitInputPixels: pictureLimits.pixels });
}

function refused(fault: PictureFault): MadePicture {
  return { kind: "refused", fault };
}

/** A decoder says in words of its own what is wrong with a file; none of it is a fault of ours. */
function faultIn(error: unknown): PictureFault {
  return error instanceof Error && error.message.includes("pixel limit")
    ? "too many pixels"
    : "unreadable";
}

const manners = {
  exact: { lossless: true },
  fine: { quality: 88 },
  coarse: { quality: 60 },
} as const;

/** In the finest manner in which it is not too large. */
async function written(file: Buffer, isExact: boolean): Promise<MadePicture> {
  const { side } = pictureLimits;
  for (const manner of isExact
    ? (["exact", "fine", "coarse"] as const)
    : (["fine", "coarse"] as const)) {
    const { data, info } = await opened(file)
      .autoOrient()
      .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
      .webp(manners[manner])
      .timeout(deadline)
      .toBuffer({ resolveWithObject: true });
    if (data.length <= pictureLimits.bytes) {
      const { width, height } = info;
      return { kind: "made", picture: { hash: hashOf(data), bytes: data, width, height } };
    }
  }
  return refused("too much in it");
}

function hashOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * Looks at a picture that was kept elsewhere and comes back, in an import: it is taken as it is, so
 * it must be what we would have made. Null where it is not: no still WebP, or with data besides.
 */
export async function readKeptPicture(bytes: Buffer): Promise<Picture | null> {
  const found = readPictureFile(bytes);
  if (found.kind === "refused" || found.format !== "webp") return null;
  try {
    const { pages = 1, width, height, ...data } = await opened(bytes).metadata();
    if (pages > 1 || data.exif || data.icc || data.xmp || data.iptc) return null;
    await opened(bytes).timeout(deadline).stats();
    return { hash: hashOf(bytes), bytes, width, height };
  } catch {
    return null;
  }
}
