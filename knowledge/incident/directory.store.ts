import { z } from "zod";

import { rowOrNull, rows } from "#knowledge/database/query";
import { readable } from "#knowledge/people/audience.store";

import { Sector } from "./vocabulary";

/** Who and what incidents happened to: organisations, products, sectors, with how often. */

export const OrganizationLine = z.object({
  slug: z.string(),
  name: z.string(),
  parentSlug: z.string().nullable(),
  /** Incidents of the organisation itself, without its parts. */
  incidents: z.number(),
});
export type OrganizationLine = z.infer<typeof OrganizationLine>;

/**
 * The beginning of a statement that looks at organisations a reader may know of: those that an
 * incident names which they may read, and what these are parts of. Others exist in `organizations.yaml` only.
 */
export const withKnownOrganizations = () => `
  WITH RECURSIVE named AS (
    SELECT io."organizationSlug" AS "slug" FROM "IncidentOrganization" io
      JOIN "Incident" i USING ("documentId") WHERE ${readable("i")}
    UNION SELECT o."parentSlug" FROM "Organization" o JOIN named USING ("slug")
      WHERE o."parentSlug" IS NOT NULL)`;

/** All organisations that an incident names, and what they are parts of, by name. */
export async function findOrganizations(): Promise<OrganizationLine[]> {
  return rows(
    OrganizationLine,
    `${withKnownOrganizations()}
     SELECT o."slug", o."name", o."parentSlug",
       (SELECT count(*)::int FROM "IncidentOrganization" io JOIN "Incident" i USING ("documentId")
         WHERE io."organizationSlug" = o."slug" AND ${readable("i")}) AS "incidents"
     FROM "Organization" o JOIN named USING ("slug") ORDER BY lower(o."name")`,
  );
}

const OrganizationPage = z.object({
  slug: z.string(),
  name: z.string(),
  aka: z.array(z.string()),
  parent: z.object({ slug: z.string(), name: z.string() }).nullable(),
  parts: z.array(z.object({ slug: z.string(), name: z.string() })),
});
export type OrganizationPage = z.infer<typeof OrganizationPage>;

export async function findOrganization(slug: string): Promise<OrganizationPage | null> {
  return rowOrNull(
    OrganizationPage,
    `${withKnownOrganizations()}
     SELECT o."slug", o."name", o."aka",
       (SELECT json_build_object('slug', p."slug", 'name', p."name") FROM "Organization" p
         WHERE p."slug" = o."parentSlug") AS "parent",
       coalesce((SELECT json_agg(json_build_object('slug', c."slug", 'name', c."name") ORDER BY c."name")
         FROM "Organization" c JOIN named USING ("slug") WHERE c."parentSlug" = o."slug"), '[]') AS "parts"
     FROM "Organization" o JOIN named USING ("slug") WHERE o."slug" = $1`,
    [slug],
  );
}

const ProductLine = z.object({
  slug: z.string(),
  name: z.string(),
  incidents: z.number(),
});
type ProductLine = z.infer<typeof ProductLine>;

const product = () => `
  SELECT p."slug", p."name", count(*)::int AS "incidents"
  FROM "Product" p JOIN "IncidentProduct" ip ON ip."productSlug" = p."slug"
  JOIN "Incident" i USING ("documentId") WHERE ${readable("i")}`;

export async function findProducts(): Promise<ProductLine[]> {
  return rows(ProductLine, `${product()} GROUP BY p."slug" ORDER BY lower(p."name"), p."slug"`);
}

export async function findProduct(slug: string): Promise<ProductLine | null> {
  return rowOrNull(ProductLine, `${product()} AND p."slug" = $1 GROUP BY p."slug"`, [slug]);
}

/** Incidents by sector; a sector without any is left out. */
export async function countSectors(): Promise<{ sector: Sector; incidents: number }[]> {
  return rows(
    z.object({ sector: Sector, incidents: z.number() }),
    `SELECT s."sector"::text, count(*)::int AS "incidents" FROM "IncidentSector" s
     JOIN "Incident" i USING ("documentId") WHERE ${readable("i")}
     GROUP BY 1 ORDER BY 2 DESC, 1`,
  );
}
