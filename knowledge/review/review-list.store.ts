import { z } from "zod";

import { rows } from "#knowledge/database/query";

const ReviewLine = z.object({
  slug: z.string(),
  state: z.enum(["draft", "waiting", "published", "archived", "merged", "binned"]),
  title: z.string(),
  template: z.string().nullable(),
  authors: z.array(z.string()),
  savedAt: z.coerce.date(),
  /** A revision waits for approval, of a draft or of what is published already. */
  isWaiting: z.boolean(),
  /** That revision is approved, and waits for its publication. */
  isApproved: z.boolean(),
  /** An editor's last word was that something is missing, and nobody was asked since. */
  isSentBack: z.boolean(),
  /** Something was saved after what readers see. */
  hasNewer: z.boolean(),
  binnedAt: z.coerce.date().nullable(),
});
export type ReviewLine = z.infer<typeof ReviewLine>;

const lines = `
  SELECT d."slug", d."state", coalesce(nullif(w."title", ''), i."title", '') AS "title",
    w."templateSlug" AS "template", coalesce(w."savedAt", r."savedAt") AS "savedAt", d."binnedAt",
    d."waitingId" IS NOT NULL AS "isWaiting", p."revisionId" IS DISTINCT FROM r."id" AS "hasNewer",
    coalesce((SELECT x."assessment" = 'approved' FROM "Approval" x
      WHERE x."revisionId" = d."waitingId" ORDER BY x."id" DESC LIMIT 1), false) AS "isApproved",
    d."waitingId" IS NULL AND coalesce((SELECT x."assessment" = 'sent-back' FROM "Approval" x
      WHERE x."documentId" = d."id" ORDER BY x."id" DESC LIMIT 1), false) AS "isSentBack",
    coalesce((SELECT json_agg(a."name" ORDER BY da."since") FROM "DocumentAuthor" da
      JOIN "Account" a ON a."id" = da."accountId" WHERE da."documentId" = d."id"), '[]') AS "authors"
  FROM "Document" d JOIN "Review" w ON w."documentId" = d."id"
  JOIN LATERAL (SELECT * FROM "Revision" x WHERE x."documentId" = d."id" ORDER BY x."number" DESC LIMIT 1) r ON true
  LEFT JOIN "Incident" i ON i."documentId" = d."id"
  LEFT JOIN "Publication" p ON p."id" = d."publicationId"`;

const longest = 200;

/** Reviews that an account works on, the latest saved first. */
export async function reviewsOf(accountId: string): Promise<ReviewLine[]> {
  return rows(
    ReviewLine,
    `${lines} WHERE d."state" NOT IN ('binned', 'merged') AND EXISTS (SELECT 1 FROM "DocumentAuthor" x
       WHERE x."documentId" = d."id" AND x."accountId" = $1)
     ORDER BY "savedAt" DESC LIMIT ${longest}`,
    [accountId],
  );
}

/** Reviews of which a revision waits for an editor's word, the longest waiting first. */
export async function waitingReviews(): Promise<ReviewLine[]> {
  return rows(
    ReviewLine,
    `${lines} WHERE d."waitingId" IS NOT NULL AND d."state" <> 'binned' ORDER BY r."savedAt" LIMIT ${longest}`,
  );
}

/** All drafts that others work on, for who may see every draft. */
export async function otherDrafts(accountId: string): Promise<ReviewLine[]> {
  return rows(
    ReviewLine,
    `${lines} WHERE d."state" IN ('draft', 'waiting', 'published') AND NOT EXISTS (SELECT 1
       FROM "DocumentAuthor" x WHERE x."documentId" = d."id" AND x."accountId" = $1)
       AND (d."state" <> 'published' OR p."revisionId" IS DISTINCT FROM r."id")
     ORDER BY "savedAt" DESC LIMIT ${longest}`,
    [accountId],
  );
}

/** What lies in the bin: of one account, or of all. */
export async function binnedReviews(accountId: string | null): Promise<ReviewLine[]> {
  return rows(
    ReviewLine,
    `${lines} WHERE d."state" = 'binned' AND ($1::text IS NULL OR EXISTS (SELECT 1 FROM "DocumentAuthor" x
       WHERE x."documentId" = d."id" AND x."accountId" = $1))
     ORDER BY d."binnedAt" DESC LIMIT ${longest}`,
    [accountId],
  );
}
