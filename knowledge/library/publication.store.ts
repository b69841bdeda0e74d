import type { ClientBase } from "pg";
import { z } from "zod";

import { execute, rowOrNull, rows } from "#knowledge/database/query";
import type { Visibility } from "#knowledge/incident/vocabulary";

import type { RenderedStory } from "./document-import.store";

/** Shows a revision to readers from now on; gives what the projection needs to know of it. */
export async function insertPublication(
  {
    documentId,
    revisionId,
    visibility,
  }: { documentId: number; revisionId: number; visibility: Visibility },
  story: RenderedStory,
  connection: ClientBase,
): Promise<{ firstPublishedAt: Date; publishedAt: Date }> {
  await execute(
    `UPDATE "Revision" SET "storyHtml" = $2, "storyHeadings" = $3, "rendererVersion" = $4, "isSealed" = true
     WHERE "id" = $1`,
    [revisionId, story.html, JSON.stringify(story.headings), story.version],
    connection,
  );
  const [made] = await rows(
    z.object({ id: z.number(), publishedAt: z.coerce.date() }),
    `INSERT INTO "Publication" ("documentId", "revisionId", "origin") VALUES ($1, $2, 'editor')
     RETURNING "id", "publishedAt"`,
    [documentId, revisionId],
    connection,
  );
  if (!made) throw new Error("the publication was not stored");
  await execute(
    `UPDATE "Document" SET "state" = 'published', "publicationId" = $2, "visibility" = $3::"Visibility",
       "mergedIntoId" = NULL, "waitingId" = CASE WHEN "waitingId" = $4 THEN NULL ELSE "waitingId" END
     WHERE "id" = $1`,
    [documentId, made.id, visibility, revisionId],
    connection,
  );
  const first = await rowOrNull(
    z.object({ at: z.coerce.date() }),
    `SELECT min("publishedAt") AS "at" FROM "Publication" WHERE "documentId" = $1`,
    [documentId],
    connection,
  );
  return { publishedAt: made.publishedAt, firstPublishedAt: first?.at ?? made.publishedAt };
}

/** Takes back what readers see; the document is a draft again, or withdrawn for good. */
export async function withdrawPublication(
  documentId: number,
  state: "draft" | "archived",
  connection: ClientBase,
): Promise<void> {
  await execute(
    `UPDATE "Document" SET "state" = $2::"DocumentState", "waitingId" = NULL,
       "publicationId" = CASE WHEN $2 = 'draft' THEN NULL ELSE "publicationId" END WHERE "id" = $1`,
    [documentId, state],
    connection,
  );
}

/** Remembers the slug that a document had, so that it leads to the document for ever. */
export async function keepFormerSlug(
  slug: string,
  documentId: number,
  connection: ClientBase,
): Promise<void> {
  await execute(
    `INSERT INTO "Name" ("slug", "kind") VALUES ($1, 'former') ON CONFLICT ("slug") DO NOTHING`,
    [slug],
    connection,
  );
  await execute(
    `INSERT INTO "FormerSlug" ("slug", "documentId") VALUES ($1, $2) ON CONFLICT ("slug") DO NOTHING`,
    [slug, documentId],
    connection,
  );
}

/** Which of the slugs that a document says it had mean something else here, or ever did. */
export async function slugsOfOthers(
  documentId: number,
  slugs: readonly string[],
  connection: ClientBase,
): Promise<string[]> {
  const found = await rows(
    z.object({ slug: z.string() }),
    `SELECT n."slug" FROM "Name" n WHERE n."slug" = ANY($2::text[])
       AND NOT EXISTS (SELECT 1 FROM "FormerSlug" f WHERE f."slug" = n."slug" AND f."documentId" = $1)
       -- It is the document's own, or of one that became part of it.
       AND NOT EXISTS (SELECT 1 FROM "Document" d
         WHERE d."slug" = n."slug" AND (d."id" = $1 OR d."mergedIntoId" = $1)) ORDER BY 1`,
    [documentId, slugs],
    connection,
  );
  return found.map(({ slug }) => slug);
}
