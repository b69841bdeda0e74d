import { organizationsFile, readOrganizations } from "#knowledge/incident/organization";
import { faultsBeforePublishing } from "#knowledge/incident/publishable";
import { readDocument } from "#knowledge/incident/read-document";
import { readGlossary } from "#knowledge/taxonomy/term";
import { readTaxonomy } from "#knowledge/taxonomy/taxonomy";
import { faultsAt, story, type Fault } from "#knowledge/text/fault";

import type { Content, Placed } from "./content";
import { readContentFolder, type ContentFolder, type SourceFile } from "./content-folder";
import { faultsAcross } from "./cross-references";
import { readPattern } from "./pattern";
import { readReadingList } from "./reading-list";
import { readShownPictures } from "./shown-pictures";
import { readTemplate } from "#knowledge/review/template";

export type { Content, IncidentFile } from "./content";

export type ReadContent =
  | { readonly kind: "read"; readonly content: Content }
  | { readonly kind: "faulty"; readonly faults: Fault[] };

/** Reads a whole content folder. One fault anywhere and it is faulty; all faults come at once. */
export async function readContent(folder: string): Promise<ReadContent> {
  const { content, faults } = await examineContent(folder);
  return faults.length > 0 ? { kind: "faulty", faults } : { kind: "read", content };
}

export interface Examined {
  /** What could be read; whole only where there is no fault. */
  readonly content: Content;
  readonly faults: Fault[];
}

/** Reads what can be read of a content folder, and says all that is wrong, file by file. */
export async function examineContent(folder: string): Promise<Examined> {
  const { files, pictures, faults } = await readContentFolder(folder);
  const found: Found = {
    incidents: [],
    families: [],
    organizations: [],
    terms: [],
    patterns: [],
    readingLists: [],
    templates: [],
    places: new Map(),
  };
  const unreadable = files.flatMap((file) => readInto(found, file));
  const shown = await readShownPictures(folder, pictures, found.incidents);
  const { places, ...content } = {
    ...found,
    pictures: shown.pictures,
    files: filesOf({ files, pictures }),
    beside: files
      .filter(({ name }) => !name.startsWith("incidents/"))
      .map(({ name, source }) => ({ name, source })),
  };
  const across = faultsAcross(content, places);
  return { content, faults: byFile([...faults, ...unreadable, ...shown.faults, ...across]) };
}

/** All files of a content folder, with a hash of their bytes. */
export function filesOf({
  files,
  pictures,
}: Pick<ContentFolder, "files" | "pictures">): { name: string; hash: string }[] {
  return [...files, ...pictures].map(({ name, hash }) => ({ name, hash }));
}

/** What has been read so far. */
interface Found {
  incidents: Content["incidents"][number][];
  families: Content["families"];
  organizations: Content["organizations"];
  terms: Content["terms"];
  patterns: Content["patterns"][number][];
  readingLists: Content["readingLists"][number][];
  templates: Content["templates"][number][];
  /** How to find lines in the single files that could be read. */
  places: Map<string, Placed["lineOf"]>;
}

function readInto(found: Found, file: SourceFile): Fault[] {
  const [folder = ""] = file.name.split("/", 1);
  const read = readers[folder] ?? readSingle;
  return read(found, file);
}

function readIncident({ incidents }: Found, { name, slug, source, hash }: SourceFile): Fault[] {
  const read = readDocument(source, name);
  if (read.kind === "faulty") return read.faults;
  const { document, lineOf } = read;
  incidents.push({
    slug,
    file: name,
    hash,
    source,
    document,
    lineOf,
    storyLine: lineOf([story, 0]),
  });
  // A file is published by its import, so it must be fit for that.
  return faultsAt(faultsBeforePublishing(document), { file: name, lineOf });
}

function readPatternFile({ patterns }: Found, { name, slug, source }: SourceFile): Fault[] {
  const read = readPattern(source, name);
  if (read.kind === "faulty") return read.faults;
  const { value, body, lineOf } = read;
  patterns.push({ slug, ...value, body, bodyLine: lineOf([story, 0]), file: name, lineOf });
  return [];
}

function readReading({ readingLists }: Found, { name, slug, source }: SourceFile): Fault[] {
  const read = readReadingList(source, name);
  if (read.kind === "faulty") return read.faults;
  readingLists.push({ slug, ...read.value, file: name, lineOf: read.lineOf });
  return [];
}

function readTemplateFile({ templates }: Found, { name, slug, source }: SourceFile): Fault[] {
  const read = readTemplate(source, name);
  if (read.kind === "faulty") return read.faults;
  const { value, body, lineOf } = read;
  templates.push({ slug, ...value, body, bodyLine: lineOf([story, 0]), file: name, lineOf });
  return [];
}

function readSingle(found: Found, { name, source }: SourceFile): Fault[] {
  if (name === "taxonomy.yaml") {
    const read = readTaxonomy(source, name);
    if (read.kind === "faulty") return read.faults;
    found.families = read.value.families;
    found.places.set(name, read.lineOf);
  } else if (name === organizationsFile) {
    const read = readOrganizations(source, name);
    if (read.kind === "faulty") return read.faults;
    found.organizations = read.value;
    found.places.set(name, read.lineOf);
  } else {
    const read = readGlossary(source, name);
    if (read.kind === "faulty") return read.faults;
    found.terms = read.value;
    found.places.set(name, read.lineOf);
  }
  return [];
}

const readers: Readonly<Record<string, (found: Found, file: SourceFile) => Fault[]>> = {
  incidents: readIncident,
  patterns: readPatternFile,
  reading: readReading,
  templates: readTemplateFile,
};

function byFile(faults: readonly Fault[]): Fault[] {
  return faults.toSorted((a, b) =>
    a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
  );
}
