/** What a file says of itself by its first bytes and its structure; nothing is decoded here. */
export type PictureFile =
  | {
      readonly kind: "picture";
      readonly format: "png" | "jpeg" | "webp";
      /** Its colours were kept exactly until now. */
      readonly isExact: boolean;
    }
  | { readonly kind: "refused"; readonly fault: "no picture" | "cut off" | "something behind" };

const noPicture: PictureFile = { kind: "refused", fault: "no picture" };

/**
 * Looks at a file that is said to be a picture. It must be one from its first byte to its last: what
 * ends too early was cut off, and what goes on behind the picture's end is perhaps something else too.
 */
export function readPictureFile(bytes: Buffer): PictureFile {
  if (bytes.subarray(0, 8).equals(pngBegins)) return judged("png", true, endOfPng(bytes), bytes);
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) {
    return judged("jpeg", false, endOfJpegs(bytes), bytes);
  }
  const isWebp = textAt(bytes, 0) === "RIFF" && textAt(bytes, 8) === "WEBP";
  if (!isWebp || bytes.length < 16) return noPicture;
  const end = 8 + bytes.readUInt32LE(4);
  return judged("webp", textAt(bytes, 12) === "VP8L", end, bytes);
}

function judged(
  format: "png" | "jpeg" | "webp",
  isExact: boolean,
  end: number | null,
  bytes: Buffer,
): PictureFile {
  if (end === null || end > bytes.length) return { kind: "refused", fault: "cut off" };
  const isWhole = bytes.subarray(end).every((byte) => byte === 0);
  return isWhole
    ? { kind: "picture", format, isExact }
    : { kind: "refused", fault: "something behind" };
}

const pngBegins = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Where a PNG ends: behind its chunk `IEND`. Null where that never comes. */
function endOfPng(bytes: Buffer): number | null {
  let at = pngBegins.length;
  while (at + 12 <= bytes.length) {
    const next = at + 12 + bytes.readUInt32BE(at);
    if (textAt(bytes, at + 4) === "IEND") return next;
    at = next;
  }
  return null;
}

/** Where a JPEG ends; cameras put further ones behind the first, such as a small one or a depth map. */
function endOfJpegs(bytes: Buffer): number | null {
  let at = 0;
  for (;;) {
    const end = endOfJpeg(bytes, at);
    if (end === null || !startsWith(bytes.subarray(end), [0xff, 0xd8, 0xff])) return end;
    at = end;
  }
}

const marker = { begin: 0xd8, end: 0xd9, scan: 0xda } as const;

function endOfJpeg(bytes: Buffer, from: number): number | null {
  let at = from + 2;
  while (at + 4 <= bytes.length || bytes[at + 1] === marker.end) {
    if (bytes[at] !== 0xff) return null;
    const sign = bytes[at + 1];
    if (sign === undefined) return null;
    if (sign === marker.end) return at + 2;
    // A marker may be preceded by any number of these.
    if (sign === 0xff) {
      at += 1;
      continue;
    }
    const next = at + 2 + bytes.readUInt16BE(at + 2);
    at = sign === marker.scan ? behindScan(bytes, next) : next;
  }
  return null;
}

/** The next marker behind the data of a scan, in which a byte 255 is followed by 0 or a restart. */
function behindScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1) {
    const sign = bytes[at + 1] ?? 0;
    if (sign !== 0 && sign !== 0xff && (sign < 0xd0 || sign > 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 1);
  }
  return bytes.length;
}

function startsWith(bytes: Buffer, first: readonly number[]): boolean {
  return first.every((byte, at) => bytes[at] === byte);
}

function textAt(bytes: Buffer, at: number): string {
  return bytes.toString("latin1", at, at + 4);
}
