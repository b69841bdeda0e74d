import type { Actor } from "#knowledge/people/actor";
import { findAccount } from "#knowledge/people/account.store";
import { audit } from "#knowledge/people/audit.store";
import { includes } from "#knowledge/people/duty";

import type { Outcome } from "./outcome";
import { reach } from "./review";
import { inTransaction, insertAuthor, removeAuthor } from "./review.store";

export type Shared = Outcome<"done" | "no such author" | "last author" | "unknown" | "not allowed">;

/** Lets another author work on a document. */
export async function share(actor: Actor, slug: string, accountId: string): Promise<Shared> {
  return inTransaction(async (connection): Promise<Shared> => {
    const reached = await reach(actor, "share", slug, connection);
    if (reached.kind !== "reached") return { kind: reached.kind };
    const account = await findAccount(accountId, connection);
    if (!account || account.closedAt || !includes(account.duty, "author")) {
      return { kind: "no such author" };
    }
    const { documentId, slug: name } = reached.review;
    if (!(await insertAuthor(documentId, accountId, connection))) return { kind: "done" };
    const entry = { act: "shared", actorId: reached.actor.id, thing: `incident:${name}` } as const;
    await audit({ ...entry, note: { with: account.name } }, connection);
    return { kind: "done" };
  });
}

/** Takes an author off a document; one always stays. */
export async function unshare(actor: Actor, slug: string, accountId: string): Promise<Shared> {
  return inTransaction(async (connection): Promise<Shared> => {
    const reached = await reach(actor, "share", slug, connection);
    if (reached.kind !== "reached") return { kind: reached.kind };
    const { documentId, slug: name, authors } = reached.review;
    const author = authors.find(({ id }) => id === accountId);
    if (!author) return { kind: "no such author" };
    if (authors.length === 1) return { kind: "last author" };
    await removeAuthor(documentId, accountId, connection);
    const thing = `incident:${name}`;
    const entry = { act: "no longer shared", actorId: reached.actor.id, thing } as const;
    await audit({ ...entry, note: { with: author.name } }, connection);
    return { kind: "done" };
  });
}
