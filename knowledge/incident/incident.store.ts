import { z } from "zod";

import { rowOrNull, rows } from "#knowledge/database/query";
import { readable } from "#knowledge/people/audience.store";

import { IncidentRecord } from "./document";
import { Outcome, Role, Severity, Standing } from "./vocabulary";

/**
 * Published incidents as readers see them. Every statement here looks only at documents that those
 * for whom is being read may know of: what a visitor may not see is in no answer to one.
 */

const Named = z.object({ slug: z.string(), name: z.string() });
const Heading = z.object({ id: z.string(), depth: z.number(), text: z.string() });

/** One incident whole, for its page and its twins. */
export const PublishedIncident = z.object({
  slug: z.string(),
  record: IncidentRecord,
  storyHtml: z.string(),
  storyHeadings: z.array(Heading),
  organizations: z.array(Named),
  products: z.array(Named),
  /** The slug of `/sources/<slug>` for each of the document's citations, by the citation's id. */
  sourceSlugs: z.record(z.string(), z.string()),
  revisionNumber: z.number(),
  publishedAt: z.coerce.date(),
});
export type PublishedIncident = z.infer<typeof PublishedIncident>;

const incidentBySlug = () => `
  SELECT i."slug", i."record", r."storyHtml", r."storyHeadings", r."number" AS "revisionNumber",
    p."publishedAt",
    coalesce((SELECT json_agg(json_build_object('slug', o."slug", 'name', o."name") ORDER BY io."position")
      FROM "IncidentOrganization" io JOIN "Organization" o ON o."slug" = io."organizationSlug"
      WHERE io."documentId" = i."documentId"), '[]') AS "organizations",
    coalesce((SELECT json_agg(json_build_object('slug', pr."slug", 'name', pr."name") ORDER BY ip."position")
      FROM "IncidentProduct" ip JOIN "Product" pr ON pr."slug" = ip."productSlug"
      WHERE ip."documentId" = i."documentId"), '[]') AS "products",
    coalesce((SELECT json_object_agg(c."rowId", c."sourceSlug")
      FROM "Citation" c WHERE c."documentId" = i."documentId"), '{}') AS "sourceSlugs"
  FROM "Incident" i
  JOIN "Document" d ON d."id" = i."documentId"
  JOIN "Publication" p ON p."id" = d."publicationId"
  JOIN "Revision" r ON r."id" = p."revisionId"
  WHERE i."slug" = $1 AND ${readable("i")}`;

/** The published incident of this slug; null when there is none that the public may read. */
export async function findIncident(slug: string): Promise<PublishedIncident | null> {
  return rowOrNull(PublishedIncident, incidentBySlug(), [slug]);
}

/** The published document of a slug, byte for byte; null as for `findIncident`. */
export async function findDocumentSource(slug: string): Promise<string | null> {
  const row = await rowOrNull(
    z.object({ source: z.string() }),
    `SELECT r."source" FROM "Incident" i
       JOIN "Document" d ON d."id" = i."documentId"
       JOIN "Publication" p ON p."id" = d."publicationId"
       JOIN "Revision" r ON r."id" = p."revisionId"
     WHERE i."slug" = $1 AND ${readable("i")}`,
    [slug],
  );
  return row?.source ?? null;
}

/** Where a slug leads that is no published incident: on to another one, or to a withdrawn page. */
export type Elsewhere =
  | { kind: "moved"; slug: string }
  | { kind: "archived"; slug: string }
  | { kind: "nowhere" };

export async function findElsewhere(slug: string): Promise<Elsewhere> {
  const row = await rowOrNull(
    z.object({ slug: z.string(), state: z.string() }),
    `SELECT target."slug", target."state"::text FROM "Document" d
       LEFT JOIN "FormerSlug" f ON f."documentId" = d."id" AND f."slug" = $1
       JOIN "Document" target ON target."id" = coalesce(d."mergedIntoId", d."id")
     WHERE (d."slug" = $1 OR f."slug" = $1) AND ${readable("target")}
       AND (target."state" = 'archived' OR (target."state" = 'published' AND target."slug" <> $1))
     LIMIT 1`,
    [slug],
  );
  if (!row) return { kind: "nowhere" };
  return row.state === "archived"
    ? { kind: "archived", slug: row.slug }
    : { kind: "moved", slug: row.slug };
}

/** An incident as a line of a list. */
export const IncidentLine = z.object({
  slug: z.string(),
  title: z.string(),
  kind: z.enum(["incident", "near-miss"]),
  severity: Severity,
  started: z.string(),
  summary: z.string(),
  recorded: z.string(),
  organizations: z.array(Named),
});
export type IncidentLine = z.infer<typeof IncidentLine>;

/** The columns of `IncidentLine` for a statement over `"Incident" i`; shared by every list of incidents. */
export const incidentLineColumns = `
  i."slug", i."title", i."kind"::text, i."severity"::text, i."started", i."summary", i."recorded",
  coalesce((SELECT json_agg(json_build_object('slug', o."slug", 'name', o."name") ORDER BY io."position")
    FROM "IncidentOrganization" io JOIN "Organization" o ON o."slug" = io."organizationSlug"
    WHERE io."documentId" = i."documentId"), '[]') AS "organizations"`;

/** Incidents by the ids of their documents, as lines of a list. */
export async function linesOf(
  documentIds: readonly number[],
): Promise<ReadonlyMap<number, IncidentLine>> {
  const lines = await rows(
    IncidentLine.extend({ documentId: z.number() }),
    `SELECT i."documentId", ${incidentLineColumns} FROM "Incident" i
     WHERE i."documentId" = ANY($1::int[]) AND ${readable("i")}`,
    [documentIds],
  );
  return new Map(lines.map(({ documentId, ...line }) => [documentId, line]));
}

const byDate = `ORDER BY i."startedFirst" DESC NULLS LAST, i."slug"`;

/** The newest in the knowledge base: by the day they were recorded, then by when they happened. */
export async function newestIncidents(count: number): Promise<IncidentLine[]> {
  return rows(
    IncidentLine,
    `SELECT ${incidentLineColumns} FROM "Incident" i WHERE ${readable("i")}
     ORDER BY i."recorded" DESC, i."startedFirst" DESC NULLS LAST, i."slug" LIMIT $1`,
    [count],
  );
}

const SuggestedIncident = IncidentLine.extend({
  factors: z.number(),
  sources: z.number(),
  claims: z.number(),
});
export type SuggestedIncident = z.infer<typeof SuggestedIncident>;

/**
 * One incident for each number: counting up leads through the whole public collection in an order
 * that looks like none, and begins again. Null when the collection is empty.
 */
export async function incidentInTurn(turn: number): Promise<SuggestedIncident | null> {
  return rowOrNull(
    SuggestedIncident,
    `SELECT ${incidentLineColumns},
       (SELECT count(*)::int FROM "Factor" f WHERE f."documentId" = i."documentId") AS "factors",
       (SELECT count(*)::int FROM "Citation" c WHERE c."documentId" = i."documentId") AS "sources",
       (SELECT count(*)::int FROM "Claim" c WHERE c."documentId" = i."documentId") AS "claims"
     FROM "Incident" i WHERE ${readable("i")} ORDER BY md5(i."slug")
     LIMIT 1 OFFSET $1::int % greatest(1, (SELECT count(*)::int FROM "Incident" i WHERE ${readable("i")}))`,
    [turn],
  );
}

/** All incidents of an organisation and its parts, newest first. */
export async function incidentsOfOrganization(slug: string): Promise<IncidentLine[]> {
  return rows(
    IncidentLine,
    `WITH RECURSIVE part AS (
       SELECT "slug" FROM "Organization" WHERE "slug" = $1
       UNION SELECT o."slug" FROM "Organization" o JOIN part ON o."parentSlug" = part."slug")
     SELECT ${incidentLineColumns} FROM "Incident" i
     WHERE ${readable("i")} AND EXISTS (SELECT 1 FROM "IncidentOrganization" x
       WHERE x."documentId" = i."documentId" AND x."organizationSlug" IN (SELECT "slug" FROM part))
     ${byDate}`,
    [slug],
  );
}

export async function incidentsOfProduct(slug: string): Promise<IncidentLine[]> {
  return rows(
    IncidentLine,
    `SELECT ${incidentLineColumns} FROM "Incident" i JOIN "IncidentProduct" x USING ("documentId")
     WHERE ${readable("i")} AND x."productSlug" = $1 ${byDate}`,
    [slug],
  );
}

export async function incidentsOfSector(sector: string): Promise<IncidentLine[]> {
  return rows(
    IncidentLine,
    `SELECT ${incidentLineColumns} FROM "Incident" i JOIN "IncidentSector" x USING ("documentId")
     WHERE ${readable("i")} AND x."sector"::text = $1 ${byDate}`,
    [sector],
  );
}

/** Figures of the whole public collection, for the home page. */
export const Collection = z.object({
  incidents: z.number(),
  factors: z.number(),
  sources: z.number(),
  openClaims: z.number(),
});

export async function collectionFigures(): Promise<z.infer<typeof Collection>> {
  const figures = await rowOrNull(
    Collection,
    `SELECT (SELECT count(*)::int FROM "Incident" i WHERE ${readable("i")}) AS "incidents",
       (SELECT count(*)::int FROM "Factor" JOIN "Incident" i USING ("documentId")
         WHERE ${readable("i")}) AS "factors",
       (SELECT count(DISTINCT "sourceSlug")::int FROM "Citation" JOIN "Incident" i USING ("documentId")
         WHERE ${readable("i")}) AS "sources",
       (SELECT count(*)::int FROM "Claim" JOIN "Incident" i USING ("documentId")
         WHERE ${readable("i")} AND "outcome" IN ('open', 'contested')) AS "openClaims"`,
  );
  return figures ?? { incidents: 0, factors: 0, sources: 0, openClaims: 0 };
}

/** A factor of some incident, as a class's page lists it. */
export const FactorLine = z.object({
  incident: z.object({
    slug: z.string(),
    title: z.string(),
    started: z.string(),
    severity: Severity,
  }),
  organizations: z.array(Named),
  id: z.string(),
  role: Role,
  standing: Standing,
  statement: z.string(),
});
export type FactorLine = z.infer<typeof FactorLine>;

/** Every factor of a class, newest incident first, in the order of the incident's document. */
export async function factorsOfClass(classSlug: string): Promise<FactorLine[]> {
  return rows(
    FactorLine,
    `SELECT json_build_object('slug', i."slug", 'title', i."title", 'started', i."started",
         'severity', i."severity") AS "incident",
       coalesce((SELECT json_agg(json_build_object('slug', o."slug", 'name', o."name") ORDER BY io."position")
         FROM "IncidentOrganization" io JOIN "Organization" o ON o."slug" = io."organizationSlug"
         WHERE io."documentId" = i."documentId"), '[]') AS "organizations",
       f."rowId" AS "id", f."role"::text, f."standing"::text, f."statement"
     FROM "FactorClass" fc
     JOIN "Factor" f USING ("documentId", "rowId")
     JOIN "Incident" i USING ("documentId")
     WHERE fc."classSlug" = $1 AND ${readable("i")}
     ORDER BY i."startedFirst" DESC NULLS LAST, i."slug", f."position"`,
    [classSlug],
  );
}

/** A claim with its positions, wherever it was made. */
export const ClaimLine = z.object({
  incident: z.object({ slug: z.string(), title: z.string(), started: z.string() }),
  id: z.string(),
  statement: z.string(),
  outcome: Outcome,
  positions: z.array(
    z.object({
      stance: z.string(),
      note: z.string().nullable(),
      at: z.string().nullable(),
      source: z.object({
        id: z.string(),
        slug: z.string(),
        title: z.string(),
        publisher: z.string().nullable(),
      }),
    }),
  ),
});
export type ClaimLine = z.infer<typeof ClaimLine>;

/** All claims of incidents with one outcome, or with any; newest incident first. */
export async function findClaims(outcome: Outcome | null): Promise<ClaimLine[]> {
  return rows(
    ClaimLine,
    `SELECT json_build_object('slug', i."slug", 'title', i."title", 'started', i."started") AS "incident",
       c."rowId" AS "id", c."statement", c."outcome"::text,
       coalesce((SELECT json_agg(json_build_object('stance', cp."stance", 'note', cp."note",
           'at', coalesce(cp."at", ci."published"),
           'source', json_build_object('id', ci."rowId", 'slug', ci."sourceSlug", 'title', ci."title",
             'publisher', ci."publisher")) ORDER BY cp."position")
         FROM "ClaimPosition" cp JOIN "Citation" ci
           ON ci."documentId" = cp."documentId" AND ci."rowId" = cp."citationId"
         WHERE cp."documentId" = c."documentId" AND cp."claimId" = c."rowId"), '[]') AS "positions"
     FROM "Claim" c JOIN "Incident" i USING ("documentId")
     WHERE ${readable("i")} AND ($1::text IS NULL OR c."outcome"::text = $1)
     ORDER BY i."startedFirst" DESC NULLS LAST, i."slug", c."position"`,
    [outcome],
  );
}

/** How many claims have each outcome. */
export async function countClaims(): Promise<Map<Outcome, number>> {
  const counts = await rows(
    z.object({ outcome: Outcome, count: z.number() }),
    `SELECT c."outcome"::text, count(*)::int AS "count" FROM "Claim" c JOIN "Incident" i USING ("documentId")
     WHERE ${readable("i")} GROUP BY 1`,
  );
  return new Map(counts.map(({ outcome, count }) => [outcome, count]));
}
