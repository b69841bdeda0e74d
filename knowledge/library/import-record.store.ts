import type { ClientBase } from "pg";
import { z } from "zod";

import { execute, rowOrNull, rows } from "#knowledge/database/query";

/** What an import leaves behind besides documents: what it read, and word of it to every process. */

/** SHA-256 (hex) over all content files, and over those beside the incidents. */
export interface ContentHashes {
  readonly contentHash: string;
  readonly shelvesHash: string;
}

/** What was last imported; null before the first import. */
export async function lastImport(connection: ClientBase): Promise<ContentHashes | null> {
  return rowOrNull(
    z.object({ contentHash: z.string(), shelvesHash: z.string() }),
    `SELECT "contentHash", "shelvesHash" FROM "ContentImport" ORDER BY "id" DESC LIMIT 1`,
    [],
    connection,
  );
}

export async function recordImport(
  connection: ClientBase,
  { contentHash, shelvesHash }: ContentHashes,
  counts: { create: number; update: number; unchanged: number },
): Promise<void> {
  await execute(
    `INSERT INTO "ContentImport" ("contentHash", "shelvesHash", "created", "updated", "unchanged")
     VALUES ($1, $2, $3, $4, $5)`,
    [contentHash, shelvesHash, counts.create, counts.update, counts.unchanged],
    connection,
  );
}

const KeptFile = z.object({ name: z.string(), source: z.string() });
export type KeptFile = z.infer<typeof KeptFile>;

/** The files beside the incidents as they were last imported, byte for byte. */
export async function keptFiles(connection: ClientBase): Promise<KeptFile[]> {
  return rows(
    KeptFile,
    `SELECT "name", "source" FROM "ContentFile" ORDER BY "name"`,
    [],
    connection,
  );
}

/** Keeps exactly these files. */
export async function keepFiles(connection: ClientBase, files: readonly KeptFile[]): Promise<void> {
  await execute(`DELETE FROM "ContentFile"`, [], connection);
  await execute(
    `INSERT INTO "ContentFile" ("name", "source") SELECT "name", "source"
     FROM jsonb_to_recordset($1) AS r ("name" text, "source" text)`,
    [JSON.stringify(files)],
    connection,
  );
}

/** Tells every process which pages have changed; delivered when the transaction commits. */
export async function announceTags(connection: ClientBase, tags: readonly string[]): Promise<void> {
  const payload = JSON.stringify(tags);
  // PostgreSQL takes payloads below 8,000 bytes; beyond that everything is dropped.
  await execute(
    `SELECT pg_notify('page_tags', $1)`,
    [Buffer.byteLength(payload) < 7_900 ? payload : JSON.stringify(["*"])],
    connection,
  );
}
