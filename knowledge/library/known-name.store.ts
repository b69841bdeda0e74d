import type { ClientBase } from "pg";
import { z } from "zod";

import { rowOrNull, rows } from "#knowledge/database/query";
import type { KnownNames } from "#knowledge/incident/references";

const Slugs = z.object({ slug: z.string(), kind: z.string() });
const Names = z.object({ name: z.string(), aka: z.array(z.string()) });

/**
 * The names that a document published here may use, as the database has them: all but those of
 * drafts and of what was withdrawn.
 */
export async function knownNames(connection: ClientBase): Promise<KnownNames> {
  const named = await rows(
    Slugs,
    `SELECT n."slug", n."kind"::text FROM "Name" n LEFT JOIN "Document" d ON d."slug" = n."slug"
     WHERE n."kind" <> 'incident' OR d."state" IN ('published', 'merged')`,
    [],
    connection,
  );
  const organizations = await rows(
    Names,
    `SELECT "name", "aka" FROM "Organization"`,
    [],
    connection,
  );
  const ofKind = (kind: string) =>
    new Set(named.flatMap((one) => (one.kind === kind ? [one.slug] : [])));
  return {
    classes: ofKind("class"),
    mitigations: ofKind("mitigation"),
    organizations: new Map(
      organizations.flatMap(({ name, aka }) => [name, ...aka].map((one) => [one, name] as const)),
    ),
    all: new Map(named.map(({ slug, kind }) => [slug, kind])),
  };
}

/** Whether a slug means something already, or ever did. */
export async function nameExists(slug: string, connection: ClientBase): Promise<boolean> {
  const found = await rowOrNull(
    z.object({ slug: z.string() }),
    `SELECT "slug" FROM "Name" WHERE "slug" = $1`,
    [slug],
    connection,
  );
  return found !== null;
}
