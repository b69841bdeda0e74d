import { z } from "zod";

import { rowOrNull, rows } from "#knowledge/database/query";
import { Role, Standing } from "#knowledge/incident/vocabulary";

import { DocumentIds } from "./document-ids";
import type { DocumentSet } from "./document-set";
import { DocumentSums } from "./document-sums";
import { countFactorsAmong } from "./kept-factors.store";
import { isMatching, type FactorRule } from "./matching-factor";
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

/** More documents than this are not named one by one; all are counted, and the caller chooses. */
const namedAtMost = 2_000;

/** How many factors of each of these documents match a query; others may be among them. */
export async function countMatchingFactors(
  query: Query,
  { rule, anyWord, documents }: { rule: FactorRule; anyWord: string; documents: DocumentSet },
): Promise<DocumentSums> {
  if (rule.kind === "none") return new DocumentSums();
  if (rule.kind === "classes") {
    return countFactorsAmong([...query.class, ...rule.ofFamilies], (factor) =>
      isMatching(query, rule, { ...factor, holdsWord: false }),
    );
  }
  const named = documents.size > namedAtMost ? null : documents.ids();
  const sums = new DocumentSums();
  sums.addEach(await ownersOfFactors(query, { rule, anyWord, named }), 1);
  return sums;
}

/** The documents of factors that match by role and standing, or by words: one for each factor. */
async function ownersOfFactors(
  query: Query,
  { rule, anyWord, named }: { rule: FactorRule; anyWord: string; named: readonly number[] | null },
): Promise<number[]> {
  const given = (values: readonly unknown[]) => (values.length === 0 ? null : values);
  const byWords = rule.kind === "words";
  const condition = byWords
    ? `"text" @@ $2::tsquery`
    : `($2::"Role"[] IS NULL OR "role" = ANY($2)) AND ($3::"Standing"[] IS NULL OR "standing" = ANY($3))`;
  const row = await rowOrNull(
    z.object({ ids: DocumentIds }),
    `SELECT coalesce(string_agg(int4send("documentId"), ''::bytea), ''::bytea) AS "ids" FROM "Factor"
     WHERE ($1::int[] IS NULL OR "documentId" = ANY($1)) AND ${condition}`,
    byWords ? [named, anyWord] : [named, given(query.role), given(query.standing)],
  );
  return row?.ids ?? [];
}
