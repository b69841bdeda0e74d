import type { ClientBase } from "pg";
import { z } from "zod";

import { execute, rowOrNull, rows } from "#knowledge/database/query";

import { Duty } from "./duty";
import { hashOfToken, newToken } from "./token";

/** For how long each kind of link works, in minutes. */
export const linkMinutes = { setup: 24 * 60, invitation: 7 * 24 * 60, reset: 60 } as const;
export type LinkPurpose = keyof typeof linkMinutes;

const OpenLink = z.object({
  id: z.number(),
  duty: Duty.nullable(),
  accountId: z.string().nullable(),
  accountName: z.string().nullable(),
  madeByName: z.string().nullable(),
  madeAt: z.coerce.date(),
  expiresAt: z.coerce.date(),
});
/** A link that still works. */
export type OpenLink = z.infer<typeof OpenLink>;

interface NewLink {
  readonly purpose: LinkPurpose;
  readonly duty?: Duty;
  readonly accountId?: string;
  readonly madeById: string | null;
}

/** Makes a link; gives its number and the token for its address, which is kept nowhere. */
export async function makeLink(
  { purpose, duty, accountId, madeById }: NewLink,
  connection?: ClientBase,
): Promise<{ id: number; token: string }> {
  const token = newToken();
  const [made] = await rows(
    z.object({ id: z.number() }),
    `INSERT INTO "OneTimeLink" ("tokenHash", "purpose", "duty", "accountId", "madeById", "expiresAt")
     VALUES ($1, $2::"LinkPurpose", $3::"Duty", $4, $5, now() + make_interval(mins => $6)) RETURNING "id"`,
    [hashOfToken(token), purpose, duty ?? null, accountId ?? null, madeById, linkMinutes[purpose]],
    connection,
  );
  if (!made) throw new Error("the link was not stored");
  return { id: made.id, token };
}

const open = `l."usedAt" IS NULL AND l."revokedAt" IS NULL AND l."expiresAt" > now()`;
const columns = `l."id", l."duty", l."accountId", a."name" AS "accountName", m."name" AS "madeByName", l."madeAt", l."expiresAt"`;
const tables = `"OneTimeLink" l LEFT JOIN "Account" a ON a."id" = l."accountId"
  LEFT JOIN "Account" m ON m."id" = l."madeById"`;

/** The link of this token if it still works; null where it was used, taken back, or never made. */
export async function findOpenLink(
  purpose: LinkPurpose,
  token: string,
  connection?: ClientBase,
): Promise<OpenLink | null> {
  return rowOrNull(
    OpenLink,
    `SELECT ${columns} FROM ${tables}
     WHERE l."tokenHash" = $1 AND l."purpose" = $2::"LinkPurpose" AND ${open}`,
    [hashOfToken(token), purpose],
    connection,
  );
}

/** Uses a link up, in the transaction of what came of it. */
export async function useLink(id: number, connection: ClientBase): Promise<void> {
  await execute(`UPDATE "OneTimeLink" SET "usedAt" = now() WHERE "id" = $1`, [id], connection);
}

/** Invitations that nobody has used yet, newest first. */
export async function openInvitations(): Promise<OpenLink[]> {
  return rows(
    OpenLink,
    `SELECT ${columns} FROM ${tables} WHERE l."purpose" = 'invitation' AND ${open} ORDER BY l."id" DESC`,
  );
}

/** Takes back an open invitation; false where there is none of this number. */
export async function takeBackInvitation(id: number, connection: ClientBase): Promise<boolean> {
  const taken = await execute(
    `UPDATE "OneTimeLink" l SET "revokedAt" = now()
     WHERE l."id" = $1 AND l."purpose" = 'invitation' AND ${open}`,
    [id],
    connection,
  );
  return taken === 1;
}

/** Takes back every open link of one purpose, of one account or of all. */
export async function takeBackLinks(
  purpose: LinkPurpose,
  accountId: string | null,
  connection?: ClientBase,
): Promise<void> {
  await execute(
    `UPDATE "OneTimeLink" l SET "revokedAt" = now()
     WHERE l."purpose" = $1::"LinkPurpose" AND ($2::text IS NULL OR l."accountId" = $2) AND ${open}`,
    [purpose, accountId],
    connection,
  );
}
