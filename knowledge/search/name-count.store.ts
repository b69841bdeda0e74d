import { z } from "zod";

import { rows } from "#knowledge/database/query";

import type { Documents, Tally } from "./counting.store";

/** Of more documents than this, names are counted over the newest only. */
export const namesCountedOver = 5_000;

/** How many organisations or products a facet tells at most, those of most incidents first. */
export const namesPerFacet = 500;

const NameTally = z.object({ slug: z.string(), whole: z.number(), partial: z.number() });

export interface NameTallies {
  readonly tallies: ReadonlyMap<string, Tally>;
  /** The figures are the least that they can be. */
  readonly isAtLeast: boolean;
}

const organizations = `
  WITH RECURSIVE above AS (
    SELECT "slug", "slug" AS "ancestor" FROM "Organization"
    UNION SELECT a."slug", o."parentSlug" FROM above a JOIN "Organization" o ON o."slug" = a."ancestor"
    WHERE o."parentSlug" IS NOT NULL),
  named AS (
    SELECT DISTINCT d."documentId", d."isWhole", a."ancestor" AS "slug"
    FROM counted d JOIN "IncidentOrganization" x USING ("documentId") JOIN above a ON a."slug" = x."organizationSlug")`;

const products = `
  WITH named AS (
    SELECT d."documentId", d."isWhole", x."productSlug" AS "slug"
    FROM counted d JOIN "IncidentProduct" x USING ("documentId"))`;

/** How many of these documents belong to each organisation (or a part of it), or to each product. */
export async function countNames(
  kind: "organization" | "product",
  { whole, partial }: Documents,
): Promise<NameTallies> {
  const [wholeIds, partialIds] = [whole.ids(), partial.ids()];
  const isAtLeast = wholeIds.length + partialIds.length > namesCountedOver;
  const named = (kind === "organization" ? organizations : products).replace(
    "counted",
    `(SELECT "documentId", "isWhole" FROM unnest($1::int[], $2::bool[]) AS u("documentId", "isWhole")
      JOIN "SearchEntry" USING ("documentId") ORDER BY "startedKey" DESC LIMIT ${namesCountedOver})`,
  );
  const found = await rows(
    NameTally,
    `${named}
     SELECT "slug", count(*) FILTER (WHERE "isWhole")::int AS "whole",
       count(*) FILTER (WHERE NOT "isWhole")::int AS "partial"
     FROM named GROUP BY 1 ORDER BY count(*) DESC, "slug" LIMIT ${namesPerFacet}`,
    [
      [...wholeIds, ...partialIds],
      [...wholeIds.map(() => true), ...partialIds.map(() => false)],
    ],
  );
  return {
    tallies: new Map(found.map(({ slug, ...tally }) => [slug, tally])),
    isAtLeast,
  };
}
