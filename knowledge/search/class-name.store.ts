import { z } from "zod";

import { rows } from "#knowledge/database/query";

const NamingClass = z.object({
  documentId: z.number(),
  slug: z.string(),
  name: z.string(),
  /** The alias that holds a word that was asked for; null where the name itself does. */
  alias: z.string().nullable(),
});
/** A class of an incident whose name or alias holds a word that the incident itself may not. */
export type NamingClass = z.infer<typeof NamingClass>;

/** The classes of documents whose names or aliases hold a word of a `tsquery`, each class once. */
export async function classesNaming(
  documentIds: readonly number[],
  anyWord: string,
): Promise<NamingClass[]> {
  if (documentIds.length === 0) return [];
  return rows(
    NamingClass,
    `WITH naming AS MATERIALIZED (
       SELECT DISTINCT ON (c."slug") c."slug", c."name", nullif(l."label", c."name") AS "alias"
       FROM "FailureClass" c, unnest(c."name" || c."aka") WITH ORDINALITY AS l("label", "number")
       WHERE to_tsvector('english', l."label") @@ $2::tsquery ORDER BY c."slug", l."number")
     SELECT DISTINCT fc."documentId", n."slug", n."name", n."alias"
     FROM naming n JOIN "FactorClass" fc ON fc."classSlug" = n."slug"
     WHERE fc."documentId" = ANY($1::int[]) ORDER BY 1, 3`,
    [documentIds, anyWord],
  );
}
