import type { ClientBase } from "pg";
import { z } from "zod";

import { execute, rows } from "#knowledge/database/query";

import type { RenderedStory } from "./document-import.store";

/** Published revisions whose story an older renderer wrote. */
export async function staleRevisions(
  connection: ClientBase,
  version: number,
): Promise<{ id: number; slug: string; source: string }[]> {
  return rows(
    z.object({ id: z.number(), slug: z.string(), source: z.string() }),
    `SELECT r."id", d."slug", r."source" FROM "Document" d JOIN "Publication" p ON p."id" = d."publicationId"
     JOIN "Revision" r ON r."id" = p."revisionId" WHERE r."rendererVersion" < $1 ORDER BY r."id"`,
    [version],
    connection,
  );
}

export async function saveRendering(
  connection: ClientBase,
  revisionId: number,
  { html, headings, version }: RenderedStory,
): Promise<void> {
  await execute(
    `UPDATE "Revision" SET "storyHtml" = $2, "storyHeadings" = $3, "rendererVersion" = $4 WHERE "id" = $1`,
    [revisionId, html, JSON.stringify(headings), version],
    connection,
  );
}
