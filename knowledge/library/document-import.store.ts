import type { ClientBase } from "pg";
import { z } from "zod";

import { execute, rows } from "#knowledge/database/query";
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
  isWithdrawn: z.boolean(),
  isBeingRevised: z.boolean(),
});

/**
 * Whether something was written here that readers have not seen: its latest text is another than
 * what is published, some of it cannot be read yet, or a revision waits for approval. For a
 * statement over `"Document" d` with what is published of it as `"Revision" r`.
 */
const beingRevised = `(
  (SELECT x."source" FROM "Revision" x WHERE x."documentId" = d."id" ORDER BY x."number" DESC LIMIT 1)
    IS DISTINCT FROM r."source"
  OR d."waitingId" IS NOT NULL
  OR EXISTS (SELECT 1 FROM "Review" w WHERE w."documentId" = d."id" AND w."unfinished" <> '{}'))`;

/**
 * Lets one import or rebuild at a time work on the library, until its transaction ends: two at once
 * would plan from the same state.
 */
export async function lockLibrary(connection: ClientBase): Promise<void> {
  await execute(`SELECT pg_advisory_xact_lock(hashtext('hindsight library'))`, [], connection);
}

/** Whether something was written in a document that readers have not seen. */
export async function isBeingRevised(connection: ClientBase, documentId: number): Promise<boolean> {
  const found = await rows(
    z.object({ slug: z.string() }),
    `SELECT d."slug" FROM "Document" d LEFT JOIN "Publication" p ON p."id" = d."publicationId"
     LEFT JOIN "Revision" r ON r."id" = p."revisionId" WHERE d."id" = $1 AND ${beingRevised}`,
    [documentId],
    connection,
  );
  return found.length > 0;
}

/** All documents with what a plan compares. */
export async function heldDocuments(connection: ClientBase): Promise<Held[]> {
  return rows(
    HeldRow,
    `SELECT d."slug", d."importedHash", d."state" IN ('archived', 'merged', 'binned') AS "isWithdrawn",
       encode(sha256(convert_to(r."source", 'UTF8')), 'hex') AS "publishedHash",
       d."state" <> 'merged' AND ${beingRevised} AS "isBeingRevised"
     FROM "Document" d
     LEFT JOIN "Publication" p ON p."id" = d."publicationId"
     LEFT JOIN "Revision" r ON r."id" = p."revisionId"`,
    [],
    connection,
  );
}

const Stored = z.object({
  documentId: z.number(),
  slug: z.string(),
  firstPublishedAt: z.coerce.date(),
  publishedAt: z.coerce.date(),
});
export type Stored = z.infer<typeof Stored>;

/**
 * Slugs, of those that documents would take, that lead to another document already: a slug never
 * changes its meaning. Each with the document it leads to.
 */
export async function slugsLeadingElsewhere(
  connection: ClientBase,
  wanted: readonly { slug: string; from: string }[],
): Promise<{ slug: string; leadsTo: string }[]> {
  return rows(
    z.object({ slug: z.string(), leadsTo: z.string() }),
    `SELECT f."slug", d."slug" AS "leadsTo" FROM "FormerSlug" f JOIN "Document" d ON d."id" = f."documentId"
     JOIN jsonb_to_recordset($1) AS r ("slug" text, "from" text) ON r."slug" = f."slug"
     WHERE d."slug" <> r."from" ORDER BY 1`,
    [JSON.stringify(wanted)],
    connection,
  );
}

/** Makes room for those documents that are not held yet: their names, and empty documents. */
export async function createDocuments(
  connection: ClientBase,
  slugs: readonly string[],
): Promise<void> {
  // The slug of one that was removed for good is kept, for its own file among others.
  await execute(
    `INSERT INTO "Name" ("slug", "kind") SELECT u."slug", 'incident' FROM unnest($1::text[]) AS u ("slug")
     WHERE NOT EXISTS (SELECT 1 FROM "Name" n WHERE n."slug" = u."slug" AND n."kind" = 'incident')`,
    [slugs],
    connection,
  );
  await execute(
    `INSERT INTO "Document" ("slug", "kind") SELECT u."slug", 'incident' FROM unnest($1::text[]) AS u ("slug")
     WHERE NOT EXISTS (SELECT 1 FROM "Document" d WHERE d."slug" = u."slug")`,
    [slugs],
    connection,
  );
}

/** Gives a document its new slug; what it was called before leads to it. */
export async function renameDocument(
  connection: ClientBase,
  from: string,
  to: string,
): Promise<void> {
  // Back to a slug that it had before: that one is no longer a former slug.
  await execute(`DELETE FROM "FormerSlug" WHERE "slug" = $1`, [to], connection);
  // So is one of a document that was removed for good, and names nothing else.
  await execute(
    `DELETE FROM "Name" n WHERE n."slug" = $1 AND (n."kind" = 'former' OR n."kind" = 'incident'
       AND NOT EXISTS (SELECT 1 FROM "Document" d WHERE d."slug" = n."slug"))`,
    [to],
    connection,
  );
  await execute(`UPDATE "Name" SET "slug" = $2 WHERE "slug" = $1`, [from, to], connection);
}

/** Makes a document part of another one: it is read no more, and its addresses lead there. */
export async function mergeDocument(
  connection: ClientBase,
  slug: string,
  into: string,
): Promise<void> {
  await execute(
    `UPDATE "Document" d SET "state" = 'merged', "mergedIntoId" = target."id", "binnedAt" = NULL, "waitingId" = NULL
     FROM "Document" target WHERE d."slug" = $1 AND target."slug" = $2`,
    [slug, into],
    connection,
  );
  await execute(
    `UPDATE "FormerSlug" f SET "documentId" = target."id" FROM "Document" d, "Document" target
     WHERE d."slug" = $1 AND target."slug" = $2 AND f."documentId" = d."id"`,
    [slug, into],
    connection,
  );
  // What readers said of it is about the other one now.
  await execute(
    `UPDATE "ReaderNote" n SET "documentId" = target."id" FROM "Document" d, "Document" target
     WHERE d."slug" = $1 AND target."slug" = $2 AND n."documentId" = d."id"`,
    [slug, into],
    connection,
  );
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
         "source" text, "html" text, "headings" jsonb, "version" int, "visibility" text)
       JOIN "Document" d ON d."slug" = r."slug"),
     revised AS (
       INSERT INTO "Revision" ("documentId", "number", "source", "storyHtml", "storyHeadings", "rendererVersion", "visibility", "isSealed")
       SELECT b."documentId", 1 + coalesce((SELECT max(x."number") FROM "Revision" x
         WHERE x."documentId" = b."documentId"), 0), b."source", b."html", b."headings", b."version",
         b."visibility"::"Visibility", true
       FROM brought b RETURNING "id", "documentId"),
     published AS (
       INSERT INTO "Publication" ("documentId", "revisionId", "origin")
       SELECT "documentId", "id", 'import' FROM revised RETURNING "id", "documentId", "publishedAt")
     SELECT p."documentId", b."slug", p."publishedAt", coalesce((SELECT min(x."publishedAt")
       FROM "Publication" x WHERE x."documentId" = p."documentId"), p."publishedAt") AS "firstPublishedAt"
     FROM published p JOIN brought b USING ("documentId")`,
    [
      JSON.stringify(
        documents.map(({ slug, hash, source, story, visibility }) => ({
          slug,
          hash,
          source,
          visibility,
          ...story,
        })),
      ),
    ],
    connection,
  );
  await execute(
    `UPDATE "Document" d SET "state" = 'published', "mergedIntoId" = NULL, "waitingId" = NULL,
       "binnedAt" = NULL, "importedHash" = r."hash",
       "visibility" = r."visibility"::"Visibility",
       "version" = d."version" + (d."publicationId" IS NOT NULL)::int,
       "publicationId" = (SELECT max(p."id") FROM "Publication" p WHERE p."documentId" = d."id")
     FROM jsonb_to_recordset($1) AS r ("slug" text, "hash" text, "visibility" text)
     WHERE d."slug" = r."slug"`,
    [JSON.stringify(documents.map(({ slug, hash, visibility }) => ({ slug, hash, visibility })))],
    connection,
  );
  await forgetWriting(
    connection,
    documents.map(({ slug }) => slug),
  );
  await recordFormerSlugs(connection, documents);
  return stored;
}

/** What stood beside a draft belongs to nothing any more once a file is the document's latest text. */
async function forgetWriting(connection: ClientBase, slugs: readonly string[]): Promise<void> {
  await execute(
    `UPDATE "Review" w SET "title" = '', "unfinished" = '{}', "savedById" = NULL, "savedAt" = NULL
     FROM "Document" d WHERE d."id" = w."documentId" AND d."slug" = ANY($1::text[])`,
    [slugs],
    connection,
  );
}

export async function recordFormerSlugs(
  connection: ClientBase,
  documents: readonly Pick<ImportedDocument, "slug" | "formerly">[],
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
     -- A document that was merged keeps its slug, and leads on by itself.
     WHERE NOT EXISTS (SELECT 1 FROM "Document" x WHERE x."slug" = r."old")
     ON CONFLICT ("slug") DO NOTHING`,
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

const PublishedSource = Stored.extend({ source: z.string() });
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
    `SELECT d."id" AS "documentId", d."slug", p."publishedAt", r."source", (SELECT min(x."publishedAt")
       FROM "Publication" x WHERE x."documentId" = d."id") AS "firstPublishedAt" FROM "Document" d
     JOIN "Publication" p ON p."id" = d."publicationId" JOIN "Revision" r ON r."id" = p."revisionId"
     WHERE d."state" = 'published' AND d."id" > $1 ORDER BY d."id" LIMIT $2`,
    [after, count],
    connection,
  );
}
