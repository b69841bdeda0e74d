import type { ClientBase } from "pg";
import { z } from "zod";

import { execute, rows } from "#knowledge/database/query";

import { postingKey } from "./posting-key";

/** What one can search by, in the order in which kinds are suggested. */
export const SearchNameKind = z.enum(["class", "organization", "product", "term"]);
export type SearchNameKind = z.infer<typeof SearchNameKind>;

// Words without signs: who types "out of bounds" means "out-of-bounds" too.
const plain = (text: string) => `regexp_replace(${text}, '[^[:alnum:]]+', ' ', 'g')`;

const insertion = `
  INSERT INTO "SearchName" ("kind", "slug", "label", "isAlias", "words")
  SELECT DISTINCT ON (n."kind", n."slug", n."label") n."kind"::"SearchNameKind", n."slug", n."label", n."isAlias",
    to_tsvector('simple', ${plain('n."label"')})
  FROM (
    SELECT 'class' AS "kind", "slug", "name" AS "label", false AS "isAlias" FROM "FailureClass"
    UNION ALL SELECT 'class', "slug", unnest("aka"), true FROM "FailureClass"
    UNION ALL SELECT 'organization', "slug", "name", false FROM "Organization"
    UNION ALL SELECT 'organization', "slug", unnest("aka"), true FROM "Organization"
    UNION ALL SELECT 'product', "slug", "name", false FROM "Product"
    UNION ALL SELECT 'term', "slug", "name", false FROM "Term"
    UNION ALL SELECT 'term', "slug", unnest("aka"), true FROM "Term") AS n
  ORDER BY n."kind", n."slug", n."label", n."isAlias"`;

/** Writes down anew what everything that one can search by is called. */
export async function writeSearchNames(connection: ClientBase): Promise<void> {
  await execute(`DELETE FROM "SearchName"`, [], connection);
  await execute(insertion, [], connection);
}

const Suggestion = z.object({
  kind: SearchNameKind,
  slug: z.string(),
  name: z.string(),
  /** The alias that was typed, where it was not the name. */
  alias: z.string().nullable(),
  /** How many public incidents have it; for a term, how many hold its name. */
  incidents: z.number(),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** How many things are suggested at a time. */
export const suggestionLimit = 10;

// A thing that only members' incidents name has no public incident, and is not hinted at.
const incidentsOf = `
  CASE s."kind"
    WHEN 'class' THEN (SELECT coalesce(sum(bit_count(p."members" & v."members")), 0)::int FROM "Posting" p
      JOIN "Posting" v ON v."block" = p."block" AND v."key" = '${postingKey.public}'
      WHERE p."key" = 'class:' || s."slug")
    WHEN 'organization' THEN (
      WITH RECURSIVE part AS (
        SELECT s."slug" UNION SELECT o."slug" FROM "Organization" o JOIN part ON o."parentSlug" = part."slug")
      SELECT count(DISTINCT x."documentId")::int FROM "IncidentOrganization" x
      JOIN "Incident" i ON i."documentId" = x."documentId" AND i."visibility" = 'public'
      WHERE x."organizationSlug" IN (SELECT "slug" FROM part))
    WHEN 'product' THEN (SELECT count(*)::int FROM "IncidentProduct" x
      JOIN "Incident" i ON i."documentId" = x."documentId" AND i."visibility" = 'public'
      WHERE x."productSlug" = s."slug")
    ELSE (SELECT count(*)::int FROM "SearchText" t JOIN "SearchEntry" e USING ("documentId")
      WHERE t."text" @@ phraseto_tsquery('english', s."name") AND '${postingKey.public}' = ANY(e."keys"))
  END`;

/**
 * Things whose name or alias holds words that begin as what was typed: first those called just that,
 * then those that begin so, then the others; classes before organisations, products and terms.
 */
export async function suggestNames(typed: string): Promise<Suggestion[]> {
  const words =
    typed
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, 8) ?? [];
  if (words.length === 0) return [];
  return rows(
    Suggestion,
    `WITH hit AS (
       SELECT "kind", "slug", "label", "isAlias", CASE
         WHEN trim(lower(${plain('"label"')})) = $2 THEN 0
         WHEN starts_with(lower(${plain('"label"')}), $2) THEN 1 ELSE 2 END AS "rank"
       FROM "SearchName" WHERE "words" @@ to_tsquery('simple', $1)),
     best AS (SELECT DISTINCT ON ("kind", "slug") * FROM hit ORDER BY "kind", "slug", "rank", "isAlias", length("label")),
     shown AS (SELECT * FROM best ORDER BY "rank", "kind", "isAlias", length("label"), "slug" LIMIT ${suggestionLimit}),
     s AS (SELECT shown."kind"::text, shown."slug", shown."rank", shown."isAlias", shown."label",
         CASE WHEN shown."isAlias" THEN shown."label" END AS "alias", n."label" AS "name"
       FROM shown JOIN "SearchName" n ON n."kind" = shown."kind" AND n."slug" = shown."slug" AND NOT n."isAlias")
     SELECT "kind", "slug", "name", "alias", "incidents" FROM (SELECT s.*, ${incidentsOf} AS "incidents" FROM s) AS counted
     WHERE "kind" IN ('class', 'term') OR "incidents" > 0
     ORDER BY "rank", array_position(ARRAY['class', 'organization', 'product', 'term'], "kind"), "isAlias", length("label"), "slug"`,
    [words.map((word) => `${word}:*`).join(" & "), words.join(" ")],
  );
}
