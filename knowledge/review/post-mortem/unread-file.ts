const copyIt = "Open it, copy its text and paste it here.";

/** The beginnings of files that hold no text, and what they are for who chose one. */
const beginnings: readonly (readonly [readonly number[], string])[] = [
  [signs("%PDF-"), `This is a PDF. ${copyIt}`],
  [signs("{\\rtf"), `This is a rich-text file (RTF). ${copyIt}`],
  [[0x89, 0x50, 0x4e, 0x47], picture("PNG")],
  [[0xff, 0xd8, 0xff], picture("JPEG")],
  [signs("GIF8"), picture("GIF")],
  [[0x49, 0x49, 0x2a, 0x00], picture("TIFF")],
  [[0x4d, 0x4d, 0x00, 0x2a], picture("TIFF")],
  [[0x1f, 0x8b], packed("gzip")],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], packed("7z")],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], packed("xz")],
  [[0x28, 0xb5, 0x2f, 0xfd], packed("zstd")],
  [signs("Rar!\u001a\u0007"), packed("RAR")],
  [signs("SQLite format 3\0"), "This is a database (SQLite), which holds no text to read."],
];

function signs(text: string): number[] {
  return Array.from(text, (sign) => sign.charCodeAt(0));
}

function picture(kind: string): string {
  return `This is a picture (${kind}), and pictures are not read. Copy the text that it shows; in a draft it can be put into a text.`;
}

function packed(kind: string): string {
  return `This is a packed file (${kind}). Unpack it, and choose the files in it.`;
}

/** Parts of a ZIP file by the names that only one kind has; the more particular stand first. */
const inZip: readonly (readonly [string, string])[] = [
  ["word/document", `This is a Word file. ${copyIt}`],
  [
    "xl/workbook",
    "This is an Excel file. Open it, copy the rows and paste them here; or save it as CSV.",
  ],
  ["ppt/presentation", `This is a PowerPoint file. ${copyIt}`],
  [
    "opendocument.spreadsheet",
    "This is a spreadsheet. Open it, copy the rows and paste them here; or save it as CSV.",
  ],
  ["application/vnd.oasis.opendocument", `This is an OpenDocument file. ${copyIt}`],
  ["application/epub", `This is an EPUB. ${copyIt}`],
  ["Index/Document.iwa", `This is a file of Pages, Numbers or Keynote. ${copyIt}`],
  [
    "channels.json",
    "This is an export of Slack. Open the channel in Slack, copy the messages and paste them here.",
  ],
];

/** Names of what an Office file of old holds, in UTF-16 as they stand there. */
const inOld: readonly (readonly [string, string])[] = [
  ["WordDocument", `This is an old Word file. ${copyIt}`],
  ["Workbook", "This is an old Excel file. Open it, copy the rows and paste them here."],
  ["PowerPoint Document", `This is an old PowerPoint file. ${copyIt}`],
  ["__substg1.0_", `This is a mail of Outlook. ${copyIt}`],
];

/** As much of a packed file is looked through for the names of its parts, at its beginning and end. */
const looked = 200_000;

/**
 * Why a file is not read, and what to do, by what its bytes are and never by its name; null where it
 * may be text.
 */
export function whyUnread(bytes: Uint8Array): string | null {
  const begun = beginnings.find(([start]) => beginsWith(bytes, start));
  if (begun) return begun[1];
  if (beginsWith(bytes, signs("RIFF")) && beginsWith(bytes.subarray(8), signs("WEBP"))) {
    return picture("WebP");
  }
  if (beginsWith(bytes.subarray(4), signs("ftyp"))) {
    return "This is a picture or a film, and these are not read. Copy the text that it shows.";
  }
  if ([0x03_04, 0x05_06].some((kind) => beginsWith(bytes, [0x50, 0x4b, kind >> 8, kind & 0xff]))) {
    return namedIn(bytes, inZip) ?? packed("ZIP");
  }
  if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    const wide = inOld.map(([name, why]) => [Array.from(name).join("\0"), why] as const);
    return namedIn(bytes, wide) ?? `This is an old Office file. ${copyIt}`;
  }
  return null;
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

function namedIn(bytes: Uint8Array, names: readonly (readonly [string, string])[]): string | null {
  const decoder = new TextDecoder("windows-1252");
  const text = decoder.decode(bytes.subarray(0, looked)) + decoder.decode(bytes.subarray(-looked));
  return names.find(([name]) => text.includes(name))?.[1] ?? null;
}

const noText =
  "This is no text that can be read. If it is one, save it as UTF-8 text and choose it again, or copy it and paste it here.";

/** More of a text than this is not looked at for signs that no text has. */
const counted = 100_000;

/**
 * Why what was decoded is no text; null where it is one. Of what was decoded as the last resort even
 * a few signs that nobody types tell.
 */
export function whyNoText(text: string, isSure: boolean): string | null {
  const part = text.slice(0, counted);
  const untyped = part.match(neverTyped)?.length ?? 0;
  return untyped > 2 && untyped > part.length * (isSure ? 0.1 : 0.02) ? noText : null;
}

// Controls but for tabs, ends of lines and pages, and the escapes of a log; halves of pairs; what
// stands for an undecodable byte or means nothing.
const neverTyped =
  // oxlint-disable-next-line no-control-regex
  /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd\ufffe\uffff\ue000-\uf8ff]|[\x80\x81\x8d\x8f\x90\x9d]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
