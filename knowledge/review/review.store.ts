import type { ClientBase } from "pg";
import { z } from "zod";

import {
  execute,
  inTransaction,
  rowOrNull,
  rows,
  type Connection,
} from "#knowledge/database/query";
import type { IncidentRecord } from "#knowledge/incident/document";
import { rowIdsOf } from "#knowledge/incident/row-id";
import type { Visibility } from "#knowledge/incident/vocabulary";

import type { SetAside } from "./set-aside";

/** Steps of a review that only stand together. */
export { inTransaction };

const State = z.enum(["draft", "waiting", "published", "archived", "merged", "binned"]);

const Person = z.object({ id: z.string(), name: z.string() });

const StoredRevision = z.object({
  id: z.number(),
  number: z.number(),
  source: z.string(),
  version: z.number(),
  begunAt: z.coerce.date(),
  savedAt: z.coerce.date(),
  savedBy: Person.nullable(),
  isSealed: z.boolean(),
});

const StoredReview = z.object({
  documentId: z.number(),
  slug: z.string(),
  state: State,
  version: z.number(),
  visibility: z.enum(["public", "members"]),
  /** Of the first published slug; a draft's own begins with `draft-`. */
  isNamed: z.boolean(),
  templateSlug: z.string().nullable(),
  template: z.string().nullable(),
  title: z.string().nullable(),
  unfinished: z.record(z.string(), z.string()).nullable(),
  setAside: z
    .array(z.object({ place: z.string(), rule: z.string(), text: z.string(), reason: z.string() }))
    .nullable(),
  zone: z.string().nullable(),
  authors: z.array(Person),
  /** Ids of those who saved since what was published last, up to the revision that waits, if any. */
  writers: z.array(z.string()),
  latest: StoredRevision,
  /** The last save, also of what stands beside the text alone; null where a file brought the latest text. */
  lastSave: z.object({ at: z.coerce.date(), by: Person }).nullable(),
  publishedNumber: z.number().nullable(),
  publishedRevisionId: z.number().nullable(),
  waitingId: z.number().nullable(),
  waitingNumber: z.number().nullable(),
  binnedAt: z.coerce.date().nullable(),
});
/** A document with what its authoring needs to know: its latest revision, its authors, its state. */
export type StoredReview = z.infer<typeof StoredReview>;

const person = (alias: string) => `json_build_object('id', ${alias}."id", 'name', ${alias}."name")`;

const review = `
  SELECT d."id" AS "documentId", d."slug", d."state", d."version", d."visibility",
    d."slug" NOT LIKE 'draft-%' AS "isNamed", w."templateSlug", w."template", w."title", w."unfinished",
    w."setAside", w."zone", d."waitingId", d."binnedAt", p."revisionId" AS "publishedRevisionId",
    (SELECT x."number" FROM "Revision" x WHERE x."id" = p."revisionId") AS "publishedNumber",
    (SELECT x."number" FROM "Revision" x WHERE x."id" = d."waitingId") AS "waitingNumber",
    coalesce((SELECT json_agg(${person("a")} ORDER BY da."since", a."id")
      FROM "DocumentAuthor" da JOIN "Account" a ON a."id" = da."accountId"
      WHERE da."documentId" = d."id"), '[]') AS "authors",
    coalesce((SELECT json_agg(DISTINCT r."savedById") FROM "Revision" r
      WHERE r."documentId" = d."id" AND r."savedById" IS NOT NULL
        AND r."number" > coalesce((SELECT x."number" FROM "Revision" x WHERE x."id" = p."revisionId"), 0)
        AND (d."waitingId" IS NULL
          OR r."number" <= (SELECT x."number" FROM "Revision" x WHERE x."id" = d."waitingId"))),
      '[]') AS "writers",
    (SELECT json_build_object('id', r."id", 'number', r."number", 'source', r."source",
       'version', r."version", 'begunAt', r."begunAt", 'savedAt', r."savedAt", 'isSealed', r."isSealed",
       'savedBy', CASE WHEN s."id" IS NOT NULL THEN ${person("s")} END)
     FROM "Revision" r LEFT JOIN "Account" s ON s."id" = r."savedById"
     WHERE r."documentId" = d."id" ORDER BY r."number" DESC LIMIT 1) AS "latest",
    CASE WHEN l."id" IS NOT NULL THEN json_build_object('at', w."savedAt", 'by', ${person("l")}) END
      AS "lastSave"
  FROM "Document" d LEFT JOIN "Review" w ON w."documentId" = d."id"
  LEFT JOIN "Account" l ON l."id" = w."savedById"
  LEFT JOIN "Publication" p ON p."id" = d."publicationId"`;

const bySlug = `d."slug" = $1 OR d."id" = (SELECT f."documentId" FROM "FormerSlug" f WHERE f."slug" = $1)`;

/** The document of this slug, or of one it had before, whatever its state; null where there is none. */
export async function findStoredReview(
  slug: string,
  connection?: Connection,
): Promise<StoredReview | null> {
  return rowOrNull(StoredReview, `${review} WHERE ${bySlug}`, [slug], connection);
}

/**
 * Keeps everybody else from changing the document until the transaction ends. To be called before
 * it is read: what was read before could have changed already.
 */
export async function lockDocument(slug: string, connection: ClientBase): Promise<void> {
  await execute(`SELECT 1 FROM "Document" d WHERE ${bySlug} FOR NO KEY UPDATE`, [slug], connection);
}

/** Keeps everybody else from changing these documents, named by their present slugs. */
export async function lockDocuments(
  slugs: readonly string[],
  connection: ClientBase,
): Promise<void> {
  await execute(
    `SELECT 1 FROM "Document" WHERE "slug" = ANY($1::text[]) ORDER BY "id" FOR NO KEY UPDATE`,
    [slugs],
    connection,
  );
}

/** Makes a document without any revision yet; gives its id. */
export async function insertDocument(
  slug: string,
  visibility: Visibility,
  connection: ClientBase,
): Promise<number> {
  const [made] = await rows(
    z.object({ id: z.number() }),
    `WITH named AS (INSERT INTO "Name" ("slug", "kind") VALUES ($1, 'incident') RETURNING "slug", "kind")
     INSERT INTO "Document" ("slug", "kind", "visibility") SELECT "slug", "kind", $2::"Visibility" FROM named
     RETURNING "id"`,
    [slug, visibility],
    connection,
  );
  if (!made) throw new Error("the document was not stored");
  return made.id;
}

/** Notes that a document is authored here, from this template; does nothing where it is already. */
export async function insertReview(
  documentId: number,
  template: { slug: string; source: string },
  begunById: string,
  connection: ClientBase,
): Promise<void> {
  await execute(
    `INSERT INTO "Review" ("documentId", "templateSlug", "template", "begunById") VALUES ($1, $2, $3, $4)
     ON CONFLICT ("documentId") DO NOTHING`,
    [documentId, template.slug, template.source, begunById],
    connection,
  );
}

export async function insertAuthor(
  documentId: number,
  accountId: string,
  connection: ClientBase,
): Promise<boolean> {
  const added = await execute(
    `INSERT INTO "DocumentAuthor" ("documentId", "accountId") VALUES ($1, $2) ON CONFLICT DO NOTHING`,
    [documentId, accountId],
    connection,
  );
  return added === 1;
}

export async function removeAuthor(
  documentId: number,
  accountId: string,
  connection: ClientBase,
): Promise<boolean> {
  const removed = await execute(
    `DELETE FROM "DocumentAuthor" WHERE "documentId" = $1 AND "accountId" = $2`,
    [documentId, accountId],
    connection,
  );
  return removed === 1;
}

export interface NewRevision {
  readonly documentId: number;
  readonly number: number;
  readonly version: number;
  readonly source: string;
  readonly visibility: Visibility;
  readonly savedById: string;
  readonly isSealed?: boolean;
  readonly note?: string;
  readonly restoredFrom?: number;
}

/** Adds a revision; gives its id. */
export async function insertRevision(
  revision: NewRevision,
  connection: ClientBase,
): Promise<number> {
  const { documentId, number, version, source, visibility, savedById } = revision;
  const { isSealed = false, note = null, restoredFrom = null } = revision;
  const [made] = await rows(
    z.object({ id: z.number() }),
    `INSERT INTO "Revision" ("documentId", "number", "version", "source", "visibility", "savedById",
       "isSealed", "note", "restoredFrom")
     VALUES ($1, $2, $3, $4, $5::"Visibility", $6, $7, $8, $9) RETURNING "id"`,
    [documentId, number, version, source, visibility, savedById, isSealed, note, restoredFrom],
    connection,
  );
  if (!made) throw new Error("the revision was not stored");
  return made.id;
}

/** Saves once more into a revision. */
export async function replaceRevision(
  id: number,
  { source, version, visibility }: { source: string; version: number; visibility: Visibility },
  connection: ClientBase,
): Promise<void> {
  await execute(
    `UPDATE "Revision" SET "source" = $2, "version" = $3, "visibility" = $4::"Visibility", "savedAt" = now()
     WHERE "id" = $1 AND NOT "isSealed"`,
    [id, source, version, visibility],
    connection,
  );
}

/** No further save goes into the revision. */
export async function sealRevision(id: number, connection: ClientBase): Promise<void> {
  await execute(`UPDATE "Revision" SET "isSealed" = true WHERE "id" = $1`, [id], connection);
}

/** Raises the document's version, and keeps what lists and the editor need beside the revision. */
export async function storeSave(
  documentId: number,
  save: {
    version: number;
    savedById: string;
    record: IncidentRecord;
    unfinished: Readonly<Record<string, string>>;
    /** Left as they are where nothing is said of them. */
    setAside?: readonly SetAside[] | undefined;
    /** The zone of times that name none; left as it is where nothing is said of it. */
    zone?: string | null | undefined;
  },
  connection: ClientBase,
): Promise<void> {
  await execute(
    `UPDATE "Document" SET "version" = $2 WHERE "id" = $1`,
    [documentId, save.version],
    connection,
  );
  await execute(
    `UPDATE "Review" SET "title" = $2, "unfinished" = $3, "setAside" = coalesce($4, "setAside"),
       "zone" = CASE WHEN $5 THEN $6 ELSE "zone" END, "savedById" = $7, "savedAt" = now()
     WHERE "documentId" = $1`,
    [
      documentId,
      save.record.title ?? "",
      JSON.stringify(save.unfinished),
      save.setAside === undefined ? null : JSON.stringify(save.setAside),
      save.zone !== undefined,
      save.zone ?? null,
      save.savedById,
    ],
    connection,
  );
  await keepRowIds(documentId, save.record, connection);
}

/** The ids that a review's rows and sources have, or had before they were removed. */
export async function keptRowIds(documentId: number, connection?: Connection): Promise<string[]> {
  const found = await rowOrNull(
    z.object({ rowIds: z.array(z.string()) }),
    `SELECT "rowIds" FROM "Review" WHERE "documentId" = $1`,
    [documentId],
    connection,
  );
  return found?.rowIds ?? [];
}

/** More than a review of ten years needs; who makes more may see an id come again. */
const mostRowIds = 10_000;

/** Remembers the ids of a document's rows and sources, by which anchors know them: its editor gives none again. */
export async function keepRowIds(
  documentId: number,
  record: IncidentRecord,
  connection: ClientBase,
): Promise<void> {
  const ids = [...rowIdsOf(record), ...record.sources.map(({ id }) => id)];
  await execute(
    `UPDATE "Review" SET "rowIds" = ARRAY(SELECT DISTINCT unnest("rowIds" || $2::text[]) ORDER BY 1)
     WHERE "documentId" = $1 AND cardinality("rowIds") < $3`,
    [documentId, ids, mostRowIds],
    connection,
  );
}
