import type { Actor } from "#knowledge/people/actor";
import { audit } from "#knowledge/people/audit.store";

import { storeState } from "./approval.store";
import { leadsOthers, longBinned, removeBinned } from "./bin.store";
import type { Outcome } from "./outcome";
import { removeUnusedPictures } from "./pictures/pictures";
import { reach } from "./review";
import { inTransaction } from "./review.store";

/** Days after which what lies in the bin is removed for good. */
export const binDays = 30;

export type Binned = Outcome<"done" | "leads others" | "unknown" | "not allowed">;

/**
 * Puts a draft into the bin, where it can be taken out again for thirty days. One to which others
 * lead that became part of it stays: their addresses would lead nowhere.
 */
export async function bin(actor: Actor, slug: string): Promise<Binned> {
  return move(actor, slug, "bin");
}

/** Takes a draft out of the bin. */
export async function takeOutOfBin(actor: Actor, slug: string): Promise<Binned> {
  return move(actor, slug, "take out of the bin");
}

async function move(
  actor: Actor,
  slug: string,
  act: "bin" | "take out of the bin",
): Promise<Binned> {
  return inTransaction(async (connection): Promise<Binned> => {
    const reached = await reach(actor, act, slug, connection);
    if (reached.kind !== "reached") return { kind: reached.kind };
    const { documentId, slug: name } = reached.review;
    if (act === "bin" && (await leadsOthers(documentId, connection)))
      return { kind: "leads others" };
    await storeState(documentId, act === "bin" ? "binned" : "draft", null, connection);
    const done = act === "bin" ? "binned" : "taken out of the bin";
    const entry = { act: done, actorId: reached.actor.id, thing: `incident:${name}` } as const;
    await audit(entry, connection);
    return { kind: "done" };
  });
}

/**
 * Removes for good what has lain in the bin for thirty days, and pictures that nothing shows any
 * more; gives how many documents. Each goes by itself: one that cannot be removed keeps no other,
 * and is told of at the end.
 */
export async function emptyBin(): Promise<number> {
  const due = await longBinned(binDays);
  const failures: unknown[] = [];
  let removed = 0;
  for (const slug of due) {
    try {
      if (await removeForGood(slug)) removed += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  await inTransaction((connection) => removeUnusedPictures(connection));
  if (failures.length > 0) {
    throw new AggregateError(failures, `${failures.length} documents could not be removed`, {
      cause: failures[0],
    });
  }
  return removed;
}

async function removeForGood(slug: string): Promise<boolean> {
  return inTransaction(async (connection) => {
    if (!(await removeBinned(slug, binDays, connection))) return false;
    const entry = { act: "removed for good", actorId: null, thing: `incident:${slug}` } as const;
    await audit(entry, connection);
    return true;
  });
}
