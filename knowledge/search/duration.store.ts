import { z } from "zod";

import { rows } from "#knowledge/database/query";
import type { Span } from "#knowledge/incident/span";

const Lasting = z.object({ slug: z.string(), least: z.number(), most: z.number().nullable() });

/** How long incidents lasted, from `started` to `resolved`; those of which it is unknown are left out. */
export async function durationsOf(slugs: readonly string[]): Promise<ReadonlyMap<string, Span>> {
  if (slugs.length === 0) return new Map();
  const found = await rows(
    Lasting,
    `SELECT e."slug", s."resolveLeast" AS "least", s."resolveMost" AS "most"
     FROM "SearchEntry" e JOIN "IncidentSpans" s USING ("documentId")
     WHERE e."slug" = ANY($1::text[]) AND s."resolveLeast" IS NOT NULL`,
    [slugs],
  );
  return new Map(found.map(({ slug, ...span }) => [slug, span]));
}
