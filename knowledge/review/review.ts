import type { Actor, Member } from "#knowledge/people/actor";
import { mayWith, type DocumentAct, type GuardedDocument } from "#knowledge/people/rules";
import { guardedSite } from "#knowledge/people/site.store";

import { findStoredReview, lockDocument, type StoredReview } from "./review.store";
import type { ClientBase } from "pg";

/** What the rules need to know of a stored document. */
export function guarded({ state, visibility, authors, writers }: StoredReview): GuardedDocument {
  return { state, visibility, authors: authors.map(({ id }) => id), writers };
}

export type Reached =
  | { readonly kind: "reached"; readonly review: StoredReview; readonly actor: Member }
  /** There is none, or none that this actor may know of: nobody is told which. */
  | { readonly kind: "unknown" }
  /** They may see it, and may not do this with it as it stands. */
  | { readonly kind: "not allowed"; readonly review: StoredReview };

/**
 * The document of this slug, if the actor may do this with it. With a connection it is locked until
 * the transaction ends, so that what follows is decided on what is true.
 */
export async function reach(
  actor: Actor,
  act: DocumentAct,
  slug: string,
  connection?: ClientBase,
): Promise<Reached> {
  if (connection) await lockDocument(slug, connection);
  const [review, site] = await Promise.all([
    findStoredReview(slug, connection),
    guardedSite(connection),
  ]);
  if (!review || !mayWith(actor, "see", guarded(review), site)) return { kind: "unknown" };
  if (!mayWith(actor, act, guarded(review), site)) return { kind: "not allowed", review };
  return { kind: "reached", review, actor };
}
