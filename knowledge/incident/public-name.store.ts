import { z } from "zod";

import { rows } from "#knowledge/database/query";
import { readable } from "#knowledge/people/audience.store";

const Named = z.object({ slug: z.string(), name: z.string() });

/**
 * The names of those of these organisations that a reader may know of: an incident which they
 * may read names them, or a part of them.
 */
export async function organizationNames(slugs: readonly string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const found = await rows(
    Named,
    // Asked for each by itself, so that one incident of a well-known organisation answers it.
    `SELECT o."slug", o."name" FROM "Organization" o WHERE o."slug" = ANY($1::text[]) AND (
       WITH RECURSIVE part AS (
         SELECT o."slug" UNION SELECT q."slug" FROM "Organization" q JOIN part p ON q."parentSlug" = p."slug")
       SELECT EXISTS (SELECT FROM part p CROSS JOIN LATERAL (
         SELECT FROM "IncidentOrganization" x JOIN "Incident" i USING ("documentId")
         WHERE x."organizationSlug" = p."slug" AND ${readable("i")} LIMIT 1) AS one))`,
    [slugs],
  );
  return new Map(found.map(({ slug, name }) => [slug, name]));
}

/** The same for products: those that such an incident names. */
export async function productNames(slugs: readonly string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const found = await rows(
    Named,
    `SELECT p."slug", p."name" FROM "Product" p CROSS JOIN LATERAL (
       SELECT FROM "IncidentProduct" x JOIN "Incident" i USING ("documentId")
       WHERE x."productSlug" = p."slug" AND ${readable("i")} LIMIT 1) AS one
     WHERE p."slug" = ANY($1::text[])`,
    [slugs],
  );
  return new Map(found.map(({ slug, name }) => [slug, name]));
}
