import { z } from "zod";

import { rows } from "#knowledge/database/query";
import { readable } from "#knowledge/people/audience.store";

import type { Role } from "./vocabulary";

/**
 * How many incidents name each class, over all roles or in one. A class that no incident
 * names is not in the map.
 */
export async function countIncidentsByClass(role: Role | null): Promise<Map<string, number>> {
  const counts = await rows(
    z.object({ classSlug: z.string(), incidents: z.number() }),
    `SELECT fc."classSlug", count(DISTINCT fc."documentId")::int AS "incidents"
     FROM "FactorClass" fc JOIN "Factor" f USING ("documentId", "rowId")
     JOIN "Incident" i USING ("documentId")
     WHERE ${readable("i")} AND ($1::text IS NULL OR f."role"::text = $1)
     GROUP BY 1`,
    [role],
  );
  return new Map(counts.map(({ classSlug, incidents }) => [classSlug, incidents]));
}

const Companion = z.object({ slug: z.string(), name: z.string(), incidents: z.number() });

/** The classes that incidents name together with this one, most often first. */
export async function classesTogetherWith(
  classSlug: string,
  count: number,
): Promise<z.infer<typeof Companion>[]> {
  return rows(
    Companion,
    `SELECT c."slug", c."name", count(DISTINCT o."documentId")::int AS "incidents"
     FROM "FactorClass" o JOIN "FailureClass" c ON c."slug" = o."classSlug"
     WHERE o."classSlug" <> $1 AND o."documentId" IN (SELECT x."documentId" FROM "FactorClass" x
       JOIN "Incident" i USING ("documentId") WHERE x."classSlug" = $1 AND ${readable("i")})
     GROUP BY c."slug" ORDER BY 3 DESC, c."name" LIMIT $2`,
    [classSlug, count],
  );
}
