import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";

import * as fc from "fast-check";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";

import { readPictureFile } from "./picture-file";
import { makePicture, pictureLimits, readKeptPicture, type MadePicture } from "./picture-making";

const blue = { width: 40, height: 30, channels: 3, background: { r: 10, g: 90, b: 200 } } as const;
const noise = (width: number, height: number) =>
  sharp({
    create: { ...blue, width, height, noise: { type: "gaussian", mean: 128, sigma: 40 } },
  });

let png: Buffer, jpeg: Buffer, webp: Buffer;

beforeAll(async () => {
  png = await noise(120, 80).png().toBuffer();
  jpeg = await noise(120, 80)
    .withExif({ IFD0: { Artist: "A. Person" }, IFD3: { GPSLatitude: "51/1 30/1 0/1" } })
    .jpeg({ progressive: true })
    .toBuffer();
  webp = await noise(120, 80).webp().toBuffer();
});

function madeOf(made: MadePicture) {
  if (made.kind !== "made") throw new Error(made.kind);
  return made.picture;
}

async function faultOf(file: Buffer): Promise<string> {
  const made = await makePicture(file);
  return made.kind === "refused" ? made.fault : "none";
}

describe("a picture", () => {
  test("of each form becomes WebP of the same size, known by its bytes", async () => {
    for (const file of [png, jpeg, webp]) {
      const { bytes, hash, width, height } = madeOf(await makePicture(file));
      expect({ width, height }).toEqual({ width: 120, height: 80 });
      expect(readPictureFile(bytes)).toMatchObject({ kind: "picture", format: "webp" });
      expect(hash).toBe(createHash("sha256").update(bytes).digest("hex"));
      expect(await readKeptPicture(bytes)).toEqual({ bytes, hash, width, height });
      expect(madeOf(await makePicture(file)).hash).toBe(hash);
    }
  });

  test("loses what a camera wrote into it, and keeps how it was held", async () => {
    const held = await sharp(jpeg).keepExif().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(held.includes("A. Person")).toBe(true);
    const { bytes, width, height } = madeOf(await makePicture(held));
    expect({ width, height }).toEqual({ width: 80, height: 120 });
    expect(bytes.includes("A. Person")).toBe(false);
    const { exif, icc, xmp, iptc } = await sharp(bytes).metadata();
    expect([exif, icc, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined]);
  });

  test("keeps every pixel of a screenshot", async () => {
    const { bytes } = madeOf(await makePicture(png));
    const [was, is] = await Promise.all([
      sharp(png).removeAlpha().raw().toBuffer(),
      sharp(bytes).removeAlpha().raw().toBuffer(),
    ]);
    expect(is.equals(was)).toBe(true);
  });

  test("longer than a WebP can be is made smaller", async () => {
    const long = await sharp({ create: { ...blue, width: 20_000, height: 100 } })
      .png()
      .toBuffer();
    expect(madeOf(await makePicture(long)).width).toBe(pictureLimits.side);
  });
});

/** A PNG that says it is so large, and is a few hundred bytes. */
function bomb(width: number, height: number): Buffer {
  const file = Buffer.from(png);
  file.writeUInt32BE(width, 16);
  file.writeUInt32BE(height, 20);
  // The header's check is of its four letters and its data.
  file.writeUInt32BE(crc32(file.subarray(12, 29)), 29);
  return file;
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

describe("what is no picture, or more than one", () => {
  test("is refused: other forms, and pages and programs that say they are one", async () => {
    const html = Buffer.from("<!doctype html><script>alert(1)</script>");
    const others = [
      Buffer.alloc(0),
      Buffer.from("\x89PNG"),
      html,
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      Buffer.from("GIF89a".padEnd(200, "\0")),
      Buffer.concat([html, png]),
      Buffer.from("%PDF-1.7"),
    ];
    for (const file of others) expect(await faultOf(file)).toBe("no picture");
  });

  test("is refused where something else begins behind its end", async () => {
    const zip = Buffer.concat([Buffer.from("PK\x03\x04"), deflateRawSync("<script>")]);
    for (const file of [png, jpeg, webp]) {
      expect(await faultOf(Buffer.concat([file, zip]))).toBe("something behind");
      expect(await faultOf(Buffer.concat([file, Buffer.from("<script>alert(1)</script>")]))).toBe(
        "something behind",
      );
      expect(await faultOf(Buffer.concat([file, Buffer.alloc(16)]))).toBe("none");
    }
    // What cameras do: a second picture behind the first.
    expect(await faultOf(Buffer.concat([jpeg, jpeg]))).toBe("none");
    expect(await faultOf(Buffer.concat([jpeg, jpeg, zip]))).toBe("something behind");
  });

  test("is refused where it was cut off, anywhere", async () => {
    for (const file of [png, jpeg, webp]) {
      for (const share of [0.05, 0.3, 0.6, 0.95]) {
        const fault = await faultOf(file.subarray(0, Math.max(24, file.length * share)));
        expect(["cut off", "no picture"]).toContain(fault);
      }
      expect(await faultOf(file.subarray(0, -1))).toBe("cut off");
    }
  });

  test("is refused where its first bytes say one thing and the rest another", async () => {
    const body = Buffer.concat([png.subarray(0, 8), jpeg]);
    expect(["cut off", "unreadable"]).toContain(await faultOf(body));
    const wrapped = Buffer.concat([Buffer.from("RIFF\0\0\0\0WEBPVP8 "), jpeg]);
    wrapped.writeUInt32LE(wrapped.length - 8, 4);
    expect(await faultOf(wrapped)).toBe("unreadable");
  });

  test("is refused where it has more pixels than could be shown", async () => {
    expect(await faultOf(bomb(60_000, 60_000))).toBe("too many pixels");
    expect(await faultOf(bomb(7_000, 6_000))).toBe("too many pixels");
    expect(await faultOf(bomb(6_000, 6_000))).toBe("unreadable");
  });

  test("is refused where it moves", async () => {
    const frames = await sharp([png, webp], { join: { animated: true } })
      .webp()
      .toBuffer();
    expect(await faultOf(frames)).toBe("moves");
    expect(await readKeptPicture(frames)).toBeNull();
  });

  test("of any bytes is refused or made, and never fails", async () => {
    const damaged = fc
      .tuple(
        fc.constantFrom("png", "jpeg", "webp"),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 }),
      )
      .map(([kind, changes]) => {
        const file = Buffer.from({ png, jpeg, webp }[kind] ?? png);
        for (const [at, byte] of changes) file[at % file.length] = byte;
        return file;
      });
    await fc.assert(
      fc.asyncProperty(damaged, async (file) => {
        const { kind } = await makePicture(file);
        expect(["made", "refused"]).toContain(kind);
      }),
      { numRuns: 150 },
    );
  });
});

describe("a picture that comes back", () => {
  test("is not taken with data besides the picture, nor in another form", async () => {
    const told = await sharp(webp)
      .withExif({ IFD0: { Artist: "A. Person" } })
      .webp()
      .toBuffer();
    expect(await readKeptPicture(told)).toBeNull();
    expect(await readKeptPicture(png)).toBeNull();
    expect(await readKeptPicture(webp.subarray(0, -40))).toBeNull();
  });
});
