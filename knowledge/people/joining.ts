import * as z from "zod";

import { audit } from "./audit.store";
import {
  findAccountByEmail,
  hasAdmin,
  inTransaction,
  lockAccounts,
  storeAccount,
  storePassword,
  findAccount,
} from "./account.store";
import { forgetWrongPasswords } from "./limit.store";
import { findOpenLink, makeLink, takeBackLinks, useLink } from "./one-time-link.store";
import { hashPassword, passwordFault } from "./password";
import { endSessionsOf } from "./session.store";

/** How long a name and an address may be, in characters. */
export const accountLimits = { name: 80, email: 200 } as const;

/** What a new member fills in. */
export const NewAccount = z.object({
  name: z
    .string()
    .transform((name) => name.replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1).max(accountLimits.name)),
  email: z
    .string()
    .trim()
    .transform((email) => email.toLowerCase())
    .pipe(z.email().max(accountLimits.email)),
  password: z.string().max(1000),
});
export type NewAccount = z.infer<typeof NewAccount>;

/** Why no account came of it. A link stays open unless it says so itself. */
export type JoinFault =
  | "link does not work"
  | "too short"
  | "too long"
  | "too common"
  | "address taken";

export type Joined =
  | { readonly kind: "joined"; readonly accountId: string }
  | { readonly kind: "fault"; readonly fault: JoinFault };

const noLink: Joined = { kind: "fault", fault: "link does not work" };

/** Makes the account that a link of this purpose promises, and uses the link up. */
export async function join(
  purpose: "setup" | "invitation",
  token: string,
  account: NewAccount,
): Promise<Joined> {
  const unfit = passwordFault(account.password, [account.name, account.email]);
  if (unfit) return { kind: "fault", fault: unfit };
  const passwordKept = await hashPassword(account.password);
  return inTransaction(async (connection): Promise<Joined> => {
    await lockAccounts(connection);
    const link = await findOpenLink(purpose, token, connection);
    if (!link || (purpose === "setup" && (await hasAdmin(connection)))) return noLink;
    if (await findAccountByEmail(account.email, connection)) {
      return { kind: "fault", fault: "address taken" };
    }
    const duty = purpose === "setup" ? "admin" : (link.duty ?? "reader");
    const { name, email } = account;
    const accountId = await storeAccount({ name, email, duty, passwordKept }, connection);
    await useLink(link.id, connection);
    const act = purpose === "setup" ? "site set up" : "account created";
    const thing = `account:${accountId}`;
    await audit({ act, actorId: accountId, thing, note: { duty, link: link.id } }, connection);
    return { kind: "joined", accountId };
  });
}

/**
 * Gives an account a new password by its reset link; all its sessions end. Wrong tries of others no
 * longer keep its owner waiting, who asks from `client`.
 */
export async function resetPassword(
  token: string,
  password: string,
  client: string,
): Promise<Joined> {
  const unfit = passwordFault(password, []);
  if (unfit) return { kind: "fault", fault: unfit };
  const passwordKept = await hashPassword(password);
  const reset = await inTransaction(async (connection) => {
    await lockAccounts(connection);
    const link = await findOpenLink("reset", token, connection);
    const account = link?.accountId ? await findAccount(link.accountId, connection) : null;
    if (!link || !account || account.closedAt) return null;
    await useLink(link.id, connection);
    await storePassword(account.id, passwordKept, connection);
    await endSessionsOf(account.id, null, connection);
    const thing = `account:${account.id}`;
    await audit(
      { act: "password changed", actorId: account.id, thing, note: { link: link.id } },
      connection,
    );
    return account;
  });
  if (reset === null) return noLink;
  await forgetWrongPasswords(reset.email, client);
  return { kind: "joined", accountId: reset.id };
}

/**
 * Makes the link by which the first admin comes, while there is none: at each start a new one, and
 * those before it stop working. Null where somebody is admin.
 */
export async function setUpToken(): Promise<string | null> {
  return inTransaction(async (connection) => {
    await lockAccounts(connection);
    if (await hasAdmin(connection)) return null;
    await takeBackLinks("setup", null, connection);
    return (await makeLink({ purpose: "setup", madeById: null }, connection)).token;
  });
}
