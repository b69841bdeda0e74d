import * as z from "zod";

import {
  countWithDuty,
  findAccount,
  inTransaction,
  keptPassword,
  lockAccounts,
  storeClosed,
  storeDuty,
  storePassword,
  type AccountLine,
} from "./account.store";
import type { Member } from "./actor";
import { audit } from "./audit.store";
import { Duty, includes } from "./duty";
import { makeLink, takeBackInvitation, takeBackLinks } from "./one-time-link.store";
import { hashPassword, matchesPassword, passwordFault } from "./password";
import { endSession, endSessionsOf } from "./session.store";

/**
 * What an admin does with accounts, and what members do with their own. Whether the actor may is
 * asked before (`mayOnSite`); each change is written into the audit log in its own transaction.
 */

/** Makes an invitation; gives the token for its link. */
export async function invite(actor: Member, duty: Duty): Promise<{ id: number; token: string }> {
  return inTransaction(async (connection) => {
    const made = await makeLink({ purpose: "invitation", duty, madeById: actor.id }, connection);
    const entry = { act: "invitation made", thing: `link:${made.id}`, note: { duty } } as const;
    await audit({ ...entry, actorId: actor.id }, connection);
    return made;
  });
}

/** Takes an invitation back; false where it no longer works anyway. */
export async function takeBack(actor: Member, id: number): Promise<boolean> {
  return inTransaction(async (connection) => {
    const taken = await takeBackInvitation(id, connection);
    const entry = { act: "invitation taken back", thing: `link:${id}` } as const;
    if (taken) await audit({ ...entry, actorId: actor.id }, connection);
    return taken;
  });
}

/**
 * Makes a link by which the account's owner chooses a new password; earlier ones stop working. Who
 * has a shell on the server may make one too, and is no `actor`.
 */
export async function makeResetLink(
  actor: Member | null,
  accountId: string,
): Promise<string | null> {
  return inTransaction(async (connection) => {
    const account = await findAccount(accountId, connection);
    if (!account || account.closedAt) return null;
    await takeBackLinks("reset", accountId, connection);
    const { token } = await makeLink(
      { purpose: "reset", accountId, madeById: actor?.id ?? null },
      connection,
    );
    const thing = `account:${accountId}`;
    await audit({ act: "reset link made", actorId: actor?.id ?? null, thing }, connection);
    return token;
  });
}

export const AccountChange = z.union([
  z.strictObject({ duty: Duty }),
  z.strictObject({ closed: z.boolean() }),
]);
export type AccountChange = z.infer<typeof AccountChange>;

export type AccountChanged = "changed" | "no such account" | "last admin";

/** Gives an account another duty, or closes or opens it; what it was signed in to ends. */
export async function changeAccount(
  actor: Member,
  accountId: string,
  change: AccountChange,
): Promise<AccountChanged> {
  return inTransaction(async (connection) => {
    await lockAccounts(connection);
    const account = await findAccount(accountId, connection);
    if (!account) return "no such account";
    if (endsAdmin(account, change) && (await countWithDuty("admin", connection)) === 1) {
      return "last admin";
    }
    const thing = `account:${accountId}`;
    if ("duty" in change) {
      await storeDuty(accountId, change.duty, connection);
      const note = { from: account.duty, to: change.duty };
      await audit({ act: "duty set", actorId: actor.id, thing, note }, connection);
    } else {
      await storeClosed(accountId, change.closed, connection);
      const act = change.closed ? "account closed" : "account reopened";
      await audit({ act, actorId: actor.id, thing }, connection);
    }
    // Who loses a right loses it everywhere at once, and signs in again.
    if ("closed" in change || !includes(change.duty, account.duty)) {
      await takeBackLinks("reset", accountId, connection);
      await endSessionsOf(accountId, null, connection);
    }
    return "changed";
  });
}

function endsAdmin({ duty, closedAt }: AccountLine, change: AccountChange): boolean {
  if (duty !== "admin" || closedAt !== null) return false;
  return "duty" in change ? change.duty !== "admin" : change.closed;
}

/** Ends a session: one of one's own, or, for an admin, anybody's. False where there is none. */
export async function endOneSession(
  actor: Member,
  sessionId: string,
  whose: "own" | "anybody's",
): Promise<boolean> {
  return inTransaction(async (connection) => {
    const of = await endSession(sessionId, whose === "own" ? actor.id : null, connection);
    if (of === null) return false;
    await audit({ act: "session ended", actorId: actor.id, thing: `account:${of}` }, connection);
    return true;
  });
}

/** Ends all of one's own sessions but the one in use. */
export async function endOtherSessions(actor: Member): Promise<void> {
  await inTransaction(async (connection) => {
    await endSessionsOf(actor.id, actor.sessionId, connection);
    const entry = { act: "session ended", thing: `account:${actor.id}` } as const;
    await audit({ ...entry, actorId: actor.id, note: { all: true } }, connection);
  });
}

export const PasswordChange = z.object({
  present: z.string().max(1000),
  password: z.string().max(1000),
});

/** Changes one's own password; all other sessions end. Null where it was done. */
export async function changePassword(
  actor: Member,
  { present, password }: z.infer<typeof PasswordChange>,
): Promise<"wrong password" | ReturnType<typeof passwordFault>> {
  const kept = await keptPassword(actor.id);
  if (kept === null || !(await matchesPassword(present, kept))) return "wrong password";
  const unfit = passwordFault(password, [actor.name]);
  if (unfit) return unfit;
  const passwordKept = await hashPassword(password);
  await inTransaction(async (connection) => {
    await storePassword(actor.id, passwordKept, connection);
    await endSessionsOf(actor.id, actor.sessionId, connection);
    const thing = `account:${actor.id}`;
    await audit({ act: "password changed", actorId: actor.id, thing }, connection);
  });
  return null;
}
