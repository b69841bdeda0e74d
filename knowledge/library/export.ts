import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { inTransaction } from "./transaction.store";

import { publishedSources } from "./document-import.store";
import { keptFiles } from "./import-record.store";

/** What an export did: how many files it wrote, and how many stood there already as they are. */
export interface ExportOutcome {
  readonly written: readonly string[];
  readonly same: number;
}

const batch = 250;

/**
 * Writes every published document, and the files beside them, into a content folder, byte for byte.
 * It is the inverse of the import: importing what it wrote changes nothing. Files that it does not
 * know are left alone.
 */
export async function exportContent(folder: string): Promise<ExportOutcome> {
  return inTransaction(async (connection) => {
    // One snapshot for all batches, so that a publication in between is not half in the export.
    await connection.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    const written: string[] = [];
    let same = 0;
    const write = async (name: string, source: string) => {
      if (await writeWhereChanged(join(folder, name), source)) written.push(name);
      else same += 1;
    };
    for (const { name, source } of await keptFiles(connection)) await write(name, source);
    for (let after = 0; ;) {
      const sources = await publishedSources(connection, after, batch);
      for (const { slug, source } of sources) await write(`incidents/${slug}.md`, source);
      const last = sources.at(-1);
      if (!last) return { written, same };
      after = last.documentId;
    }
  }, 0);
}

/** Writes the file unless it says so already; true when it wrote. */
async function writeWhereChanged(path: string, source: string): Promise<boolean> {
  const standing = await readFile(path, "utf8").catch(() => null);
  if (standing === source) return false;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, source);
  return true;
}
