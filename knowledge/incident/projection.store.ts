import type { ClientBase } from "pg";

import { z } from "zod";

import { execute, rows } from "#knowledge/database/query";

import { removeUnnamedOrganizations } from "./organization.store";
import { incidentRow, listRows, type Published } from "./projection";

/**
 * The projection: the tables that pages, lists and search read. It holds published documents only
 * and nothing that is not in them, so it can be made again at any time.
 */

/** Takes documents out of the projection, for a withdrawal or before they are written again. */
export async function removeFromProjection(
  connection: ClientBase,
  documentIds: readonly number[],
): Promise<void> {
  await execute(
    `DELETE FROM "Incident" WHERE "documentId" = ANY($1::int[])`,
    [documentIds],
    connection,
  );
  await execute(
    `DELETE FROM "Link" WHERE "via" IN ('text', 'related') AND "fromSlug" IN
       (SELECT "slug" FROM "Document" WHERE "id" = ANY($1::int[]))`,
    [documentIds],
    connection,
  );
}

/** The documents in the projection that are no longer published: archived, merged, in the bin. */
export async function withdrawnDocuments(connection: ClientBase): Promise<number[]> {
  const gone = await rows(
    z.object({ documentId: z.number() }),
    `SELECT i."documentId" FROM "Incident" i JOIN "Document" d ON d."id" = i."documentId"
     WHERE d."state" <> 'published'`,
    [],
    connection,
  );
  return gone.map(({ documentId }) => documentId);
}

// Each statement takes all rows of one table as one JSON parameter: an import of ten thousand
// documents is then a few hundred statements. Enums are cast where the column wants one.
const statements = {
  incidents: `
    INSERT INTO "Incident" ("documentId", "slug", "kind", "visibility", "title", "severity", "summary",
      "started", "startedFirst", "startedLast", "resolvedIn", "recorded", "publishedAt", "record")
    SELECT "documentId", "slug", "kind"::"IncidentKind", "visibility"::"Visibility", "title",
      "severity"::"Severity", "summary", "started", "startedFirst", "startedLast", "resolvedIn",
      "recorded", "publishedAt", "record"
    FROM jsonb_to_recordset($1) AS r ("documentId" int, "slug" text, "kind" text, "visibility" text,
      "title" text, "severity" text, "summary" text, "started" text, "startedFirst" timestamptz,
      "startedLast" timestamptz, "resolvedIn" float8, "recorded" text, "publishedAt" timestamptz,
      "record" jsonb)`,
  organizations: `
    INSERT INTO "IncidentOrganization" ("documentId", "organizationSlug", "position")
    SELECT r."documentId", o."slug", r."position"
    FROM jsonb_to_recordset($1) AS r ("documentId" int, "name" text, "position" int)
    JOIN "Organization" o ON o."name" = r."name"`,
  productNames: `
    INSERT INTO "Product" ("slug", "name")
    SELECT DISTINCT ON ("slug") "slug", "name"
    FROM jsonb_to_recordset($1) AS r ("slug" text, "name" text) ORDER BY "slug", "name"
    ON CONFLICT DO NOTHING`,
  products: `
    INSERT INTO "IncidentProduct" ("documentId", "productSlug", "name", "position")
    SELECT DISTINCT ON ("documentId", "slug") "documentId", "slug", "name", "position"
    FROM jsonb_to_recordset($1) AS r ("documentId" int, "slug" text, "name" text, "position" int)
    ORDER BY "documentId", "slug", "position"`,
  sectors: `
    INSERT INTO "IncidentSector" ("documentId", "sector", "position")
    SELECT "documentId", "sector"::"Sector", min("position")
    FROM jsonb_to_recordset($1) AS r ("documentId" int, "sector" text, "position" int) GROUP BY 1, 2`,
  spans: `
    INSERT INTO "IncidentSpans" ("documentId", "detectLeast", "detectMost", "mitigateLeast", "mitigateMost",
      "resolveLeast", "resolveMost")
    SELECT * FROM jsonb_to_recordset($1) AS r ("documentId" int, "detectLeast" float8, "detectMost" float8,
      "mitigateLeast" float8, "mitigateMost" float8, "resolveLeast" float8, "resolveMost" float8)`,
  timeline: `
    INSERT INTO "TimelineEntry" ("documentId", "rowId", "position", "at", "atFirst", "kind", "text", "belief")
    SELECT "documentId", "rowId", "position", "at", "atFirst", "kind"::"EntryKind", "text", "belief"
    FROM jsonb_to_recordset($1) AS r ("documentId" int, "rowId" text, "position" int, "at" text,
      "atFirst" timestamptz, "kind" text, "text" text, "belief" text)`,
  factors: `
    INSERT INTO "Factor" ("documentId", "rowId", "position", "role", "standing", "statement", "detail", "luck",
      "text")
    SELECT "documentId", "rowId", "position", "role"::"Role", "standing"::"Standing", "statement", "detail", "luck",
      to_tsvector('english', concat_ws(E'\\n', "statement", "detail"))
    FROM jsonb_to_recordset($1) AS r ("documentId" int, "rowId" text, "position" int, "role" text,
      "standing" text, "statement" text, "detail" text, "luck" boolean)`,
  factorClasses: `
    INSERT INTO "FactorClass" ("documentId", "rowId", "classSlug", "position", "role", "standing")
    SELECT "documentId", "rowId", "classSlug", "position", "role"::"Role", "standing"::"Standing"
    FROM jsonb_to_recordset($1) AS r ("documentId" int, "rowId" text, "classSlug" text, "position" int,
      "role" text, "standing" text)`,
  // The slug holds a publisher's name as the first document spelt it; the first public one, once there
  // is any, lest a members' document can be read in it. Members' links lead on by the digits.
  sources: `
    INSERT INTO "Source" ("slug", "hash", "isPublic")
    SELECT DISTINCT ON ("sourceHash") "sourceSlug", "sourceHash", "isPublic"
    FROM jsonb_to_recordset($1) AS r ("sourceSlug" text, "sourceHash" text, "isPublic" boolean, "documentId" int)
    ORDER BY "sourceHash", "isPublic" DESC, "documentId"
    ON CONFLICT ("hash") DO UPDATE SET "slug" = excluded."slug", "isPublic" = true
      WHERE excluded."isPublic" AND NOT "Source"."isPublic"`,
  citations: `
    INSERT INTO "Citation" ("documentId", "rowId", "position", "sourceSlug", "url", "title", "publisher",
      "author", "published", "kind", "seen", "isCopy")
    SELECT r."documentId", r."rowId", r."position", s."slug", r."url", r."title", r."publisher",
      r."author", r."published", r."kind"::"SourceKind", r."seen"::"Seen", r."isCopy"
    FROM jsonb_to_recordset($1) AS r ("documentId" int, "rowId" text, "position" int, "sourceHash" text,
      "url" text, "title" text, "publisher" text, "author" text, "published" text, "kind" text,
      "seen" text, "isCopy" boolean)
    JOIN "Source" s ON s."hash" = r."sourceHash"`,
  claims: `
    INSERT INTO "Claim" ("documentId", "rowId", "position", "statement", "outcome")
    SELECT "documentId", "rowId", "position", "statement", "outcome"::"Outcome"
    FROM jsonb_to_recordset($1) AS r ("documentId" int, "rowId" text, "position" int, "statement" text, "outcome" text)`,
  positions: `
    INSERT INTO "ClaimPosition" ("documentId", "claimId", "position", "citationId", "stance", "at", "note")
    SELECT "documentId", "claimId", "position", "citationId", "stance"::"Stance", "at", "note"
    FROM jsonb_to_recordset($1) AS r ("documentId" int, "claimId" text, "position" int, "citationId" text,
      "stance" text, "at" text, "note" text)`,
  // A link to a slug that a document had before is a link to the document; one to a name that is
  // no more is plain words on the page and no row here.
  links: `
    INSERT INTO "Link" ("fromSlug", "toSlug", "via", "why", "position")
    SELECT r."fromSlug", n."slug", r."via"::"LinkVia", min(r."why"), min(r."position")
    FROM jsonb_to_recordset($1) AS r ("fromSlug" text, "toSlug" text, "via" text, "why" text, "position" int)
    LEFT JOIN "FormerSlug" f ON f."slug" = r."toSlug"
    LEFT JOIN "Document" d ON d."id" = f."documentId" OR d."slug" = r."toSlug"
    LEFT JOIN "Document" m ON m."id" = d."mergedIntoId"
    JOIN "Name" n ON n."slug" = coalesce(m."slug", d."slug", r."toSlug")
    WHERE n."slug" <> r."fromSlug"
    GROUP BY 1, 2, 3`,
} as const;

// The tables after the incident's own, each with the list it takes: what is named before who names it.
const inOrder: readonly (readonly [keyof typeof statements, keyof ReturnType<typeof listRows>])[] =
  [
    ["organizations", "organizations"],
    ["productNames", "products"],
    ["products", "products"],
    ["sectors", "sectors"],
    ["spans", "spans"],
    ["timeline", "timeline"],
    ["factors", "factors"],
    ["factorClasses", "factorClasses"],
    ["sources", "citations"],
    ["citations", "citations"],
    ["claims", "claims"],
    ["positions", "positions"],
    ["links", "links"],
  ];

/**
 * Writes published documents into the projection. Whatever they name (classes, organisations,
 * linked slugs) must be in the database already; the database refuses the rest.
 */
export async function writeToProjection(
  connection: ClientBase,
  incidents: readonly Published[],
): Promise<void> {
  const insert = (table: keyof typeof statements, values: readonly object[]) =>
    values.length === 0
      ? Promise.resolve(0)
      : execute(statements[table], [JSON.stringify(values)], connection);

  await insert("incidents", incidents.map(incidentRow));
  const lists: Record<string, readonly object[]>[] = incidents.map((one) => listRows(one));
  for (const [table, list] of inOrder) {
    await insert(
      table,
      lists.flatMap((of) => of[list] ?? []),
    );
  }
}

/** Brings what is known by incidents only to what they name: organisations and products. */
export async function settleNames(connection: ClientBase): Promise<void> {
  await removeUnnamedOrganizations(connection);
  await settleProducts(connection);
}

/**
 * Removes products that no incident names any more, and shows the others as most public documents
 * spell them, or most of all where no public one names them (ties by the alphabet). Sources stay:
 * their addresses are permanent.
 */
async function settleProducts(connection: ClientBase): Promise<void> {
  await execute(
    `DELETE FROM "Product" p WHERE NOT EXISTS
       (SELECT 1 FROM "IncidentProduct" ip WHERE ip."productSlug" = p."slug")`,
    [],
    connection,
  );
  await execute(
    `UPDATE "Product" p SET "name" = usual."name" FROM (
       SELECT DISTINCT ON ("productSlug") "productSlug", "name" FROM (
         SELECT x."productSlug", x."name", count(*) AS "all",
           count(*) FILTER (WHERE i."visibility" = 'public') AS "public"
         FROM "IncidentProduct" x JOIN "Incident" i USING ("documentId") GROUP BY 1, 2) AS spelt
       ORDER BY "productSlug", "public" DESC, CASE WHEN "public" = 0 THEN "all" END DESC, "name") usual
     WHERE usual."productSlug" = p."slug" AND usual."name" <> p."name"`,
    [],
    connection,
  );
}

/** Empties the projection of all documents. Sources stay: their addresses are permanent. */
export async function emptyProjection(connection: ClientBase): Promise<void> {
  await execute(`DELETE FROM "Incident"`, [], connection);
  await execute(`DELETE FROM "Link" WHERE "via" IN ('text', 'related')`, [], connection);
}
