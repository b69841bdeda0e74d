import { z } from "zod";

import { rowOrNull, rows } from "#knowledge/database/query";
import { momentOf } from "#knowledge/incident/moment";
import { readable } from "#knowledge/people/audience.store";

import type { Condition, Surroundings } from "./condition";
import { keptWhileSame } from "./block-version.store";
import { DocumentIds } from "./document-ids";
import { DocumentSet } from "./document-set";
import { factorsWithAll } from "./kept-factors.store";
import { postingKey } from "./posting-key";
import type { Query } from "./query";

/** All that the conditions of a query depend on besides the query. */
export async function surroundingsOf(query: Query): Promise<Surroundings & { years: Years }> {
  const [classesOf, years, ofOrganizations, ofProducts, factorsOfAll] = await Promise.all([
    classesByFamily(),
    yearsInIndex(),
    query.org.length === 0 ? null : documentsOfOrganizations(query.org),
    query.product.length === 0 ? null : documentsOfProducts(query.product),
    query.match === "factor" && query.class.length > 0 ? factorsWithAll(query.class) : null,
  ]);
  const [from, to] = await Promise.all([fromCondition(query, years), toCondition(query, years)]);
  return { classesOf, years, ofOrganizations, ofProducts, factorsOfAll, from, to };
}

/** The classes of each family, in their order. */
export const classesByFamily = keptWhileSame(async () => {
  const found = await rows(
    z.object({ familySlug: z.string(), classes: z.array(z.string()) }),
    `SELECT "familySlug", array_agg("slug" ORDER BY "position") AS "classes" FROM "FailureClass" GROUP BY 1`,
  );
  return new Map(found.map(({ familySlug, classes }) => [familySlug, classes]));
});

/** The years, ascending, that the moments of incidents span. */
export type Years = readonly number[];

/** The years in which incidents may have begun, ascending and without a gap. */
export const yearsInIndex = keptWhileSame(async (): Promise<Years> => {
  // Each end comes from the end of an index; a moment's own end is exclusive.
  const ends = await rowOrNull(
    z.object({ least: z.number().nullable(), most: z.number().nullable() }),
    `SELECT extract(year FROM least(min("startedFirst"), min("startedLast") - interval '1 millisecond') AT TIME ZONE 'UTC')::int AS "least",
       extract(year FROM greatest(max("startedFirst"), max("startedLast") - interval '1 millisecond') AT TIME ZONE 'UTC')::int AS "most"
     FROM "Incident" i WHERE ${readable("i")}`,
  );
  const { least = null, most = null } = ends ?? {};
  if (least === null || most === null) return [];
  return Array.from({ length: most - least + 1 }, (_, at) => least + at);
});

function documentsOfOrganizations(slugs: readonly string[]): Promise<DocumentSet> {
  return documentsOf(
    `WITH RECURSIVE part AS (
       SELECT "slug" FROM "Organization" WHERE "slug" = ANY($1::text[])
       UNION SELECT o."slug" FROM "Organization" o JOIN part ON o."parentSlug" = part."slug")
     SELECT "documentId" FROM "IncidentOrganization" WHERE "organizationSlug" IN (SELECT "slug" FROM part)`,
    [slugs],
  );
}

function documentsOfProducts(slugs: readonly string[]): Promise<DocumentSet> {
  return documentsOf(
    `SELECT "documentId" FROM "IncidentProduct" WHERE "productSlug" = ANY($1::text[])`,
    [slugs],
  );
}

// Whole years are postings. Of the year in which a filter begins or ends by month or day, the
// documents are looked up.
async function fromCondition({ from }: Query, years: Years): Promise<Condition[]> {
  if (from === null) return [];
  const bound = momentOf(from).first;
  const year = new Date(bound).getUTCFullYear();
  const isWholeYear = bound === Date.UTC(year, 0, 1);
  const later = years.filter((one) => one > year || (isWholeYear && one === year));
  const documents = isWholeYear
    ? undefined
    : await documentsBetween("startedLast", bound + 1, Date.UTC(year + 1, 0, 1));
  return [{ dimension: "when", keys: [...later, null].map(postingKey.lastYear), documents }];
}

async function toCondition({ to }: Query, years: Years): Promise<Condition[]> {
  if (to === null) return [];
  const bound = momentOf(to).last;
  const year = new Date(bound).getUTCFullYear();
  const isWholeYear = bound === Date.UTC(year, 0, 1);
  const earlier = years.filter((one) => one < year);
  const documents = isWholeYear
    ? undefined
    : await documentsBetween("startedFirst", Date.UTC(year, 0, 1), bound - 1);
  return [{ dimension: "when", keys: [...earlier, null].map(postingKey.firstYear), documents }];
}

/** Documents of which this end of `started` lies between two times, both inclusive, in milliseconds. */
async function documentsBetween(
  column: "startedFirst" | "startedLast",
  least: number,
  most: number,
): Promise<DocumentSet> {
  return documentsOf(
    `SELECT "documentId" FROM "Incident" WHERE "${column}" BETWEEN $1::timestamptz AND $2::timestamptz`,
    [new Date(least).toISOString(), new Date(most).toISOString()],
  );
}

/** The documents that a statement gives, however many. */
async function documentsOf(statement: string, values: readonly unknown[]): Promise<DocumentSet> {
  const found = await rowOrNull(
    z.object({ ids: DocumentIds }),
    `SELECT coalesce(string_agg(int4send("documentId"), ''::bytea), ''::bytea) AS "ids" FROM (${statement}) AS found`,
    values,
  );
  return DocumentSet.of(found?.ids ?? []);
}
