import * as z from "zod";

import { findAccountByEmail } from "./account.store";
import type { Actor } from "./actor";
import { audit } from "./audit.store";
import { countAll, forget, giveBack, passwordKeys, type Try } from "./limit.store";
import { auditVisitor } from "./refusal";
import { beginSession, endOwnSession, type Cookies } from "./sign-in.store";

/** What one signs in with. */
export const Credentials = z.object({
  email: z.string().trim().max(200),
  password: z.string().max(1000),
});
export type Credentials = z.infer<typeof Credentials>;

export type SignIn =
  | { readonly kind: "signed in"; readonly accountId: string; readonly cookies: Cookies }
  /** Address or password is wrong, or the account is closed: nobody is told which. */
  | { readonly kind: "refused" }
  /** Too many tries; so many seconds until the next. */
  | { readonly kind: "wait"; readonly seconds: number };

/**
 * Signs in whoever knows the password. After ten wrong ones for an account from one client (and more
 * from everywhere) it refuses for a while, also the right one, and never for good. `client` is where
 * the request came from.
 */
export async function signIn(
  { email, password }: Credentials,
  headers: Headers,
  client: string,
): Promise<SignIn> {
  const address = email.toLowerCase();
  const { here, anywhere } = passwordKeys(address, client);
  const tries: readonly Try[] = [
    ["password of", here],
    ["attempts from", client],
    ["password of from anywhere", anywhere],
  ];
  const seconds = await countAll(tries);
  const account = await findAccountByEmail(address);
  const thing = account ? { thing: `account:${account.id}` } : {};
  if (seconds > 0) {
    const note = { why: "too many tries" };
    await auditVisitor(client, { act: "sign-in refused", ...thing, note });
    return { kind: "wait", seconds };
  }
  const checked = await beginSession(address, password, headers);
  if (checked.kind === "refused" || account?.closedAt) {
    const why = checked.kind === "refused" ? "address or password is wrong" : "account is closed";
    await auditVisitor(client, { act: "sign-in refused", ...thing, note: { why } });
    return { kind: "refused" };
  }
  await giveBack(tries);
  await forget("password of", here);
  await audit({ act: "signed in", actorId: checked.accountId, ...thing });
  return checked;
}

/** Signs out where the request came from; the other sessions stay. */
export async function signOut(actor: Actor, headers: Headers): Promise<Cookies> {
  const cookies = await endOwnSession(headers);
  if (actor.kind === "member") await audit({ act: "signed out", actorId: actor.id });
  return cookies;
}
