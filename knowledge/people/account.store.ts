import { randomUUID } from "node:crypto";

import type { ClientBase } from "pg";
import { z } from "zod";

import {
  execute,
  inTransaction,
  rowOrNull,
  rows,
  type Connection,
} from "#knowledge/database/query";

import { Duty } from "./duty";

/** Work on accounts whose parts only stand together. */
export { inTransaction };

const AccountLine = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  duty: Duty,
  closedAt: z.coerce.date().nullable(),
  createdAt: z.coerce.date(),
});
export type AccountLine = z.infer<typeof AccountLine>;

const columns = `"id", "name", "email", "duty", "closedAt", "createdAt"`;

/** All accounts, by name; closed ones last. */
export async function allAccounts(): Promise<AccountLine[]> {
  return rows(
    AccountLine,
    `SELECT ${columns} FROM "Account" ORDER BY "closedAt" IS NOT NULL, lower("name"), "id"`,
  );
}

export async function findAccount(
  id: string,
  connection?: Connection,
): Promise<AccountLine | null> {
  return rowOrNull(
    AccountLine,
    `SELECT ${columns} FROM "Account" WHERE "id" = $1`,
    [id],
    connection,
  );
}

/** The account with this address, however it is spelt. */
export async function findAccountByEmail(
  email: string,
  connection?: Connection,
): Promise<AccountLine | null> {
  return rowOrNull(
    AccountLine,
    `SELECT ${columns} FROM "Account" WHERE "email" = lower($1)`,
    [email],
    connection,
  );
}

/** Whether anybody can set this site up still: as long as nobody is admin. */
export async function hasAdmin(connection?: Connection): Promise<boolean> {
  const found = await rowOrNull(
    z.object({ found: z.boolean() }),
    `SELECT EXISTS (SELECT 1 FROM "Account" WHERE "duty" = 'admin' AND "closedAt" IS NULL) AS "found"`,
    [],
    connection,
  );
  return found?.found ?? false;
}

/** How many open accounts have this duty or one that includes it. */
export async function countWithDuty(duty: Duty, connection?: Connection): Promise<number> {
  const found = await rowOrNull(
    z.object({ count: z.number() }),
    `SELECT count(*)::int AS "count" FROM "Account" WHERE "duty" >= $1::"Duty" AND "closedAt" IS NULL`,
    [duty],
    connection,
  );
  return found?.count ?? 0;
}

/** Keeps changes of duties from passing each other, so that one admin always stays. */
export async function lockAccounts(connection: ClientBase): Promise<void> {
  await execute(`SELECT pg_advisory_xact_lock(hashtext('hindsight accounts'))`, [], connection);
}

/** Stores a new account with its password as kept; gives its id. */
export async function storeAccount(
  account: { name: string; email: string; duty: Duty; passwordKept: string },
  connection: ClientBase,
): Promise<string> {
  const id = randomUUID();
  await execute(
    `INSERT INTO "Account" ("id", "name", "email", "duty") VALUES ($1, $2, lower($3), $4::"Duty")`,
    [id, account.name, account.email, account.duty],
    connection,
  );
  await execute(
    `INSERT INTO "Credential" ("id", "accountId", "providerId", "subject", "password")
     VALUES ($1, $2, 'credential', $2, $3)`,
    [randomUUID(), id, account.passwordKept],
    connection,
  );
  return id;
}

export async function storePassword(
  accountId: string,
  passwordKept: string,
  connection: ClientBase,
): Promise<void> {
  await execute(
    `UPDATE "Credential" SET "password" = $2, "updatedAt" = now()
     WHERE "accountId" = $1 AND "providerId" = 'credential'`,
    [accountId, passwordKept],
    connection,
  );
}

/** The password of an account as it is kept; null where it has none. */
export async function keptPassword(accountId: string): Promise<string | null> {
  const found = await rowOrNull(
    z.object({ password: z.string().nullable() }),
    `SELECT "password" FROM "Credential" WHERE "accountId" = $1 AND "providerId" = 'credential'`,
    [accountId],
  );
  return found?.password ?? null;
}

export async function storeDuty(id: string, duty: Duty, connection: ClientBase): Promise<void> {
  await execute(
    `UPDATE "Account" SET "duty" = $2::"Duty", "updatedAt" = now() WHERE "id" = $1`,
    [id, duty],
    connection,
  );
}

/** Closes or opens an account. */
export async function storeClosed(
  id: string,
  isClosed: boolean,
  connection: ClientBase,
): Promise<void> {
  await execute(
    `UPDATE "Account" SET "closedAt" = CASE WHEN $2 THEN now() END, "updatedAt" = now() WHERE "id" = $1`,
    [id, isClosed],
    connection,
  );
}

const AuthorName = AccountLine.pick({ id: true, name: true });
export type AuthorName = z.infer<typeof AuthorName>;

/** Open accounts that may write, by name. */
export async function authorNames(): Promise<AuthorName[]> {
  return rows(
    AuthorName,
    `SELECT "id", "name" FROM "Account" WHERE "closedAt" IS NULL AND "duty" >= 'author'
     ORDER BY lower("name"), "id"`,
  );
}
