import { z } from "zod";

import { rows } from "#knowledge/database/query";

const Evidence = z.object({
  slug: z.string(),
  name: z.string(),
  /** The numbers of the words that its name or an alias holds, that its meaning holds. */
  named: z.array(z.number()),
  meant: z.array(z.number()),
  /** For each word, by its number, in how many factors of the class among the incidents it stands. */
  spoken: z.record(z.string(), z.number()),
  /** Which of the incidents name the class. */
  witnesses: z.array(z.number()),
});
export type Evidence = z.infer<typeof Evidence>;

/**
 * What speaks for each failure class in words (as `tsquery`s): what it is called, what it means, and
 * the factors of these incidents that were put into it. Classes for which nothing speaks are left out,
 * except where they are `named`.
 */
export async function evidenceFor(
  queries: readonly string[],
  documentIds: readonly number[],
  named: readonly string[] = [],
): Promise<Evidence[]> {
  return rows(
    Evidence,
    `WITH word AS MATERIALIZED (
       SELECT "query"::tsquery AS "query", "number"::int - 1 AS "number"
       FROM unnest($1::text[]) WITH ORDINALITY AS a("query", "number")),
     called AS MATERIALIZED (
       SELECT "slug", to_tsvector('english', concat_ws(E'\\n', "name", array_to_string("aka", E'\\n'))) AS "names",
         to_tsvector('english', "means") AS "means" FROM "FailureClass"),
     spoken AS MATERIALIZED (
       SELECT c."classSlug" AS "slug", w."number", count(*)::int AS "factors"
       FROM "Factor" f JOIN word w ON f."text" @@ w."query"
       JOIN "FactorClass" c USING ("documentId", "rowId")
       WHERE f."documentId" = ANY($2::int[]) GROUP BY 1, 2),
     evidence AS MATERIALIZED (
       SELECT c."slug",
         ARRAY(SELECT w."number" FROM word w WHERE c."names" @@ w."query") AS "named",
         ARRAY(SELECT w."number" FROM word w WHERE c."means" @@ w."query") AS "meant",
         coalesce((SELECT jsonb_object_agg(s."number", s."factors") FROM spoken s WHERE s."slug" = c."slug"), '{}') AS "spoken"
       FROM called c)
     SELECT e.*, k."name", ARRAY(SELECT DISTINCT c."documentId" FROM "FactorClass" c
       WHERE c."classSlug" = e."slug" AND c."documentId" = ANY($2::int[])) AS "witnesses"
     FROM evidence e JOIN "FailureClass" k USING ("slug")
     WHERE e."named" <> '{}' OR e."meant" <> '{}' OR e."spoken" <> '{}' OR e."slug" = ANY($3::text[])
     ORDER BY e."slug"`,
    [queries, documentIds, named],
  );
}
