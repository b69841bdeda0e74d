import { z } from "zod";

import { rowOrNull } from "#knowledge/database/query";
import { readable } from "#knowledge/people/audience.store";

/** The document id of a published incident; null where none of this slug may be read. */
export async function incidentId(slug: string): Promise<number | null> {
  const row = await rowOrNull(
    z.object({ documentId: z.number() }),
    `SELECT "documentId" FROM "Incident" i WHERE "slug" = $1 AND ${readable("i")}`,
    [slug],
  );
  return row?.documentId ?? null;
}
