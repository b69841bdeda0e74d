import type { ReadingWarning } from "./reading-warning";
import { whyNoText, whyUnread } from "./unread-file";

/** At most so many characters, and so many lines, are read as one file. */
export const longestText = 1_000_000;
const mostLines = 50_000;

/** The text of a file, and what had to be said of its bytes. */
export interface FileText {
  readonly text: string;
  readonly warnings: readonly ReadingWarning[];
  /** Whether it is no text at all: then nothing was read, and a warning says why. */
  readonly isRefused?: boolean;
}

/** JSON holds many incidents in one file, and has to be read whole. */
const longestJson = 20_000_000;

/**
 * Reads bytes as text: UTF-8, UTF-16 with or without its mark, else Western European. What is no
 * text, such as a Word file or a picture, is refused by what its bytes are. Never throws.
 */
export function textOfBytes(bytes: Uint8Array): FileText {
  const why = whyUnread(bytes);
  if (why !== null) return refusedFile(why);
  const cut = bytes.subarray(0, mayBeJson(bytes) ? longestJson : longestText * 4);
  const encoding = encodingOf(cut);
  const text = decoded(cut, encoding);
  const whyNot = whyNoText(text, encoding === "utf-8");
  if (whyNot !== null) return refusedFile(whyNot);
  const tidied = isWholeJson(text) ? { text, warnings: [] } : tidyText(text);
  const isCut = bytes.length > cut.length && tidied.warnings.every(({ kind }) => kind !== "cut");
  return {
    text: tidied.text,
    warnings: [
      ...(encoding === "utf-8" ? [] : [otherEncoding(encoding)]),
      ...tidied.warnings,
      ...(isCut ? [cutWarning] : []),
    ],
  };
}

function refusedFile(sentence: string): FileText {
  return { text: "", warnings: [{ kind: "unreadable", sentence }], isRefused: true };
}

function mayBeJson(bytes: Uint8Array): boolean {
  return /^\ufeff?\s*[[{]/.test(new TextDecoder().decode(bytes.subarray(0, 200)));
}

function isWholeJson(text: string): boolean {
  if (text.length <= longestText || !/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, 4_000);
  const zeros = (odd: number) => head.filter((byte, at) => at % 2 === odd && byte === 0).length;
  if (head.length >= 8 && zeros(1) > head.length / 4) return "utf-16le";
  if (head.length >= 8 && zeros(0) > head.length / 4) return "utf-16be";
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

/** Whether bytes are UTF-8, but for a character that the end of the part may have cut in two. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function decoded(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding !== "utf-16be") return new TextDecoder(encoding).decode(bytes);
  const swapped = new Uint8Array(bytes.length - (bytes.length % 2));
  for (let at = 0; at < swapped.length; at += 2) {
    swapped[at] = bytes[at + 1] ?? 0;
    swapped[at + 1] = bytes[at] ?? 0;
  }
  return new TextDecoder("utf-16le").decode(swapped);
}

function otherEncoding(encoding: Encoding): ReadingWarning {
  const name =
    encoding === "windows-1252" ? "Western European (Windows-1252)" : encoding.toUpperCase();
  return { kind: "encoding", sentence: `The file is not UTF-8; it was read as ${name}.` };
}

const cutWarning: ReadingWarning = {
  kind: "cut",
  sentence:
    "At most 1 MB and 50,000 lines are read as one incident; the rest of the file was left out.",
};

// Characters that no document may hold: controls, overrides of direction, halves of pairs.
const refused =
  // oxlint-disable-next-line no-control-regex
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Line feeds only, no byte order mark, nothing that a document may not hold, at most 1 MB. */
export function tidyText(raw: string): FileText {
  const part = raw.length > longestText ? upToLine(raw) : raw;
  const lines = part.replace(/^\ufeff/, "").replaceAll(/\r\n?|\u0085|\u2028|\u2029/g, "\n");
  const few = firstLines(lines);
  const text = few.replaceAll(refused, "");
  const lost = few.length - text.length;
  const sentence = `${lost} characters that cannot be kept or seen, such as NUL, were left out.`;
  return {
    text,
    warnings: [
      ...(part.length < raw.length || few.length < lines.length ? [cutWarning] : []),
      ...(lost > 0 ? [{ kind: "encoding", sentence } as const] : []),
    ],
  };
}

function upToLine(raw: string): string {
  return raw.slice(0, Math.max(raw.lastIndexOf("\n", longestText), longestText / 2));
}

function firstLines(text: string): string {
  let end = -1;
  for (let count = 0; count < mostLines; count++) {
    end = text.indexOf("\n", end + 1);
    if (end === -1) return text;
  }
  return text.slice(0, end);
}
