import { z } from "zod";

import { rows } from "#knowledge/database/query";

import type { Documents, Tally } from "./counting.store";

/** Of more documents than this, names are counted over those only that entered the library last. */
export const namesCountedOver = 1_000;

/** How many organisations or products a facet tells at most, those of most incidents first. */
export const namesPerFacet = 500;

const NameTally = z.object({ slug: z.string(), whole: z.number(), partial: z.number() });

export interface NameTallies {
  readonly tallies: ReadonlyMap<string, Tally>;
  /** The figures are the least that they can be. */
  readonly isAtLeast: boolean;
}

// A parent organisation counts the incidents of its parts, each once.
const organizations = `
  WITH RECURSIVE named AS (
    SELECT c."documentId", c."isWhole", x."organizationSlug" AS "slug"
    FROM counted c JOIN "IncidentOrganization" x USING ("documentId")
    UNION SELECT n."documentId", n."isWhole", o."parentSlug"
    FROM named n JOIN "Organization" o ON o."slug" = n."slug" WHERE o."parentSlug" IS NOT NULL)
  SELECT * FROM named`;

const products = `
  SELECT c."documentId", c."isWhole", x."productSlug" AS "slug"
  FROM counted c JOIN "IncidentProduct" x USING ("documentId")`;

/** How many of these documents belong to each organisation (or a part of it), or to each product. */
export async function countNames(
  kind: "organization" | "product",
  documents: Documents,
): Promise<NameTallies> {
  const counted = latestOf(documents);
  const ids = [...counted.whole, ...counted.partial];
  const found = await rows(
    NameTally,
    `WITH counted AS MATERIALIZED (
       SELECT "documentId", "number" <= $2 AS "isWhole"
       FROM unnest($1::int[]) WITH ORDINALITY AS u("documentId", "number"))
     SELECT "slug", count(*) FILTER (WHERE "isWhole")::int AS "whole",
       count(*) FILTER (WHERE NOT "isWhole")::int AS "partial"
     FROM (${kind === "organization" ? organizations : products}) AS named
     GROUP BY 1 ORDER BY count(*) DESC, "slug" LIMIT ${namesPerFacet}`,
    [ids, counted.whole.length],
  );
  return {
    tallies: new Map(found.map(({ slug, ...tally }) => [slug, tally])),
    isAtLeast: documents.whole.size > counted.whole.length,
  };
}

function latestOf({ whole, partial }: Documents) {
  return {
    whole: whole.latest(namesCountedOver),
    // Where many hold all words, those that lack one are of no account.
    partial: whole.size + partial.size <= namesCountedOver ? partial.ids() : [],
  };
}
