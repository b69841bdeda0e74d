import { execute } from "#knowledge/database/query";

import { momentOf } from "../moment";
import type { Severity, Visibility } from "../vocabulary";

interface Bare {
  readonly slug: string;
  readonly started: string;
  readonly severity?: Severity;
  readonly visibility?: Visibility;
  /** Slugs of organisations that there are. */
  readonly organizations?: readonly string[];
  /** Slugs of sources, one for each citation; a source that there is not yet is made. */
  readonly citations?: readonly string[];
}

const iso = (time: number) => (Number.isFinite(time) ? new Date(time).toISOString() : null);

/** Puts an incident into the tables that lists read, with nothing but what a test needs of it. */
export async function publishBare({
  slug,
  started,
  severity = "minor",
  visibility = "public",
  organizations = [],
  citations = [],
}: Bare): Promise<void> {
  const { first, last } = momentOf(started);
  await execute(`INSERT INTO "Name" ("slug", "kind") VALUES ($1, 'incident')`, [slug]);
  await execute(`INSERT INTO "Document" ("slug", "visibility") VALUES ($1, $2::"Visibility")`, [
    slug,
    visibility,
  ]);
  await execute(
    `INSERT INTO "Incident" ("documentId", "slug", "kind", "visibility", "title", "severity", "summary",
       "started", "startedFirst", "startedLast", "recorded", "publishedAt", "record")
     SELECT d."id", d."slug", 'incident', d."visibility", d."slug", $2::"Severity", '',
       $3, $4::timestamptz, $5::timestamptz, '2026-11-21', now(), '{}'
     FROM "Document" d WHERE d."slug" = $1`,
    [slug, severity, started, iso(first), iso(last)],
  );
  await execute(
    `INSERT INTO "IncidentOrganization" ("documentId", "organizationSlug", "position")
     SELECT d."id", o."slug", o."position" FROM "Document" d,
       unnest($2::text[]) WITH ORDINALITY AS o("slug", "position") WHERE d."slug" = $1`,
    [slug, organizations],
  );
  await execute(
    `INSERT INTO "Source" ("slug", "hash", "isPublic")
     SELECT DISTINCT s, s, $2::boolean FROM unnest($1::text[]) AS s ON CONFLICT DO NOTHING`,
    [citations, visibility === "public"],
  );
  await execute(
    `INSERT INTO "Citation" ("documentId", "rowId", "position", "sourceSlug", "title", "kind", "seen", "isCopy")
     SELECT d."id", 'c' || s."position", s."position", s."slug", 'Title ' || s."position", 'press', 'full', false
     FROM "Document" d, unnest($2::text[]) WITH ORDINALITY AS s("slug", "position") WHERE d."slug" = $1`,
    [slug, citations],
  );
}
