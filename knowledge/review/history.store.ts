import type { ClientBase } from "pg";
import { z } from "zod";

import { execute, rowOrNull, rows, type Connection } from "#knowledge/database/query";

import { Assessment } from "./approval.store";

const OwnRevision = z.object({
  id: z.number(),
  number: z.number(),
  savedAt: z.coerce.date(),
  /** Whose saves are in it; null for an import. */
  savedBy: z.string().nullable(),
  name: z.string().nullable(),
  note: z.string().nullable(),
  /** The number of the revision of which it is a copy. */
  restoredFrom: z.number().nullable(),
  /** When readers first saw it; null where they never did. */
  publishedAt: z.coerce.date().nullable(),
  /** Readers see it now. */
  isCurrent: z.boolean(),
  /** Who asked editors to approve it, and what they told them, in order. */
  requests: z.array(z.object({ by: z.string(), note: z.string().nullable(), at: z.coerce.date() })),
  /** What editors said of it, in order. */
  assessments: z.array(
    z.object({
      by: z.string(),
      assessment: Assessment,
      note: z.string().nullable(),
      at: z.coerce.date(),
    }),
  ),
});
/** A revision as its document's authors and editors see it. */
export type OwnRevision = z.infer<typeof OwnRevision>;

const columns = `
  r."id", r."number", r."savedAt", a."name" AS "savedBy", r."name", r."note", r."restoredFrom",
  (SELECT min(p."publishedAt") FROM "Publication" p WHERE p."revisionId" = r."id") AS "publishedAt",
  EXISTS (SELECT 1 FROM "Document" d JOIN "Publication" p ON p."id" = d."publicationId"
    WHERE d."state" = 'published' AND p."revisionId" = r."id") AS "isCurrent",
  coalesce((SELECT json_agg(json_build_object('by', b."name", 'assessment', x."assessment",
      'note', x."note", 'at', x."at") ORDER BY x."id")
    FROM "Approval" x JOIN "Account" b ON b."id" = x."byId" WHERE x."revisionId" = r."id"), '[]')
    AS "assessments",
  coalesce((SELECT json_agg(json_build_object('by', b."name", 'note', x."note", 'at', x."at") ORDER BY x."id")
    FROM "ApprovalRequest" x JOIN "Account" b ON b."id" = x."byId" WHERE x."revisionId" = r."id"), '[]')
    AS "requests"`;

const tables = `"Revision" r LEFT JOIN "Account" a ON a."id" = r."savedById"`;

/** Every revision of a document, newest first. For its authors and editors only. */
export async function ownRevisions(documentId: number): Promise<OwnRevision[]> {
  return rows(
    OwnRevision,
    `SELECT ${columns} FROM ${tables} WHERE r."documentId" = $1 ORDER BY r."number" DESC`,
    [documentId],
  );
}

const OwnRevisionText = OwnRevision.extend({ source: z.string() });
export type OwnRevisionText = z.infer<typeof OwnRevisionText>;

/** One revision with its document, byte for byte; null where there is none of this number. */
export async function ownRevision(
  documentId: number,
  number: number,
  connection?: Connection,
): Promise<OwnRevisionText | null> {
  return rowOrNull(
    OwnRevisionText,
    `SELECT ${columns}, r."source" FROM ${tables} WHERE r."documentId" = $1 AND r."number" = $2`,
    [documentId, number],
    connection,
  );
}

/**
 * The ids of rows and sources that readers of a document see, saw in an earlier publication, or may
 * see at any moment, since a revision with them waits for an editor. Read out of the texts as they stand there, since nothing else remembers them; words of a text that look
 * like an id come along, and harm nothing.
 */
export async function publishedIds(documentId: number): Promise<string[]> {
  const found = await rows(
    z.object({ id: z.string() }),
    `SELECT DISTINCT m[1] AS "id"
     FROM "Revision" r, regexp_matches(r."source", '\\mid: ["'']?([a-z0-9-]+)', 'g') AS m
     WHERE r."documentId" = $1
       AND (EXISTS (SELECT 1 FROM "Publication" p WHERE p."revisionId" = r."id")
         OR EXISTS (SELECT 1 FROM "Document" d WHERE d."waitingId" = r."id"))`,
    [documentId],
  );
  return found.map(({ id }) => id);
}

/** What an author calls a revision and says of it; what is named takes no further saves. */
export async function storeName(
  revisionId: number,
  { name, note }: { name: string | null; note: string | null },
  connection: ClientBase,
): Promise<void> {
  await execute(
    `UPDATE "Revision" SET "name" = $2, "note" = $3, "isSealed" = true WHERE "id" = $1`,
    [revisionId, name, note],
    connection,
  );
}
