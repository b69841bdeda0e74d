import { z } from "zod";

import { rows } from "#knowledge/database/query";

const WholeFamily = z.object({
  slug: z.string(),
  name: z.string(),
  classes: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      means: z.string(),
      not: z.string(),
      aka: z.array(z.string()),
    }),
  ),
});

/** All families in their order, each with its classes in theirs and all that is said of them. */
export async function findWholeTaxonomy(): Promise<z.infer<typeof WholeFamily>[]> {
  return rows(
    WholeFamily,
    `SELECT f."slug", f."name", coalesce((SELECT json_agg(json_build_object('slug', c."slug",
         'name', c."name", 'means', c."means", 'not', c."not", 'aka', c."aka") ORDER BY c."position")
       FROM "FailureClass" c WHERE c."familySlug" = f."slug"), '[]') AS "classes"
     FROM "Family" f ORDER BY f."position"`,
  );
}
