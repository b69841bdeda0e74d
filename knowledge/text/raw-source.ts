import { withVisibleNames } from "./invisible";
import type { Fault } from "./fault";

/** The source as the readers behind may take it, and what was wrong with its bytes. */
interface RawSource {
  /** Line feeds only, no byte order mark, no refused character; its lines are those of the file. */
  readonly text: string;
  readonly faults: Fault[];
}

// Controls other than tab and line feed, bidirectional overrides, embeddings and isolates, and
// halves of surrogate pairs. Direction marks stay: Arabic and Hebrew texts need them.
const refused =
  // oxlint-disable-next-line no-control-regex
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\p{Cs}]/u;
const allRefused = new RegExp(refused.source, "gu");

/** True when a text holds a character that no content may hold, in the record or in the story. */
export function hasRefusedCharacter(text: string): boolean {
  return refused.test(text);
}

/**
 * Looks at a file before anybody reads a meaning into it: its size, how its lines end, and
 * characters that a reader cannot see or a database cannot keep. Every line with such a character
 * is a fault, once.
 */
export function readRaw(source: string, file: string, longestBytes: number): RawSource {
  const bytes = bytesOf(source);
  if (bytes > longestBytes) {
    const message = `expected at most ${inKilobytes(longestBytes)}, found ${inKilobytes(bytes)}`;
    return { text: "", faults: [{ file, line: 1, message }] };
  }
  const faults: Fault[] = [];
  let text = source;
  if (text.startsWith("\u{feff}")) {
    faults.push({
      file,
      line: 1,
      message: "expected no byte order mark; save the file as UTF-8 without one",
    });
    text = text.slice(1);
  }
  const carriage = text.indexOf("\r\n");
  if (carriage !== -1) {
    const message =
      "expected lines that end with a line feed (LF), found CR LF; save the file with Unix line ends";
    faults.push({ file, line: text.slice(0, carriage).split("\n").length, message });
    text = text.replaceAll("\r\n", "\n");
  }
  if (!refused.test(text)) return { text, faults };
  const all = faults.concat(refusedCharacters(text, file));
  return { text: text.replaceAll(allRefused, "?"), faults: all };
}

/** One fault for every line with a refused character, up to a hundred lines. */
function refusedCharacters(text: string, file: string): Fault[] {
  const faults: Fault[] = [];
  let line = 0;
  for (const content of text.split("\n")) {
    line += 1;
    const [character] = refused.exec(content) ?? [];
    if (character === undefined) continue;
    const message = `expected visible text, found the character ${nameOf(character)}; take it out`;
    faults.push({ file, line, message });
    if (faults.length === 100) break;
  }
  return faults;
}

function nameOf(character: string): string {
  return withVisibleNames(character).slice(1, -1) || "U+000D";
}

/** Bytes of a text in UTF-8. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** So many bytes in words, in thousands of them and rounded up. */
export function inKilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000).toLocaleString("en")} kB`;
}
