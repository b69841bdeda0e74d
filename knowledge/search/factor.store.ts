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

/**
 * The factors of documents that match a query, in the order of their documents; `anyWord` is a
 * `tsquery` or empty.
 */
export async function factorsOf(
  documentIds: readonly number[],
  query: Query,
  { rule, anyWord }: { rule: FactorRule; anyWord: string },
): Promise<ResultFactor[]> {
  if (rule.kind === "none" || documentIds.length === 0) return [];
  const ofClasses = rule.kind === "classes" ? [...query.class, ...rule.ofFamilies] : null;
  const byWords = rule.kind === "words";
  const found = await rows(
    Factor,
    // Leaves out most that do not match; what is told apart by several classes is left to the rule.
    // OFFSET 0: the factors come from their documents, not from all that have the class or word.
    `SELECT f."documentId", f."rowId" AS "id", f."position", f."role"::text, f."standing"::text, f."statement",
       f."text" @@ $2::tsquery AS "holdsWord",
       coalesce((SELECT json_agg(json_build_object('slug', c."slug", 'name', c."name") ORDER BY fc."position")
         FROM "FactorClass" fc JOIN "FailureClass" c ON c."slug" = fc."classSlug"
         WHERE fc."documentId" = f."documentId" AND fc."rowId" = f."rowId"), '[]') AS "classes"
     FROM (SELECT * FROM "Factor" WHERE "documentId" = ANY($1::int[]) OFFSET 0) AS f
     WHERE ($3::"Role"[] IS NULL OR f."role" = ANY($3))
       AND ($4::"Standing"[] IS NULL OR f."standing" = ANY($4))
       AND ($5::text[] IS NULL OR $5 && ARRAY(SELECT fc."classSlug" FROM "FactorClass" fc
         WHERE fc."documentId" = f."documentId" AND fc."rowId" = f."rowId"))
       AND (NOT $6::boolean OR f."text" @@ $2::tsquery)
     ORDER BY f."documentId", f."position"`,
    [
      documentIds,
      anyWord,
      byWords ? null : someOf(query.role),
      byWords ? null : someOf(query.standing),
      ofClasses,
      byWords,
    ],
  );
  return found.filter((factor) =>
    isMatching(query, rule, { ...factor, classes: factor.classes.map(({ slug }) => slug) }),
  );
}

/** What a filter names; null where it names nothing, and anything will do. */
function someOf<Value>(values: readonly Value[]): readonly Value[] | null {
  return values.length === 0 ? null : values;
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
  const byWords = rule.kind === "words";
  const condition = byWords
    ? `"text" @@ $2::tsquery`
    : `($2::"Role"[] IS NULL OR "role" = ANY($2)) AND ($3::"Standing"[] IS NULL OR "standing" = ANY($3))`;
  const row = await rowOrNull(
    z.object({ ids: DocumentIds }),
    `SELECT coalesce(string_agg(int4send("documentId"), ''::bytea), ''::bytea) AS "ids" FROM "Factor"
     WHERE ($1::int[] IS NULL OR "documentId" = ANY($1)) AND ${condition}`,
    byWords ? [named, anyWord] : [named, someOf(query.role), someOf(query.standing)],
  );
  return row?.ids ?? [];
}
