import { z } from "zod";

import { execute, rowOrNull, type Connection } from "#knowledge/database/query";

import type { GuardedSite } from "./rules";

/** What is settled for the site and what rules need to know of it. */
export async function guardedSite(connection?: Connection): Promise<GuardedSite> {
  const site = await rowOrNull(
    z.object({ membersOnly: z.boolean(), approvers: z.number() }),
    `SELECT "membersOnly", (SELECT count(*)::int FROM "Account" WHERE "duty" >= 'editor' AND "closedAt" IS NULL)
       AS "approvers" FROM "Site"`,
    [],
    connection,
  );
  // Without its row the site is shut: what is not allowed is not allowed.
  return site ?? { membersOnly: true, approvers: 0 };
}

export async function storeMembersOnly(
  membersOnly: boolean,
  connection: Connection,
): Promise<void> {
  await execute(`UPDATE "Site" SET "membersOnly" = $1`, [membersOnly], connection);
}

/** Tells every process, when the transaction commits, that all pages may have changed. */
export async function announceSite(connection: Connection): Promise<void> {
  await execute(`SELECT pg_notify('page_tags', '["*"]')`, [], connection);
}
