import { randomBytes } from "node:crypto";
import { deflateRawSync, gzipSync } from "node:zlib";

import { describe, expect, test } from "vitest";

import { readPostMortemBytes } from "./read-post-mortem";

/** A ZIP file of one part, with what a reader looks at. */
function zipOf(...names: string[]): Buffer {
  const parts = names.map((name) => {
    const packed = deflateRawSync(Buffer.from(`<x>${name}</x>`));
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04_03_4b_50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt16LE(name.length, 26);
    return Buffer.concat([head, Buffer.from(name), packed]);
  });
  return Buffer.concat(parts);
}

const old = (name: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from(name, "utf16le"),
  ]);
const behind = (...start: number[]) => Buffer.concat([Buffer.from(start), randomBytes(400)]);

describe("a file that is no text", () => {
  test.each<[string, Uint8Array, RegExp]>([
    [
      "Word",
      zipOf("[Content_Types].xml", "word/document.xml"),
      /^This is a Word file\. Open it, copy its text and paste it here\.$/,
    ],
    [
      "Excel",
      zipOf("[Content_Types].xml", "xl/workbook.xml"),
      /^This is an Excel file\. .* CSV\.$/,
    ],
    ["PowerPoint", zipOf("ppt/presentation.xml"), /^This is a PowerPoint file\./],
    ["a ZIP file", zipOf("notes.txt"), /^This is a packed file \(ZIP\)\. Unpack it/],
    ["an export of Slack", zipOf("channels.json", "users.json"), /^This is an export of Slack\./],
    ["old Word", old("WordDocument"), /^This is an old Word file\./],
    ["a mail", old("__substg1.0_0037001F"), /^This is a mail of Outlook\./],
    ["PDF", Buffer.from("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n"), /^This is a PDF\./],
    ["RTF", Buffer.from("{\\rtf1\\ansi It failed.}"), /^This is a rich-text file/],
    ["PNG", behind(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), /^This is a picture \(PNG\)/],
    ["JPEG", behind(0xff, 0xd8, 0xff, 0xe0), /^This is a picture \(JPEG\)/],
    ["GIF", Buffer.from("GIF89a\u0001\0"), /^This is a picture \(GIF\)/],
    ["WebP", Buffer.concat([Buffer.from("RIFF\0\0\0\0WEBPVP8 "), randomBytes(99)]), /WebP/],
    ["gzip", gzipSync("# Redis was down"), /^This is a packed file \(gzip\)/],
    ["random bytes", randomBytes(5_000), /^This is no text that can be read\./],
    ["zeros", Buffer.alloc(5_000), /^This is no text/],
    [
      "numbers of two bytes",
      Buffer.from(Uint16Array.from({ length: 4_000 }, (_, at) => at % 64).buffer),
      /^This is no text/,
    ],
    ["a mark of UTF-16 before random bytes", behind(0xff, 0xfe), /^This is no text/],
    [
      "UTF-32",
      Buffer.from(
        Array.from("\ufeffRedis was down").flatMap((sign) => [
          sign.charCodeAt(0) & 0xff,
          sign.charCodeAt(0) >> 8,
          0,
          0,
        ]),
      ),
      /^This is no text/,
    ],
  ])("%s is refused by what its bytes are, whatever its name", (_, bytes, why) => {
    const { postMortems, warnings } = readPostMortemBytes(bytes, "incident.md");
    expect(postMortems).toEqual([]);
    expect(warnings).toEqual([{ kind: "unreadable", sentence: expect.stringMatching(why) }]);
  });

  const text = "# Größe €5 • 漏れ\n\n14:05 \u001b[31mred\u001b[0m läuft\f\n";

  test.each<[string, Uint8Array]>([
    ["UTF-8", Buffer.from(text)],
    ["UTF-16", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16 the other way round", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["Western European", Buffer.from("# Gr\xf6\xdfe \x93x\x94 \x85 l\xe4uft \xfcber", "latin1")],
    ["a few letters", Buffer.from("down")],
    ["what only begins alike", Buffer.from("PK was down, %PDF- too, GIF")],
  ])("a text in %s is read", (_, bytes) => {
    const { postMortems, warnings } = readPostMortemBytes(bytes, "x.md");
    expect(postMortems).toHaveLength(1);
    expect(warnings.filter(({ kind }) => kind === "unreadable")).toEqual([]);
  });
});
