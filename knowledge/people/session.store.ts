import { z } from "zod";

import { execute, rows, type Connection } from "#knowledge/database/query";

const SessionLine = z.object({
  id: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  /** What the browser called itself when it signed in. */
  userAgent: z.string().nullable(),
  createdAt: z.coerce.date(),
  expiresAt: z.coerce.date(),
});
export type SessionLine = z.infer<typeof SessionLine>;

/** Sessions that still hold, newest first: of one account, or of all. */
export async function openSessions(accountId: string | null): Promise<SessionLine[]> {
  return rows(
    SessionLine,
    `SELECT s."id", s."accountId", a."name" AS "accountName", s."userAgent", s."createdAt", s."expiresAt"
     FROM "Session" s JOIN "Account" a ON a."id" = s."accountId"
     WHERE s."expiresAt" > now() AND ($1::text IS NULL OR s."accountId" = $1)
     ORDER BY s."createdAt" DESC LIMIT 200`,
    [accountId],
  );
}

/** Ends one session; gives whose it was, null where there is none. */
export async function endSession(
  id: string,
  of: string | null,
  connection?: Connection,
): Promise<string | null> {
  const [ended] = await rows(
    z.object({ accountId: z.string() }),
    `DELETE FROM "Session" WHERE "id" = $1 AND ($2::text IS NULL OR "accountId" = $2)
     RETURNING "accountId"`,
    [id, of],
    connection,
  );
  return ended?.accountId ?? null;
}

/** Ends all sessions of an account but perhaps one. */
export async function endSessionsOf(
  accountId: string,
  but: string | null,
  connection?: Connection,
): Promise<void> {
  await execute(
    `DELETE FROM "Session" WHERE "accountId" = $1 AND ($2::text IS NULL OR "id" <> $2)`,
    [accountId, but],
    connection,
  );
}
