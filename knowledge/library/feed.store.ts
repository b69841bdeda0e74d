import { z } from "zod";

import { rows } from "#knowledge/database/query";
import { namesOf } from "#knowledge/incident/link.store";
import { readable } from "#knowledge/people/audience.store";
import { linksIn, plainText } from "#knowledge/text/plain";

/** An incident as the feeds tell of it. */
const NewIncident = z.object({
  slug: z.string(),
  title: z.string(),
  /** Plain text; links read as what they lead to. */
  summary: z.string(),
  /** The day it entered the knowledge base; where the document gives none, its first publication. */
  recorded: z.string(),
  publishedAt: z.coerce.date(),
  origin: z.enum(["import", "editor"]),
  classes: z.array(z.object({ slug: z.string(), name: z.string() })),
});
export type NewIncident = z.infer<typeof NewIncident>;

const newIncidents = () => `
     SELECT i."slug", i."title", i."summary", p."publishedAt", p."origin"::text,
       coalesce(i."record"->>'recorded', (SELECT to_char(min(x."publishedAt") AT TIME ZONE 'UTC', 'YYYY-MM-DD')
         FROM "Publication" x WHERE x."documentId" = i."documentId")) AS "recorded",
       coalesce((SELECT json_agg(json_build_object('slug', c."slug", 'name', c."name") ORDER BY c."name")
         FROM "FailureClass" c WHERE c."slug" IN (SELECT fc."classSlug" FROM "FactorClass" fc
           WHERE fc."documentId" = i."documentId")), '[]') AS "classes"
     FROM "Incident" i
     JOIN "Document" d ON d."id" = i."documentId"
     JOIN "Publication" p ON p."id" = d."publicationId"
     WHERE ${readable("i")}`;

const newestFirst = `ORDER BY i."recorded" DESC, i."slug"`;

/** The incidents that are newest in the knowledge base: by `recorded`, then by slug. */
export async function incidentsForFeed(count: number): Promise<NewIncident[]> {
  return inPlainWords(
    await rows(NewIncident, `${newIncidents()} ${newestFirst} LIMIT $1`, [count]),
  );
}

/** Some incidents in the same order. */
export async function incidentsForFeedOf(documentIds: readonly number[]): Promise<NewIncident[]> {
  return inPlainWords(
    await rows(
      NewIncident,
      `${newIncidents()} AND i."documentId" = ANY($1::int[]) ${newestFirst}`,
      [documentIds],
    ),
  );
}

async function inPlainWords(found: readonly NewIncident[]): Promise<NewIncident[]> {
  const names = await namesOf([...new Set(found.flatMap(({ summary }) => linksIn(summary)))]);
  const titleOf = (slug: string) => names.get(slug)?.title ?? null;
  return found.map((incident) => ({ ...incident, summary: plainText(incident.summary, titleOf) }));
}
