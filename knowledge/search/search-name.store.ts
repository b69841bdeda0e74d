import type { ClientBase } from "pg";
import { z } from "zod";

import { execute, rows } from "#knowledge/database/query";
import { currentAudience } from "#knowledge/people/audience";

/** What one can search by, in the order in which kinds are suggested. */
const SearchNameKind = z.enum(["class", "organization", "product", "term"]);

// Words without signs: who types "out of bounds" means "out-of-bounds" too.
const plain = (text: string) => `regexp_replace(${text}, '[^[:alnum:]]+', ' ', 'g')`;

// Visitors know of the organisations and products that public incidents name, and of what these
// organisations are parts of. This is written down for both audiences, whoever causes it.
const insertion = `
  WITH RECURSIVE open AS (SELECT "documentId" FROM "Incident" WHERE "visibility" = 'public'),
  named AS (
    SELECT "organizationSlug" AS "slug" FROM "IncidentOrganization" JOIN open USING ("documentId")
    UNION SELECT o."parentSlug" FROM "Organization" o JOIN named USING ("slug") WHERE o."parentSlug" IS NOT NULL),
  sold AS (SELECT DISTINCT "productSlug" AS "slug" FROM "IncidentProduct" JOIN open USING ("documentId"))
  INSERT INTO "SearchName" ("kind", "slug", "label", "isAlias", "isPublic", "words")
  SELECT DISTINCT ON (n."kind", n."slug", n."label") n."kind"::"SearchNameKind", n."slug", n."label", n."isAlias",
    CASE n."kind" WHEN 'organization' THEN n."slug" IN (SELECT "slug" FROM named)
      WHEN 'product' THEN n."slug" IN (SELECT "slug" FROM sold) ELSE true END,
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

const Likeness = z.object({
  kind: SearchNameKind,
  slug: z.string(),
  name: z.string(),
  /** The alias that was typed, where it was not the name. */
  alias: z.string().nullable(),
});
/** Something that is called as was typed. */
export type Likeness = z.infer<typeof Likeness>;

/** How many things are suggested at a time. */
const suggestionLimit = 10;

/**
 * Things whose name or alias holds words that begin as what was typed: first those called just that,
 * then those that begin so, then the others; classes before organisations, products and terms.
 */
export async function namesLike(typed: string): Promise<Likeness[]> {
  const words =
    typed
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, 8) ?? [];
  if (words.length === 0) return [];
  // Left out before the first ten are chosen: a gap would be a trace.
  const known = currentAudience() === "members" ? "TRUE" : `"isPublic"`;
  return rows(
    Likeness,
    `WITH hit AS (
       SELECT "kind", "slug", "label", "isAlias", CASE
         WHEN trim(lower(${plain('"label"')})) = $2 THEN 0
         WHEN starts_with(lower(${plain('"label"')}), $2) THEN 1 ELSE 2 END AS "rank"
       FROM "SearchName" WHERE "words" @@ to_tsquery('simple', $1) AND ${known}),
     best AS (SELECT DISTINCT ON ("kind", "slug") * FROM hit ORDER BY "kind", "slug", "rank", "isAlias", length("label")),
     shown AS (SELECT * FROM best ORDER BY "rank", "kind", "isAlias", length("label"), "slug" LIMIT ${suggestionLimit})
     SELECT s."kind"::text, s."slug", n."label" AS "name", CASE WHEN s."isAlias" THEN s."label" END AS "alias"
     FROM shown s JOIN "SearchName" n ON n."kind" = s."kind" AND n."slug" = s."slug" AND NOT n."isAlias"
     ORDER BY s."rank", array_position(ARRAY['class', 'organization', 'product', 'term'], s."kind"::text),
       s."isAlias", length(s."label"), s."slug"`,
    [words.map((word) => `${word}:*`).join(" & "), words.join(" ")],
  );
}
