import type { ClientBase } from "pg";
import { z } from "zod";

import { execute, rowOrNull, rows } from "#knowledge/database/query";
import type { Visibility } from "#knowledge/incident/vocabulary";

import type { Held } from "./plan";

/** A story as it was rendered when its document was saved. */
export interface RenderedStory {
  readonly html: string;
  readonly headings: readonly { id: string; depth: number; text: string }[];
  readonly version: number;
}

/** A document that a file brings, ready to be stored. */
export interface ImportedDocument {
  readonly slug: string;
  /** The slug that it has in the database until now; its own unless it is renamed. */
  readonly from: string;
  readonly hash: string;
  readonly source: string;
  readonly story: RenderedStory;
  readonly formerly: readonly string[];
  readonly visibility: Visibility;
}

const HeldRow = z.object({
  slug: z.string(),
  importedHash: z.string().nullable(),
  publishedHash: z.string().nullable(),
});

/** All documents with the hashes that a plan compares. Waits for another import to end. */
export async function heldDocuments(connection: ClientBase): Promise<Held[]> {
  // Two imports at once would plan from the same state; the lock lets the second see the first's work.
  await execute(`SELECT pg_advisory_xact_lock(hashtext('hindsight import'))`, [], connection);
  return rows(
    HeldRow,
    `SELECT d."slug", d."importedHash",
       encode(sha256(convert_to(r."source", 'UTF8')), 'hex') AS "publishedHash"
     FROM "Document" d
     LEFT JOIN "Publication" p ON p."id" = d."publicationId"
     LEFT JOIN "Revision" r ON r."id" = p."revisionId"
     WHERE d."state" <> 'binned'`,
    [],
    connection,
  );
}

const Stored = z.object({ documentId: z.number(), slug: z.string(), publishedAt: z.coerce.date() });
export type Stored = z.infer<typeof Stored>;

/** Makes room for those documents that are not held yet: their names, and empty documents. */
export async function createDocuments(
  connection: ClientBase,
  slugs: readonly string[],
): Promise<void> {
  await execute(
    `WITH fresh AS (
       INSERT INTO "Name" ("slug", "kind") SELECT u."slug", 'incident' FROM unnest($1::text[]) AS u ("slug")
       WHERE NOT EXISTS (SELECT 1 FROM "Document" d WHERE d."slug" = u."slug") RETURNING "slug", "kind")
     INSERT INTO "Document" ("slug", "kind") SELECT "slug", "kind" FROM fresh`,
    [slugs],
    connection,
  );
}

/** Gives a document its new slug; the old one leads to it from now on. */
export async function renameDocument(
  connection: ClientBase,
  from: string,
  to: string,
): Promise<void> {
  await execute(`UPDATE "Name" SET "slug" = $2 WHERE "slug" = $1`, [from, to], connection);
}

/**
 * Stores what files bring as each document's next revision and publishes it. The documents must be
 * there (`createDocuments`). Gives what the projection needs of each.
 */
export async function publishImported(
  connection: ClientBase,
  documents: readonly ImportedDocument[],
): Promise<Stored[]> {
  const stored = await rows(
    Stored,
    `WITH brought AS (
       SELECT d."id" AS "documentId", r.* FROM jsonb_to_recordset($1) AS r ("slug" text, "hash" text,
         "source" text, "html" text, "headings" jsonb, "version" int)
       JOIN "Document" d ON d."slug" = r."slug"),
     revised AS (
       INSERT INTO "Revision" ("documentId", "number", "source", "storyHtml", "storyHeadings", "rendererVersion")
       SELECT b."documentId", 1 + coalesce((SELECT max(x."number") FROM "Revision" x
         WHERE x."documentId" = b."documentId"), 0), b."source", b."html", b."headings", b."version"
       FROM brought b RETURNING "id", "documentId"),
     published AS (
       INSERT INTO "Publication" ("documentId", "revisionId", "origin")
       SELECT "documentId", "id", 'import' FROM revised RETURNING "id", "documentId", "publishedAt")
     SELECT p."documentId", b."slug", p."publishedAt" FROM published p JOIN brought b USING ("documentId")`,
    [
      JSON.stringify(
        documents.map(({ slug, hash, source, story }) => ({ slug, hash, source, ...story })),
      ),
    ],
    connection,
  );
  await execute(
    `UPDATE "Document" d SET "state" = 'published', "importedHash" = r."hash",
       "visibility" = r."visibility"::"Visibility",
       "version" = d."version" + (d."publicationId" IS NOT NULL)::int,
       "publicationId" = (SELECT max(p."id") FROM "Publication" p WHERE p."documentId" = d."id")
     FROM jsonb_to_recordset($1) AS r ("slug" text, "hash" text, "visibility" text)
     WHERE d."slug" = r."slug"`,
    [JSON.stringify(documents.map(({ slug, hash, visibility }) => ({ slug, hash, visibility })))],
    connection,
  );
  await recordFormerSlugs(connection, documents);
  return stored;
}

async function recordFormerSlugs(
  connection: ClientBase,
  documents: readonly ImportedDocument[],
): Promise<void> {
  const former = documents.flatMap(({ slug, formerly }) => formerly.map((old) => ({ old, slug })));
  if (former.length === 0) return;
  await execute(
    `INSERT INTO "Name" ("slug", "kind") SELECT "old", 'former'
     FROM jsonb_to_recordset($1) AS r ("old" text) ON CONFLICT ("slug") DO NOTHING`,
    [JSON.stringify(former)],
    connection,
  );
  await execute(
    `INSERT INTO "FormerSlug" ("slug", "documentId") SELECT r."old", d."id"
     FROM jsonb_to_recordset($1) AS r ("old" text, "slug" text) JOIN "Document" d ON d."slug" = r."slug"
     ON CONFLICT ("slug") DO UPDATE SET "documentId" = excluded."documentId"`,
    [JSON.stringify(former)],
    connection,
  );
}

/** Remembers that these files were seen as they are, for documents whose text was the same already. */
export async function rememberHashes(
  connection: ClientBase,
  seen: readonly { slug: string; hash: string }[],
): Promise<void> {
  await execute(
    `UPDATE "Document" d SET "importedHash" = r."hash" FROM jsonb_to_recordset($1) AS r ("slug" text, "hash" text)
     WHERE d."slug" = r."slug" AND d."importedHash" IS DISTINCT FROM r."hash"
       AND EXISTS (SELECT 1 FROM "Publication" p JOIN "Revision" v ON v."id" = p."revisionId"
         WHERE p."id" = d."publicationId" AND encode(sha256(convert_to(v."source", 'UTF8')), 'hex') = r."hash")`,
    [JSON.stringify(seen)],
    connection,
  );
}

const PublishedSource = z.object({
  documentId: z.number(),
  slug: z.string(),
  publishedAt: z.coerce.date(),
  source: z.string(),
});
export type PublishedSource = z.infer<typeof PublishedSource>;

/**
 * The published documents as they were saved, in the order of their ids: `count` of them after the
 * one with id `after`.
 */
export async function publishedSources(
  connection: ClientBase,
  after: number,
  count: number,
): Promise<PublishedSource[]> {
  return rows(
    PublishedSource,
    `SELECT d."id" AS "documentId", d."slug", p."publishedAt", r."source" FROM "Document" d
     JOIN "Publication" p ON p."id" = d."publicationId" JOIN "Revision" r ON r."id" = p."revisionId"
     WHERE d."state" = 'published' AND d."id" > $1 ORDER BY d."id" LIMIT $2`,
    [after, count],
    connection,
  );
}

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

/** Published revisions whose story an older renderer wrote. */
export async function staleRevisions(
  connection: ClientBase,
  version: number,
): Promise<{ id: number; slug: string; source: string }[]> {
  return rows(
    z.object({ id: z.number(), slug: z.string(), source: z.string() }),
    `SELECT r."id", d."slug", r."source" FROM "Document" d JOIN "Publication" p ON p."id" = d."publicationId"
     JOIN "Revision" r ON r."id" = p."revisionId" WHERE r."rendererVersion" < $1 ORDER BY r."id"`,
    [version],
    connection,
  );
}

export async function saveRendering(
  connection: ClientBase,
  revisionId: number,
  { html, headings, version }: RenderedStory,
): Promise<void> {
  await execute(
    `UPDATE "Revision" SET "storyHtml" = $2, "storyHeadings" = $3, "rendererVersion" = $4 WHERE "id" = $1`,
    [revisionId, html, JSON.stringify(headings), version],
    connection,
  );
}
