import { z } from "zod";

import { rowOrNull, rows } from "#knowledge/database/query";
import { readable } from "#knowledge/people/audience.store";

import { Seen, SourceKind } from "./vocabulary";

// A source is shown as the citation that was read furthest has it, then the most complete one.
const shown = () => `
  SELECT DISTINCT ON (c."sourceSlug") c."sourceSlug" AS "slug", c."url", c."title", c."publisher",
    c."author", c."published", c."kind"::text, c."seen"::text, cited."incidents"
  FROM "Citation" c JOIN "Incident" i USING ("documentId")
  JOIN (SELECT c."sourceSlug", count(DISTINCT c."documentId")::int AS "incidents"
    FROM "Citation" c JOIN "Incident" i USING ("documentId")
    WHERE ${readable("i")} GROUP BY c."sourceSlug") AS cited USING ("sourceSlug")
  WHERE ${readable("i")}
  ORDER BY c."sourceSlug", c."seen" NULLS LAST,
    (c."publisher" IS NULL)::int + (c."author" IS NULL)::int + (c."published" IS NULL)::int,
    length(c."published") DESC NULLS LAST, i."slug"`;

export const SourceLine = z.object({
  slug: z.string(),
  url: z.string().nullable(),
  title: z.string(),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  published: z.string().nullable(),
  kind: SourceKind,
  /** Null where nobody said it of evidence from inside an organisation. */
  seen: Seen.nullable(),
  /** How many incidents cite it, each once however often it does. */
  incidents: z.number(),
});
export type SourceLine = z.infer<typeof SourceLine>;

/** How many sources one page of the list holds. */
export const sourcesPerPage = 100;

/** One page (from 1) of all sources, by publisher and title, and how many there are. */
export async function findSources(page: number): Promise<{ total: number; sources: SourceLine[] }> {
  const found = await rows(
    SourceLine.extend({ total: z.number() }),
    `SELECT *, count(*) OVER ()::int AS "total" FROM (${shown()}) AS "shown"
     ORDER BY lower("publisher") NULLS LAST, lower("title"), "slug" LIMIT $1 OFFSET $2`,
    [sourcesPerPage, (page - 1) * sourcesPerPage],
  );
  return { total: found[0]?.total ?? 0, sources: found };
}

/** A source with every incident that cites it, and how each does. */
export const SourcePage = SourceLine.extend({
  uses: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      published: z.string().nullable(),
      seen: Seen.nullable(),
      isCopy: z.boolean(),
      incident: z.object({ slug: z.string(), title: z.string(), started: z.string() }),
    }),
  ),
});
export type SourcePage = z.infer<typeof SourcePage>;

export async function findSource(slug: string): Promise<SourcePage | null> {
  return rowOrNull(
    SourcePage,
    `SELECT s.*, (SELECT json_agg(json_build_object('id', c."rowId", 'title', c."title",
         'published', c."published", 'seen', c."seen", 'isCopy', c."isCopy",
         'incident', json_build_object('slug', i."slug", 'title', i."title", 'started', i."started"))
         ORDER BY i."startedFirst" DESC NULLS LAST, i."slug", c."position")
       FROM "Citation" c JOIN "Incident" i USING ("documentId")
       WHERE c."sourceSlug" = s."slug" AND ${readable("i")}) AS "uses"
     FROM (${shown()}) AS s WHERE s."slug" = $1`,
    [slug],
  );
}

// Only what an incident cites that the reader may read: a source of members' documents alone is not
// there for visitors, however well they guess.
const cited = () => `
  FROM "Source" s WHERE EXISTS (SELECT 1 FROM "Citation" c JOIN "Incident" i USING ("documentId")
    WHERE c."sourceSlug" = s."slug" AND ${readable("i")})`;

/**
 * The slug that a source has, found by the eight hex digits at its end: those are permanent, while
 * a publisher may have been spelt otherwise in an older link. Null when none or several have them.
 */
export async function sourceByDigits(slug: string): Promise<string | null> {
  const digits = /-([0-9a-f]{8})$/.exec(slug)?.[1];
  if (!digits) return null;
  const found = await rows(
    z.object({ slug: z.string() }),
    // "g" comes after every hex digit: all hashes that begin with these, by the index.
    `SELECT s."slug" ${cited()} AND s."hash" >= $1 AND s."hash" < $1 || 'g' LIMIT 2`,
    [digits],
  );
  return found.length === 1 ? (found[0]?.slug ?? null) : null;
}

/** Sources of the publisher that a slug names, for suggesting one when the slug itself is unknown. */
export async function sourcesOfSamePublisher(
  slug: string,
): Promise<{ slug: string; title: string }[]> {
  const publisher = slug.replace(/-[^-]*$/, "");
  return rows(
    z.object({ slug: z.string(), title: z.string() }),
    `SELECT "slug", "title" FROM (${shown()}) AS "shown" WHERE starts_with("slug", $1 || '-')
     ORDER BY "slug" LIMIT 500`,
    [publisher],
  );
}
