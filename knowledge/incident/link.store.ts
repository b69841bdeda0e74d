import { z } from "zod";

import { rows } from "#knowledge/database/query";
import { readable } from "#knowledge/people/audience.store";

/** What a slug of the one name space stands for, with the words to show for it. */
export const NamedThing = z.object({
  slug: z.string(),
  kind: z.enum(["incident", "class", "term", "mitigation", "pattern", "reading-list"]),
  title: z.string(),
});
export type NamedThing = z.infer<typeof NamedThing>;

// A slug that a reader may follow, whatever it stands for. Documents that are no longer readable, or
// not for these readers, are absent, so a link to one becomes plain words.
const named = () => `
  SELECT "slug", 'incident' AS "kind", "title" FROM "Incident" i WHERE ${readable("i")}
  UNION ALL SELECT "slug", 'class', "name" FROM "FailureClass"
  UNION ALL SELECT "slug", 'term', "name" FROM "Term"
  UNION ALL SELECT "slug", 'pattern', "title" FROM "Pattern"
  UNION ALL SELECT "slug", 'reading-list', "newsletter" || ' ' || "issue" FROM "ReadingList"
  UNION ALL SELECT f."slug", 'incident', i."title" FROM "FormerSlug" f
    JOIN "Incident" i USING ("documentId") WHERE ${readable("i")}
  UNION ALL SELECT d."slug", 'incident', i."title" FROM "Document" d
    JOIN "Incident" i ON i."documentId" = d."mergedIntoId" WHERE ${readable("i")}`;

/** What each of these slugs stands for; one that a reader cannot follow is not in the map. */
export async function namesOf(slugs: readonly string[]): Promise<Map<string, NamedThing>> {
  if (slugs.length === 0) return new Map();
  const found = await rows(
    NamedThing,
    `SELECT * FROM (${named()}) AS "named" WHERE "slug" = ANY($1::text[])`,
    [slugs],
  );
  return new Map(found.map((thing) => [thing.slug, thing]));
}

const Backlink = NamedThing.extend({
  via: z.enum(["text", "related", "see", "pattern", "reading"]),
  why: z.string().nullable(),
});
export type Backlink = z.infer<typeof Backlink>;

/** The pages that speak of this slug, each once, with the reason where one is given. */
export async function linksTo(slug: string): Promise<Backlink[]> {
  return rows(
    Backlink,
    `SELECT DISTINCT ON (n."kind", n."title", n."slug") n.*, l."via"::text, l."why"
     FROM "Link" l JOIN (${named()}) AS n ON n."slug" = l."fromSlug"
     WHERE l."toSlug" = $1 ORDER BY n."kind", n."title", n."slug", l."why" NULLS LAST`,
    [slug],
  );
}

/** What a page points to by hand (`see`), in its own order. */
export async function seeAlso(slug: string): Promise<NamedThing[]> {
  return rows(
    NamedThing,
    `SELECT n.* FROM "Link" l JOIN (${named()}) AS n ON n."slug" = l."toSlug"
     WHERE l."fromSlug" = $1 AND l."via" = 'see' ORDER BY l."position"`,
    [slug],
  );
}

/** Every slug that a reader may follow; for naming the nearest when a page is not found. */
export async function allReadableSlugs(): Promise<NamedThing[]> {
  return rows(NamedThing, `SELECT * FROM (${named()}) AS "named" ORDER BY "slug"`);
}
