import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import type { ClientBase } from "pg";

import { organizationsFile, withOrganizations } from "#knowledge/incident/organization";
import { organizationsOfPublications } from "#knowledge/incident/organization.store";
import { audit } from "#knowledge/people/audit.store";
import { pictureBytes, picturesOf } from "#knowledge/review/pictures/picture.store";
import { pictureHashes } from "#knowledge/text/pictures";

import { publishedSources, type PublishedSource } from "./document-import.store";
import { keptFiles, type KeptFile } from "./import-record.store";
import { pictureFolder } from "./picture-folder";
import { inTransaction } from "./transaction.store";

/** What an export did: how many files it wrote, and how many stood there already as they are. */
export interface ExportOutcome {
  readonly written: readonly string[];
  readonly same: number;
}

const batch = 250;

/**
 * Writes every published document, its pictures, and the files beside them, into a content folder,
 * byte for byte, and a line into the audit log. Organisations that came with a publication stand at
 * the end of their file. It is the inverse of the import: importing what it
 * wrote changes nothing. Files that it does not know are left alone.
 */
export async function exportContent(folder: string): Promise<ExportOutcome> {
  const outcome = await writeContent(folder);
  const files = outcome.written.length + outcome.same;
  await audit({ act: "exported", actorId: null, thing: "site", note: { files } });
  return outcome;
}

function writeContent(folder: string): Promise<ExportOutcome> {
  return inTransaction(async (connection) => {
    // One snapshot for all batches, so that a publication in between is not half in the export.
    await connection.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    const written: string[] = [];
    const pictures = new Set<string>();
    let same = 0;
    const write = async (name: string, source: string | Uint8Array) => {
      if (await writeWhereChanged(join(folder, name), source)) written.push(name);
      else same += 1;
    };
    for (const { name, source } of await filesBeside(connection)) await write(name, source);
    for (let after = 0; ;) {
      const sources = await publishedSources(connection, after, batch);
      for (const { slug, source } of sources) await write(`incidents/${slug}.md`, source);
      for (const hash of await shownFirstIn(sources, pictures, connection)) {
        const bytes = await pictureBytes(hash, connection);
        if (bytes) await write(`${pictureFolder}/${hash}.webp`, bytes);
      }
      const last = sources.at(-1);
      if (!last) return { written, same };
      after = last.documentId;
    }
  }, 0);
}

/** The files as they were imported, with the organisations that have come since. */
async function filesBeside(connection: ClientBase): Promise<KeptFile[]> {
  const files = await keptFiles(connection);
  const added = await organizationsOfPublications(connection);
  if (added.length === 0) return files;
  const isTheirs = ({ name }: KeptFile) => name === organizationsFile;
  const source = withOrganizations(files.find(isTheirs)?.source ?? "", added);
  return [...files.filter((file) => !isTheirs(file)), { name: organizationsFile, source }];
}

/** The pictures that these documents show and none before them did; `before` grows by them. */
async function shownFirstIn(
  sources: readonly PublishedSource[],
  before: Set<string>,
  connection: ClientBase,
): Promise<string[]> {
  const first: string[] = [];
  for (const { documentId, source } of sources) {
    const hashes = pictureHashes(source).filter((hash) => !before.has(hash));
    if (hashes.length === 0) continue;
    for (const hash of await picturesOf(documentId, hashes, connection)) {
      before.add(hash);
      first.push(hash);
    }
  }
  return first;
}

/** Writes the file unless it says so already; true when it wrote. */
async function writeWhereChanged(path: string, source: string | Uint8Array): Promise<boolean> {
  const standing = await readFile(path).catch(() => null);
  if (standing?.equals(Buffer.from(source))) return false;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, source);
  return true;
}
