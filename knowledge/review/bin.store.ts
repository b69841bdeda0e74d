import type { ClientBase } from "pg";
import { z } from "zod";

import { rows } from "#knowledge/database/query";

/** Removes documents that have been binned for so many days; gives their slugs. */
export async function removeBinned(days: number, connection: ClientBase): Promise<string[]> {
  const removed = await rows(
    z.object({ slug: z.string() }),
    `DELETE FROM "Document" WHERE "state" = 'binned' AND "binnedAt" < now() - make_interval(days => $1)
     RETURNING "slug"`,
    [days],
    connection,
  );
  // What the document was called names nothing any more.
  await rows(
    z.object({ slug: z.string() }),
    `DELETE FROM "Name" WHERE "slug" = ANY($1::text[]) AND "kind" = 'incident' RETURNING "slug"`,
    [removed.map(({ slug }) => slug)],
    connection,
  );
  return removed.map(({ slug }) => slug);
}
