import { z } from "zod";

import { rowOrNull, rows } from "#knowledge/database/query";
import { IncidentLine, incidentLineColumns } from "#knowledge/incident/incident.store";
import { readable } from "#knowledge/people/audience.store";

/** Patterns and reading lists: what the incidents show when they are read side by side, or with others. */

export const PatternLine = z.object({
  slug: z.string(),
  title: z.string(),
  /** The text as HTML with marks, rendered at import. */
  bodyHtml: z.string(),
  incidents: z.number(),
});
export type PatternLine = z.infer<typeof PatternLine>;

const pattern = () => `
  SELECT p."slug", p."title", p."bodyHtml",
    (SELECT count(*)::int FROM "PatternIncident" pi JOIN "Incident" i USING ("documentId")
      WHERE pi."patternSlug" = p."slug" AND ${readable("i")}) AS "incidents"
  FROM "Pattern" p`;

export async function findPatterns(): Promise<PatternLine[]> {
  return rows(PatternLine, `${pattern()} ORDER BY p."position"`);
}

export async function findPattern(slug: string): Promise<PatternLine | null> {
  return rowOrNull(PatternLine, `${pattern()} WHERE p."slug" = $1`, [slug]);
}

const PatternExample = IncidentLine.extend({ why: z.string() });
export type PatternExample = z.infer<typeof PatternExample>;

/** The incidents of a pattern in its order, each with why it belongs. */
export async function incidentsOfPattern(slug: string): Promise<PatternExample[]> {
  return rows(
    PatternExample,
    `SELECT ${incidentLineColumns}, pi."why" FROM "PatternIncident" pi JOIN "Incident" i USING ("documentId")
     WHERE pi."patternSlug" = $1 AND ${readable("i")} ORDER BY pi."position"`,
    [slug],
  );
}

export const ReadingListLine = z.object({
  slug: z.string(),
  newsletter: z.string(),
  issue: z.number(),
  updated: z.string(),
  items: z.number(),
});
export type ReadingListLine = z.infer<typeof ReadingListLine>;

const readingList = `
  SELECT l."slug", l."newsletter", l."issue", l."updated",
    (SELECT count(*)::int FROM "ReadingItem" x WHERE x."listSlug" = l."slug") AS "items"
  FROM "ReadingList" l`;

export async function findReadingLists(): Promise<ReadingListLine[]> {
  return rows(ReadingListLine, `${readingList} ORDER BY l."updated" DESC, l."slug"`);
}

export async function findReadingList(slug: string): Promise<ReadingListLine | null> {
  return rowOrNull(ReadingListLine, `${readingList} WHERE l."slug" = $1`, [slug]);
}

const Named = z.object({ slug: z.string(), name: z.string() });

const ReadingItem = z.object({
  position: z.number(),
  title: z.string(),
  /** The newsletter gives no headline; the title is our description. */
  titleIsOurs: z.boolean(),
  author: z.string().nullable(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  about: z.string(),
  incidents: z.array(z.object({ slug: z.string(), title: z.string() })),
  classes: z.array(Named),
});
export type ReadingItem = z.infer<typeof ReadingItem>;

/** The items of a reading list in its order, with the incidents and classes they speak of. */
export async function readingItems(listSlug: string): Promise<ReadingItem[]> {
  return rows(
    ReadingItem,
    `SELECT x."position", x."title", x."titleIsOurs", x."author", x."publisher", x."url", x."about",
       coalesce((SELECT json_agg(json_build_object('slug', i."slug", 'title', i."title") ORDER BY i."slug")
         FROM "ReadingIncident" ri JOIN "Incident" i USING ("documentId")
         WHERE ri."listSlug" = x."listSlug" AND ri."position" = x."position"
           AND ${readable("i")}), '[]') AS "incidents",
       coalesce((SELECT json_agg(json_build_object('slug', c."slug", 'name', c."name") ORDER BY c."name")
         FROM "ReadingClass" rc JOIN "FailureClass" c ON c."slug" = rc."classSlug"
         WHERE rc."listSlug" = x."listSlug" AND rc."position" = x."position"), '[]') AS "classes"
     FROM "ReadingItem" x WHERE x."listSlug" = $1 ORDER BY x."position"`,
    [listSlug],
  );
}

const ReadingOfClass = z.object({
  listSlug: z.string(),
  list: z.string(),
  position: z.number(),
  title: z.string(),
  author: z.string().nullable(),
});
export type ReadingOfClass = z.infer<typeof ReadingOfClass>;

/** The items of all reading lists that speak of a class, newest list first. */
export async function readingsOfClass(classSlug: string): Promise<ReadingOfClass[]> {
  return rows(
    ReadingOfClass,
    `SELECT x."listSlug", l."newsletter" || ' ' || l."issue" AS "list", x."position", x."title", x."author"
     FROM "ReadingClass" rc JOIN "ReadingItem" x USING ("listSlug", "position")
     JOIN "ReadingList" l ON l."slug" = x."listSlug"
     WHERE rc."classSlug" = $1 ORDER BY l."updated" DESC, l."slug", x."position"`,
    [classSlug],
  );
}

const SharedClass = Named.extend({ incidents: z.number() });

/** The classes that at least two incidents of a pattern name, most often named first. */
export async function classesOfPattern(
  slug: string,
  count: number,
): Promise<z.infer<typeof SharedClass>[]> {
  return rows(
    SharedClass,
    `SELECT c."slug", c."name", count(DISTINCT fc."documentId")::int AS "incidents"
     FROM "PatternIncident" pi JOIN "Incident" i USING ("documentId")
     JOIN "FactorClass" fc USING ("documentId") JOIN "FailureClass" c ON c."slug" = fc."classSlug"
     WHERE pi."patternSlug" = $1 AND ${readable("i")}
     GROUP BY c."slug" HAVING count(DISTINCT fc."documentId") > 1 ORDER BY 3 DESC, c."name" LIMIT $2`,
    [slug, count],
  );
}
