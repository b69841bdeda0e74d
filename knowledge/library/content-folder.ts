import { createHash } from "node:crypto";
import type { Dirent } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import { join } from "node:path";

import { didYouMean } from "#knowledge/incident/coherence";
import { organizationsFile } from "#knowledge/incident/organization";
import { shown, type Fault } from "#knowledge/text/fault";
import { Slug } from "#knowledge/text/slug";

import { entriesOf, isInside } from "./folder-entries";
import { pictureFolder, readPictureFolder, type PictureFile } from "./picture-folder";

/** A file of the content folder as it lies there. */
export interface SourceFile {
  /** Its path inside the folder, with slashes: `incidents/example-2024-02-thing.md`. */
  readonly name: string;
  /** The file name without its ending; empty for the single files of the folder itself. */
  readonly slug: string;
  readonly source: string;
  /** SHA-256 of its bytes, in hexadecimal digits. */
  readonly hash: string;
}

/** Folders of content, each with the ending of its files. A file's slug is its name without it. */
export const shelves = {
  incidents: ".md",
  patterns: ".md",
  reading: ".yaml",
  templates: ".md",
} as const;

/** Single files that a content folder must have. */
export const singles = ["taxonomy.yaml", organizationsFile, "glossary.yaml"] as const;

const besides: ReadonlySet<string> = new Set(["LICENSE", "README.md"]);

export interface ContentFolder {
  readonly files: SourceFile[];
  readonly pictures: PictureFile[];
  readonly faults: Fault[];
}

/**
 * Reads every file of a content folder, in the order of their names. What is no content is a fault:
 * unknown files, names that are no slug, links that lead out of the folder, text that is not UTF-8.
 * Names that begin with a dot belong to editors and systems and are passed over.
 */
export async function readContentFolder(folder: string): Promise<ContentFolder> {
  const root = await folderAt(folder);
  if (root === null)
    return {
      files: [],
      pictures: [],
      faults: [wrong(folder, "expected a folder of content, found nothing")],
    };
  const names = await entriesOf(root);
  const faults = unknownEntries(names);
  const found = names.filter(({ name }) => isSingle(name)).map(({ name }) => ({ name, slug: "" }));
  for (const [shelf, ending] of Object.entries(shelves)) {
    if (!names.some(({ name }) => name === shelf)) continue;
    const listed = await filesOfShelf(root, shelf, ending);
    for (const file of listed.files) found.push(file);
    for (const fault of listed.faults) faults.push(fault);
  }
  const files: SourceFile[] = [];
  for (let begin = 0; begin < found.length; begin += atOnce) {
    const group = found.slice(begin, begin + atOnce).map((file) => readSource(root, file));
    for (const read of await Promise.all(group)) {
      if ("source" in read) files.push(read);
      else faults.push(read);
    }
  }
  const { pictures, faults: ofPictures } = await readPictureFolder(root);
  return { files, pictures, faults: [...faults, ...ofPictures] };
}

async function folderAt(path: string): Promise<string | null> {
  const root = await realpath(path).catch(() => null);
  const found = root === null ? null : await stat(root).catch(() => null);
  return found?.isDirectory() ? root : null;
}

/** Files opened at the same time; a process may have some hundreds. */
const atOnce = 32;
const longestFile = 10_000_000;

function wrong(file: string, message: string): Fault {
  return { file, line: 1, message };
}

function isSingle(name: string): boolean {
  return singles.some((single) => single === name);
}

function unknownEntries(entries: readonly Dirent[]): Fault[] {
  const names = entries.map(({ name }) => name);
  const known = [...singles, ...Object.keys(shelves), ...besides];
  const missing = singles
    .filter((single) => !names.includes(single))
    .map((single) => wrong(single, `expected this file in the folder of content, found nothing`));
  const unknown = names
    .filter((name) => !known.includes(name))
    .map((name) =>
      wrong(
        name,
        `expected a file or folder of content, found ${shown(name)}${didYouMean(name, known)}`,
      ),
    );
  return [...missing, ...unknown];
}

async function filesOfShelf(root: string, shelf: string, ending: string) {
  const files: { name: string; slug: string }[] = [];
  const faults: Fault[] = [];
  const path = join(root, shelf);
  if (!(await isInside(root, path)) || !(await stat(path)).isDirectory()) {
    faults.push(wrong(shelf, "expected a folder inside the folder of content"));
    return { files, faults };
  }
  for (const { name } of await entriesOf(path)) {
    if (`${shelf}/${name}` === pictureFolder) continue;
    const slug = name.endsWith(ending) ? name.slice(0, -ending.length) : "";
    if (Slug.safeParse(slug).success) files.push({ name: `${shelf}/${name}`, slug });
    else faults.push(wrong(`${shelf}/${name}`, nameRule(ending)));
  }
  return { files, faults };
}

function nameRule(ending: string): string {
  return `expected a file name of small letters a to z, digits and single hyphens, with the ending ${ending}`;
}

function megabytes(size: number): string {
  return `${Math.ceil(size / 1_000_000)} MB`;
}

async function readSource(
  root: string,
  { name, slug }: { name: string; slug: string },
): Promise<SourceFile | Fault> {
  const path = join(root, name);
  if (!(await isInside(root, path))) {
    return wrong(
      name,
      "expected a file inside the folder of content, found a link that leads out of it",
    );
  }
  // Pipes and devices would keep the reader waiting.
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return wrong(name, "expected a file that can be read");
  if (found.size > longestFile) {
    return wrong(
      name,
      `expected at most ${megabytes(longestFile)}, found ${megabytes(found.size)}`,
    );
  }
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return wrong(name, "expected a file that can be read");
  const hash = createHash("sha256").update(bytes).digest("hex");
  const source = decoded(bytes);
  if (source === null) return wrong(name, "expected text in UTF-8, found other bytes");
  return { name, slug, source, hash };
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
