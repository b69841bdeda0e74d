import { z } from "zod";

import { rows } from "#knowledge/database/query";

const Named = z.object({ slug: z.string(), name: z.string() });

/**
 * The names of those of these organisations that a public reader may know of: a public incident
 * names them, or a part of them.
 */
export async function organizationNames(slugs: readonly string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const found = await rows(
    Named,
    `WITH RECURSIVE part AS (
       SELECT "slug" AS "whole", "slug" FROM "Organization" WHERE "slug" = ANY($1::text[])
       UNION SELECT p."whole", o."slug" FROM "Organization" o JOIN part p ON o."parentSlug" = p."slug")
     SELECT o."slug", o."name" FROM "Organization" o WHERE o."slug" = ANY($1::text[]) AND EXISTS (
       SELECT FROM part p JOIN "IncidentOrganization" x ON x."organizationSlug" = p."slug"
       JOIN "Incident" i USING ("documentId") WHERE p."whole" = o."slug" AND i."visibility" = 'public')`,
    [slugs],
  );
  return new Map(found.map(({ slug, name }) => [slug, name]));
}

/** The same for products: those that a public incident names. */
export async function productNames(slugs: readonly string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const found = await rows(
    Named,
    `SELECT p."slug", p."name" FROM "Product" p WHERE p."slug" = ANY($1::text[]) AND EXISTS (
       SELECT FROM "IncidentProduct" x JOIN "Incident" i USING ("documentId")
       WHERE x."productSlug" = p."slug" AND i."visibility" = 'public')`,
    [slugs],
  );
  return new Map(found.map(({ slug, name }) => [slug, name]));
}
