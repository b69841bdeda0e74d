import type { ClientBase } from "pg";
import { z } from "zod";

import { execute, rowOrNull, rows, type Connection } from "#knowledge/database/query";
import type { DocumentState } from "#knowledge/people/rules";

export const Assessment = z.enum(["approved", "sent-back"]);
export type Assessment = z.infer<typeof Assessment>;

/** Moves a document to another state; what waits for approval is named, or nothing does. */
export async function storeState(
  documentId: number,
  state: DocumentState,
  waitingId: number | null,
  connection: ClientBase,
): Promise<void> {
  await execute(
    `UPDATE "Document" SET "state" = $2::"DocumentState", "waitingId" = $3,
       "binnedAt" = CASE WHEN $2 = 'binned' THEN now() END WHERE "id" = $1`,
    [documentId, state, waitingId],
    connection,
  );
}

export async function insertAssessment(
  approval: {
    documentId: number;
    revisionId: number;
    byId: string;
    assessment: Assessment;
    note: string | null;
  },
  connection: ClientBase,
): Promise<void> {
  const { documentId, revisionId, byId, assessment, note } = approval;
  await execute(
    `INSERT INTO "Approval" ("documentId", "revisionId", "byId", "assessment", "note")
     VALUES ($1, $2, $3, $4::"Assessment", $5)`,
    [documentId, revisionId, byId, assessment, note],
    connection,
  );
}

/** Notes that approval of a revision was asked for, and what editors are told with it. */
export async function insertRequest(
  request: { documentId: number; revisionId: number; byId: string; note: string | null },
  connection: ClientBase,
): Promise<void> {
  const { documentId, revisionId, byId, note } = request;
  await execute(
    `INSERT INTO "ApprovalRequest" ("documentId", "revisionId", "byId", "note")
     VALUES ($1, $2, $3, $4)`,
    [documentId, revisionId, byId, note],
    connection,
  );
}

/** What somebody told editors when they last asked for approval of a revision; null where they never did. */
export async function lastRequestOf(
  revisionId: number,
  byId: string,
  connection: ClientBase,
): Promise<{ note: string | null } | null> {
  return rowOrNull(
    z.object({ note: z.string().nullable() }),
    `SELECT "note" FROM "ApprovalRequest" WHERE "revisionId" = $1 AND "byId" = $2
     ORDER BY "id" DESC LIMIT 1`,
    [revisionId, byId],
    connection,
  );
}

const StoredAssessment = z.object({
  number: z.number(),
  by: z.string(),
  assessment: Assessment,
  note: z.string().nullable(),
  at: z.coerce.date(),
});
export type StoredAssessment = z.infer<typeof StoredAssessment>;

/** What editors have said of a document's revisions, the latest first. */
export async function assessmentsOf(documentId: number): Promise<StoredAssessment[]> {
  return rows(
    StoredAssessment,
    `SELECT r."number", a."name" AS "by", x."assessment", x."note", x."at" FROM "Approval" x
     JOIN "Revision" r ON r."id" = x."revisionId" JOIN "Account" a ON a."id" = x."byId"
     WHERE x."documentId" = $1 ORDER BY x."id" DESC LIMIT 50`,
    [documentId],
  );
}

/** What an editor said last of a revision; null where nobody has said anything. */
export async function lastAssessmentOf(
  revisionId: number,
  connection: Connection,
): Promise<{ byId: string; assessment: Assessment; note: string | null } | null> {
  return rowOrNull(
    z.object({ byId: z.string(), assessment: Assessment, note: z.string().nullable() }),
    `SELECT "byId", "assessment", "note" FROM "Approval" WHERE "revisionId" = $1
     ORDER BY "id" DESC LIMIT 1`,
    [revisionId],
    connection,
  );
}

/** A revision of a document by its number, with whether an editor has approved it last. */
export async function findRevisionToPublish(
  documentId: number,
  number: number,
  connection: Connection,
): Promise<{ id: number; source: string; isApproved: boolean } | null> {
  return rowOrNull(
    z.object({ id: z.number(), source: z.string(), isApproved: z.boolean() }),
    `SELECT r."id", r."source", coalesce((SELECT x."assessment" = 'approved' FROM "Approval" x
       WHERE x."revisionId" = r."id" ORDER BY x."id" DESC LIMIT 1), false) AS "isApproved"
     FROM "Revision" r WHERE r."documentId" = $1 AND r."number" = $2`,
    [documentId, number],
    connection,
  );
}
