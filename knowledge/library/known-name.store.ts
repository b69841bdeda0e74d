import type { ClientBase } from "pg";
import { z } from "zod";

import { rowOrNull, rows } from "#knowledge/database/query";
import type { KnownNames } from "#knowledge/incident/references";

const Slugs = z.object({ slug: z.string(), kind: z.string() });

/**
 * The names that a document published here may use, as the database has them: all but those of
 * drafts and of what was withdrawn, and of organisations, which a publication may bring.
 */
export async function knownNames(
  connection: ClientBase,
): Promise<Omit<KnownNames, "organizations">> {
  const named = await rows(
    Slugs,
    `SELECT n."slug", n."kind"::text FROM "Name" n LEFT JOIN "Document" d ON d."slug" = n."slug"
     WHERE n."kind" <> 'incident' OR d."state" IN ('published', 'merged')`,
    [],
    connection,
  );
  const ofKind = (kind: string) =>
    new Set(named.flatMap((one) => (one.kind === kind ? [one.slug] : [])));
  return {
    classes: ofKind("class"),
    mitigations: ofKind("mitigation"),
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
