import { z } from "zod";

import { rows } from "#knowledge/database/query";
import { IncidentLine, incidentLineColumns } from "#knowledge/incident/incident.store";
import { momentOf } from "#knowledge/incident/moment";

import { emptyQuery, resultsPerPage, type Query, type Sort } from "./query";

/** What a query finds: how many incidents in all, and one page of them. */
export interface Results {
  readonly total: number;
  readonly incidents: readonly IncidentLine[];
}

// One statement for every combination of conditions; a parameter that is null asks for nothing. The
// meaning of each condition is DESIGN, "The search query".
const conditions = `
  WITH RECURSIVE part AS (
    SELECT "slug" FROM "Organization" WHERE "slug" = ANY($8::text[])
    UNION SELECT o."slug" FROM "Organization" o JOIN part ON o."parentSlug" = part."slug"),
  fitting AS NOT MATERIALIZED (
    SELECT * FROM "Factor" f
    WHERE ($5::text[] IS NULL OR f."role"::text = ANY($5))
      AND ($6::text[] IS NULL OR f."standing"::text = ANY($6)))
  SELECT i.* FROM "Incident" i
  WHERE i."visibility" = 'public'
    AND ($1::text = '' OR i."search" @@ websearch_to_tsquery('english', $1))
    AND ($2::text[] IS NULL OR CASE $7::text
      WHEN 'factor' THEN EXISTS (SELECT 1 FROM fitting f WHERE f."documentId" = i."documentId"
        AND (SELECT count(*) FROM "FactorClass" fc WHERE fc."documentId" = f."documentId"
          AND fc."rowId" = f."rowId" AND fc."classSlug" = ANY($2)) = cardinality($2))
      ELSE (SELECT count(DISTINCT fc."classSlug") FROM fitting f
        JOIN "FactorClass" fc USING ("documentId", "rowId")
        WHERE f."documentId" = i."documentId" AND fc."classSlug" = ANY($2))
        >= CASE $7::text WHEN 'any' THEN 1 ELSE cardinality($2) END
      END)
    AND ($3::text[] IS NULL OR EXISTS (SELECT 1 FROM fitting f
      JOIN "FactorClass" fc USING ("documentId", "rowId")
      JOIN "FailureClass" c ON c."slug" = fc."classSlug"
      WHERE f."documentId" = i."documentId" AND c."familySlug" = ANY($3)))
    AND ($4::text[] IS NULL OR NOT EXISTS (SELECT 1 FROM "FactorClass" fc
      WHERE fc."documentId" = i."documentId" AND fc."classSlug" = ANY($4)))
    AND ($2::text[] IS NOT NULL OR $3::text[] IS NOT NULL OR ($5::text[] IS NULL AND $6::text[] IS NULL)
      OR EXISTS (SELECT 1 FROM fitting f WHERE f."documentId" = i."documentId"))
    AND ($8::text[] IS NULL OR EXISTS (SELECT 1 FROM "IncidentOrganization" x
      WHERE x."documentId" = i."documentId" AND x."organizationSlug" IN (SELECT "slug" FROM part)))
    AND ($9::text[] IS NULL OR EXISTS (SELECT 1 FROM "IncidentProduct" x
      WHERE x."documentId" = i."documentId" AND x."productSlug" = ANY($9)))
    AND ($10::text[] IS NULL OR EXISTS (SELECT 1 FROM "IncidentSector" x
      WHERE x."documentId" = i."documentId" AND x."sector"::text = ANY($10)))
    AND ($11::text[] IS NULL OR i."severity"::text = ANY($11))
    AND ($12::text[] IS NULL OR i."kind"::text = ANY($12))
    AND ($13::timestamptz IS NULL OR i."startedLast" IS NULL OR i."startedLast" > $13)
    AND ($14::timestamptz IS NULL OR i."startedFirst" IS NULL OR i."startedFirst" < $14)`;

const orders: Record<Sort, string> = {
  relevance: `ts_rank_cd(i."search", websearch_to_tsquery('english', $1)) DESC, i."startedFirst" DESC NULLS LAST`,
  date: `i."startedFirst" DESC NULLS LAST`,
  severity: `i."severity", i."startedFirst" DESC NULLS LAST`,
  duration: `i."resolvedIn" DESC NULLS LAST`,
  factors: `(SELECT count(*) FROM "Factor" f LEFT JOIN "FactorClass" fc USING ("documentId", "rowId")
      LEFT JOIN "FailureClass" c ON c."slug" = fc."classSlug"
    WHERE f."documentId" = i."documentId"
      AND ($5::text[] IS NULL OR f."role"::text = ANY($5)) AND ($6::text[] IS NULL OR f."standing"::text = ANY($6))
      AND ($2::text[] IS NULL OR fc."classSlug" = ANY($2)) AND ($3::text[] IS NULL OR c."familySlug" = ANY($3))) DESC`,
};

/** Runs a query over all public incidents. */
export async function findIncidents(query: Query): Promise<Results> {
  const sort = query.sort ?? (query.q === "" ? "date" : "relevance");
  const found = await rows(
    IncidentLine.extend({ total: z.number() }),
    `SELECT ${incidentLineColumns}, count(*) OVER ()::int AS "total" FROM (${conditions}) AS i
     ORDER BY ${orders[sort]}, i."slug" LIMIT ${resultsPerPage} OFFSET $15`,
    [...parametersOf(query), (query.page - 1) * resultsPerPage],
  );
  if (found.length > 0 || query.page === 1)
    return { total: found[0]?.total ?? 0, incidents: found };
  // A page beyond the end: say how many there are, so that the page can lead back.
  const first = await findIncidents({ ...query, page: 1 });
  return { total: first.total, incidents: [] };
}

function parametersOf(query: Query): unknown[] {
  const given = (values: readonly string[]) => (values.length === 0 ? null : values);
  const time = (milliseconds: number) => new Date(milliseconds).toISOString();
  return [
    query.q,
    given(query.class),
    given(query.family),
    given(query.notClass),
    given(query.role),
    given(query.standing),
    query.match,
    given(query.org),
    given(query.product),
    given(query.sector),
    given(query.severity),
    given(query.kind),
    query.from === null ? null : time(momentOf(query.from).first),
    query.to === null ? null : time(momentOf(query.to).last),
  ];
}

const Year = z.object({
  year: z.number(),
  /** How many incidents a query finds with this year in place of its `from` and `to`. */
  incidents: z.number(),
  /** The same with this year as `to` alone: the incidents that may have begun by its end. */
  upTo: z.number(),
});
export type Year = z.infer<typeof Year>;

/**
 * The years in which incidents may have begun, newest first. As with `from` and `to`, one whose
 * moment reaches over several years counts under each of them; only years that the public collection
 * spans are given, since `before 2015` reaches back for ever. Without a query, for all public ones.
 */
export async function countYears(query: Query = emptyQuery): Promise<Year[]> {
  return rows(
    Year,
    // Ends are exclusive, so a millisecond before one is the last year that a moment reaches.
    `WITH reach AS (
       SELECT "documentId", extract(year FROM "startedFirst" AT TIME ZONE 'UTC')::int AS "first",
         extract(year FROM ("startedLast" - interval '1 millisecond') AT TIME ZONE 'UTC')::int AS "last"
       FROM "Incident" WHERE "visibility" = 'public'),
     spanned AS (
       SELECT generate_series(min(least("first", "last")), max(greatest("first", "last"))) AS "year"
       FROM reach),
     found AS (
       SELECT r."first", r."last", count(*) AS "incidents"
       FROM (${conditions}) AS i JOIN reach r USING ("documentId") GROUP BY 1, 2)
     SELECT s."year", sum(f."incidents")::int AS "upTo",
       (sum(f."incidents") FILTER (WHERE f."last" IS NULL OR f."last" >= s."year"))::int AS "incidents"
     FROM spanned s JOIN found f ON f."first" IS NULL OR f."first" <= s."year"
     GROUP BY s."year" HAVING bool_or(f."last" IS NULL OR f."last" >= s."year")
     ORDER BY s."year" DESC`,
    parametersOf({ ...query, from: null, to: null }),
  );
}

const SharedClass = z.object({ slug: z.string(), name: z.string(), incidents: z.number() });

/**
 * The classes that most of a query's incidents name in a fitting factor, without those that it asks
 * for; each with how many incidents the query finds when the class is added to it (`match=all`).
 */
export async function classesAmong(
  query: Query,
  count: number,
): Promise<z.infer<typeof SharedClass>[]> {
  return rows(
    SharedClass,
    `SELECT c."slug", c."name", count(DISTINCT i."documentId")::int AS "incidents"
     FROM (${conditions}) AS i
     JOIN "Factor" f ON f."documentId" = i."documentId"
     JOIN "FactorClass" fc ON fc."documentId" = f."documentId" AND fc."rowId" = f."rowId"
     JOIN "FailureClass" c ON c."slug" = fc."classSlug"
     WHERE ($5::text[] IS NULL OR f."role"::text = ANY($5))
       AND ($6::text[] IS NULL OR f."standing"::text = ANY($6))
       AND ($2::text[] IS NULL OR c."slug" <> ALL($2))
     GROUP BY c."slug" ORDER BY 3 DESC, c."name" LIMIT $15`,
    [...parametersOf(query), count],
  );
}
