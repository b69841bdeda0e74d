import { z } from "zod";

import { rows } from "#knowledge/database/query";
import { Role } from "#knowledge/incident/vocabulary";
import { readable } from "#knowledge/people/audience.store";

const Passage = z.object({
  documentId: z.number(),
  /** The role of the factor, or that it is the title. */
  place: z.union([Role, z.literal("title")]),
  /** The numbers of the words that it holds. */
  held: z.array(z.number()),
  /** The classes of the factor: slugs. */
  classes: z.array(z.string()),
});
/** The title or a factor of an incident, by what it has in common with a text. */
export type Passage = z.infer<typeof Passage>;

/** The passages of documents that hold one of these words (`tsquery`s), or have one of these classes. */
export async function passagesOf(
  documentIds: readonly number[],
  queries: readonly string[],
  classes: readonly string[],
): Promise<Passage[]> {
  if (documentIds.length === 0) return [];
  return rows(
    Passage,
    `WITH word AS MATERIALIZED (
       SELECT "query"::tsquery AS "query", "number"::int - 1 AS "number"
       FROM unnest($2::text[]) WITH ORDINALITY AS a("query", "number")),
     passage AS MATERIALIZED (
       SELECT "documentId", NULL AS "rowId", 'title' AS "place", -2 AS "position", to_tsvector('english', "title") AS "text"
       FROM "Incident" i WHERE "documentId" = ANY($1::int[]) AND ${readable("i")}
       UNION ALL
       SELECT f."documentId", f."rowId", f."role"::text, f."position", f."text"
       FROM "Factor" f JOIN "Incident" i USING ("documentId") WHERE f."documentId" = ANY($1::int[]) AND ${readable("i")}),
     classed AS (
       SELECT p.*, ARRAY(SELECT w."number" FROM word w WHERE p."text" @@ w."query" ORDER BY 1) AS "held",
         ARRAY(SELECT c."classSlug" FROM "FactorClass" c
           WHERE c."documentId" = p."documentId" AND c."rowId" = p."rowId" ORDER BY c."position") AS "classes"
       FROM passage p)
     SELECT "documentId", "place", "held", "classes" FROM classed
     WHERE "held" <> '{}' OR "classes" && $3::text[] ORDER BY "documentId", "position"`,
    [documentIds, queries, classes],
  );
}

const Concerned = z.object({ documentId: z.number(), name: z.string() });

/** The names of the organisations and products that documents concern. */
export async function concernedIn(
  documentIds: readonly number[],
): Promise<z.infer<typeof Concerned>[]> {
  return rows(
    Concerned,
    `SELECT i."documentId", n."name"
     FROM "Incident" i, LATERAL (
       SELECT o."name" FROM "IncidentOrganization" io JOIN "Organization" o ON o."slug" = io."organizationSlug"
       WHERE io."documentId" = i."documentId"
       UNION
       SELECT ip."name" FROM "IncidentProduct" ip WHERE ip."documentId" = i."documentId") AS n
     WHERE i."documentId" = ANY($1::int[]) AND ${readable("i")} ORDER BY 1, 2`,
    [documentIds],
  );
}
