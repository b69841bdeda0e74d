import { z } from "zod";

import { rows } from "#knowledge/database/query";
import { withKnownOrganizations } from "#knowledge/incident/directory.store";
import { readable } from "#knowledge/people/audience.store";

const PublicPage = z.object({
  kind: z.enum([
    "incident",
    "class",
    "pattern",
    "organization",
    "product",
    "sector",
    "source",
    "term",
    "reading-list",
  ]),
  slug: z.string(),
  /** When what the page shows was last published; null where that is not known. */
  changedAt: z.coerce.date().nullable(),
});
export type PublicPage = z.infer<typeof PublicPage>;

/**
 * Every page with a slug that there is for the reader, in one lasting order. A page made of files in
 * content/ alone has no time of change; one made of incidents changed with the last of them.
 */
export async function publicPages(): Promise<PublicPage[]> {
  return rows(
    PublicPage,
    `${withKnownOrganizations()},
     open AS (SELECT * FROM "Incident" i WHERE ${readable("i")})
     SELECT * FROM (
       SELECT 1 AS "part", 'incident' AS "kind", "slug", "publishedAt" AS "changedAt" FROM open
       UNION ALL SELECT 2, 'class', "slug", NULL FROM "FailureClass"
       UNION ALL SELECT 3, 'pattern', "slug", NULL FROM "Pattern"
       UNION ALL SELECT 4, 'organization', "slug", NULL FROM named
       UNION ALL SELECT 5, 'product', x."productSlug", max("publishedAt")
         FROM "IncidentProduct" x JOIN open USING ("documentId") GROUP BY 3
       UNION ALL SELECT 6, 'sector', x."sector"::text, max("publishedAt")
         FROM "IncidentSector" x JOIN open USING ("documentId") GROUP BY 3
       UNION ALL SELECT 7, 'source', x."sourceSlug", max("publishedAt")
         FROM "Citation" x JOIN open USING ("documentId") GROUP BY 3
       UNION ALL SELECT 8, 'term', "slug", NULL FROM "Term"
       UNION ALL SELECT 9, 'reading-list', "slug", NULL FROM "ReadingList") AS "pages"
     ORDER BY "part", "slug"`,
  );
}
