import type { ClientBase } from "pg";
import { z } from "zod";

import { rowOrNull, rows } from "#knowledge/database/query";

/** Whether the addresses of others that were merged lead to this document. */
export async function leadsOthers(documentId: number, connection: ClientBase): Promise<boolean> {
  const found = await rowOrNull(
    z.object({ id: z.number() }),
    `SELECT "id" FROM "Document" WHERE "mergedIntoId" = $1 LIMIT 1`,
    [documentId],
    connection,
  );
  return found !== null;
}

const removable = `d."state" = 'binned' AND d."binnedAt" < now() - make_interval(days => $1)
  AND NOT EXISTS (SELECT 1 FROM "Document" x WHERE x."mergedIntoId" = d."id")`;

/** Slugs of documents that have been binned for so many days, and to which no others lead. */
export async function longBinned(days: number): Promise<string[]> {
  const found = await rows(
    z.object({ slug: z.string() }),
    `SELECT d."slug" FROM "Document" d WHERE ${removable} ORDER BY d."id"`,
    [days],
  );
  return found.map(({ slug }) => slug);
}

/** Removes such a document; false where it is none any more. */
export async function removeBinned(
  slug: string,
  days: number,
  connection: ClientBase,
): Promise<boolean> {
  const removed = await rows(
    z.object({ slug: z.string() }),
    `DELETE FROM "Document" d WHERE ${removable} AND d."slug" = $2 RETURNING d."slug"`,
    [days, slug],
    connection,
  );
  if (removed.length === 0) return false;
  // A draft's own name goes with it; a slug that readers have seen never means anything else.
  await rows(
    z.object({ slug: z.string() }),
    `DELETE FROM "Name" WHERE "slug" = $1 AND "kind" = 'incident' AND "slug" LIKE 'draft-%' RETURNING "slug"`,
    [slug],
    connection,
  );
  return true;
}
