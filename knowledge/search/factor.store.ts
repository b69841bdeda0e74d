import { z } from "zod";

import { rows } from "#knowledge/database/query";
import { Role, Standing } from "#knowledge/incident/vocabulary";

import type { FactorRule } from "./matching-factor";
import type { Ranked } from "./order.store";
import type { Query } from "./query";

const Factor = z.object({
  documentId: z.number(),
  id: z.string(),
  /** From 0. */
  position: z.number(),
  role: Role,
  standing: Standing,
  statement: z.string(),
  classes: z.array(z.object({ slug: z.string(), name: z.string() })),
  holdsWord: z.boolean(),
});
export type ResultFactor = z.infer<typeof Factor>;

/** All factors of documents, in the order of their documents; `anyWord` is a `tsquery` or empty. */
export async function factorsOf(
  documentIds: readonly number[],
  anyWord: string,
): Promise<ResultFactor[]> {
  return rows(
    Factor,
    `SELECT f."documentId", f."rowId" AS "id", f."position", f."role"::text, f."standing"::text, f."statement",
       f."text" @@ $2::tsquery AS "holdsWord",
       coalesce((SELECT json_agg(json_build_object('slug', c."slug", 'name', c."name") ORDER BY fc."position")
         FROM "FactorClass" fc JOIN "FailureClass" c ON c."slug" = fc."classSlug"
         WHERE fc."documentId" = f."documentId" AND fc."rowId" = f."rowId"), '[]') AS "classes"
     FROM "Factor" f WHERE f."documentId" = ANY($1::int[]) ORDER BY f."documentId", f."position"`,
    [documentIds, anyWord],
  );
}

const Count = z.object({ documentId: z.number(), rank: z.number() });

/** How many factors of each document match a query; documents without any are left out. */
export async function countMatchingFactors(
  query: Query,
  rule: FactorRule,
  anyWord: string,
): Promise<Ranked[]> {
  if (rule.kind === "none") return [];
  if (rule.kind === "words") {
    return rows(
      Count,
      `SELECT "documentId", count(*)::int AS "rank" FROM "Factor" WHERE "text" @@ $1::tsquery GROUP BY 1`,
      [anyWord],
    );
  }
  const given = (values: readonly string[]) => (values.length === 0 ? null : values);
  const parts = [given(query.role), given(query.standing)];
  if (rule.kind === "parts") {
    return rows(
      Count,
      `SELECT f."documentId", count(*)::int AS "rank" FROM "Factor" f
       WHERE ($1::"Role"[] IS NULL OR f."role" = ANY($1)) AND ($2::"Standing"[] IS NULL OR f."standing" = ANY($2))
       GROUP BY 1`,
      parts,
    );
  }
  return rows(
    Count,
    `SELECT f."documentId", count(*)::int AS "rank" FROM (
       SELECT "documentId", "rowId" FROM "FactorClass"
       WHERE "classSlug" = ANY($3::text[]) OR "classSlug" = ANY($4::text[]) GROUP BY 1, 2
       HAVING bool_or("classSlug" = ANY($4)) OR
         count(*) FILTER (WHERE "classSlug" = ANY($3)) >= CASE WHEN $5 THEN greatest(cardinality($3), 1) ELSE 1 END) AS had
     JOIN "Factor" f USING ("documentId", "rowId")
     WHERE ($1::"Role"[] IS NULL OR f."role" = ANY($1)) AND ($2::"Standing"[] IS NULL OR f."standing" = ANY($2))
     GROUP BY 1`,
    [...parts, query.class, [...rule.ofFamilies], query.match === "factor"],
  );
}
