import { z } from "zod";

import { rows } from "#knowledge/database/query";
import { Role, Standing } from "#knowledge/incident/vocabulary";

import { countFactorsAmong } from "./kept-factors.store";
import { isMatching, type FactorRule } from "./matching-factor";
import type { Ranked } from "./kept-order.store";
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
       coalesce(k."classes", '[]') AS "classes"
     FROM "Factor" f LEFT JOIN (
       SELECT fc."documentId", fc."rowId",
         json_agg(json_build_object('slug', c."slug", 'name', c."name") ORDER BY fc."position") AS "classes"
       FROM "FactorClass" fc JOIN "FailureClass" c ON c."slug" = fc."classSlug"
       WHERE fc."documentId" = ANY($1::int[]) GROUP BY 1, 2) AS k USING ("documentId", "rowId")
     WHERE f."documentId" = ANY($1::int[]) ORDER BY f."documentId", f."position"`,
    [documentIds, anyWord],
  );
}

const Count = z.object({ documentId: z.number(), rank: z.number() });

/** More documents than this are not named one by one; all are counted, and the caller chooses. */
const namedAtMost = 2_000;

/** How many factors of each of these documents match a query; others may be among them. */
export async function countMatchingFactors(
  query: Query,
  {
    rule,
    anyWord,
    documentIds,
  }: { rule: FactorRule; anyWord: string; documentIds: readonly number[] },
): Promise<Ranked[]> {
  if (rule.kind === "none") return [];
  if (rule.kind === "classes") {
    const sums = await countFactorsAmong([...query.class, ...rule.ofFamilies], (factor) =>
      isMatching(query, rule, { ...factor, holdsWord: false }),
    );
    return documentIds.map((documentId) => ({ documentId, rank: sums.of(documentId) }));
  }
  const given = (values: readonly unknown[]) => (values.length === 0 ? null : values);
  const named = documentIds.length > namedAtMost ? null : documentIds;
  const among = (parameter: string) =>
    `(${parameter}::int[] IS NULL OR "documentId" = ANY(${parameter}))`;
  if (rule.kind === "words") {
    return rows(
      Count,
      `SELECT "documentId", count(*)::int AS "rank" FROM "Factor"
       WHERE "text" @@ $1::tsquery AND ${among("$2")} GROUP BY 1`,
      [anyWord, named],
    );
  }
  return rows(
    Count,
    `SELECT "documentId", count(*)::int AS "rank" FROM "Factor"
     WHERE ($1::"Role"[] IS NULL OR "role" = ANY($1)) AND ($2::"Standing"[] IS NULL OR "standing" = ANY($2))
       AND ${among("$3")} GROUP BY 1`,
    [given(query.role), given(query.standing), named],
  );
}
