import { readFile } from "node:fs/promises";
import path from "node:path";

/** A font file as the picture's renderer takes it. */
interface PictureFont {
  readonly name: string;
  readonly data: Buffer;
  readonly weight: 400 | 500 | 600;
  readonly style: "normal";
}

// Each file holds one script, so each is a family of its own and the next in line fills its gaps.
const files = [
  { name: "Newsreader", file: "newsreader-latin-500", weight: 500 },
  { name: "Newsreader Extended", file: "newsreader-latin-ext-500", weight: 500 },
  { name: "Newsreader Vietnamese", file: "newsreader-vietnamese-500", weight: 500 },
  { name: "Inter", file: "inter-latin-400", weight: 400 },
  { name: "Inter", file: "inter-latin-600", weight: 600 },
  { name: "Inter Extended", file: "inter-latin-ext-400", weight: 400 },
  { name: "Inter Vietnamese", file: "inter-vietnamese-400", weight: 400 },
  { name: "Inter Greek", file: "inter-greek-400", weight: 400 },
  { name: "Inter Cyrillic", file: "inter-cyrillic-400", weight: 400 },
] as const;

const sans = files.flatMap(({ name }) => (name.startsWith("Inter") ? [name] : []));
const serif = files.flatMap(({ name }) => (name.startsWith("Newsreader") ? [name] : []));

export const sansFamily = [...new Set(sans)].join(", ");
export const serifFamily = [...new Set([...serif, ...sans])].join(", ");

let read: Promise<PictureFont[]> | null = null;

/** The fonts of the pictures (230 kB), read from the installed packages once per process. */
export function pictureFonts(): Promise<PictureFont[]> {
  read ??= Promise.all(files.map(readFont));
  return read;
}

async function readFont({ name, file, weight }: (typeof files)[number]): Promise<PictureFont> {
  const [family = ""] = file.split("-", 1);
  const folder = path.join(process.cwd(), "node_modules/@fontsource", family, "files");
  const data = await readFile(path.join(folder, `${file}-normal.woff`));
  return { name, data, weight, style: "normal" };
}

// What the fonts above have glyphs for; a test draws every one of them. The renderer looks on the
// network for a font or an emoji when it meets any other character.
const UNDRAWABLE = new RegExp(
  "[^" +
    String.raw`\u0020-\u007e\u00a0-\u00ac\u00ae-\u0148\u014a-\u017f\u0192\u01a0-\u01a1\u01af-\u01b0` +
    String.raw`\u0218-\u021b\u0300-\u0301\u0303-\u0304\u0308-\u0309\u0323` +
    String.raw`\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490-\u0491` +
    String.raw`\u1e80-\u1e85\u1ea0-\u1ef9` +
    String.raw`\u2013-\u2014\u2018-\u201a\u201c-\u201e\u2020\u2022\u2026\u2032-\u2033\u2039-\u203a` +
    String.raw`\u2044\u20a0-\u20af\u20b1-\u20b5\u20b8-\u20ba\u20bc-\u20bf` +
    String.raw`\u2116\u2122\u2191\u2193\u2212` +
    "]",
  "gu",
);

/**
 * The text with what the fonts can draw, the rest left out; null when so little is left (less than
 * half of the letters and digits) that it would mislead.
 */
export function drawable(text: string): string | null {
  const folded = text
    .normalize("NFC")
    .replace(/[\u2010\u2011]/g, "-")
    .replace(/\s+/g, " ");
  const drawn = folded.replace(UNDRAWABLE, "").replace(/ {2,}/g, " ").trim();
  return drawn === "" || countLetters(drawn) * 2 < countLetters(folded) ? null : drawn;
}

function countLetters(words: string): number {
  return words.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
