import { z } from "zod";

import { rowOrNull, rows } from "#knowledge/database/query";
import { readable } from "#knowledge/people/audience.store";

const RevisionLine = z.object({
  number: z.number(),
  savedAt: z.coerce.date(),
  /** When readers first saw it. */
  publishedAt: z.coerce.date(),
  isCurrent: z.boolean(),
});
export type RevisionLine = z.infer<typeof RevisionLine>;

// Readers see the revisions that were published for them; what was saved in between is the authors'
// own, and what was said to members stays with them when the document becomes public.
const published = () => `
  SELECT r."number", r."savedAt", min(p."publishedAt") AS "publishedAt",
    bool_or(p."id" = d."publicationId") AS "isCurrent", r."source"
  FROM "Incident" i
  JOIN "Document" d ON d."id" = i."documentId"
  JOIN "Publication" p ON p."documentId" = d."id"
  JOIN "Revision" r ON r."id" = p."revisionId"
  WHERE i."slug" = $1 AND ${readable("i")} AND ${readable("r")}`;

/** The published revisions of an incident, newest first; empty when there is no such incident. */
export async function findRevisions(slug: string): Promise<RevisionLine[]> {
  return rows(RevisionLine, `${published()} GROUP BY r."id" ORDER BY r."number" DESC`, [slug]);
}

const RevisionPage = RevisionLine.extend({ source: z.string() });
export type RevisionPage = z.infer<typeof RevisionPage>;

/** One published revision with its document, byte for byte. */
export async function findRevision(slug: string, number: number): Promise<RevisionPage | null> {
  return rowOrNull(RevisionPage, `${published()} AND r."number" = $2 GROUP BY r."id"`, [
    slug,
    number,
  ]);
}
