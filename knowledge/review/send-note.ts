import * as z from "zod";

import { limits } from "#knowledge/incident/limits";
import type { Actor } from "#knowledge/people/actor";
import { audit } from "#knowledge/people/audit.store";
import { mayRead } from "#knowledge/people/rules";
import { guardedSite } from "#knowledge/people/site.store";
import { hashOfToken, tokenOf } from "#knowledge/people/token";
import { line, text, webAddress } from "#knowledge/text/fields";

import { findTokenHash, insertNote, lockNotesOf } from "./note.store";
import { guarded } from "./review";
import { findStoredReview, inTransaction } from "./review.store";

/** What a reader sends: what is wrong or missing, where one can read it, whom to credit. */
export const NewNote = z.object({
  text: text(limits.text),
  url: webAddress().nullable(),
  credit: line(120).nullable(),
});
export type NewNote = z.infer<typeof NewNote>;

export type Sent =
  /** `token` is for the address of the receipt, and kept nowhere. */
  | { readonly kind: "sent"; readonly token: string }
  /** There is no such incident, or none that this actor may read. */
  | { readonly kind: "unknown" };

/**
 * Takes a note on an incident from anybody who may read it. The same words from the same sender
 * in this minute of the clock or the one before are the same note, and have the same receipt: somebody
 * pressed the button twice. `client` is where it came from.
 */
export async function sendNote(
  actor: Actor,
  slug: string,
  note: NewNote,
  client: string,
): Promise<Sent> {
  return inTransaction(async (connection): Promise<Sent> => {
    const sender = actor.kind === "member" ? actor.id : client;
    await lockNotesOf(sender, connection);
    const [review, site] = [
      await findStoredReview(slug, connection),
      await guardedSite(connection),
    ];
    const isShown = review?.state === "published" && mayRead(actor, guarded(review), site);
    if (!review || !isShown) return { kind: "unknown" };
    const { documentId } = review;
    const tokens = tokensOf({ documentId, sender, ...note }, new Date());
    const sent = await findTokenHash(tokens.map(hashOfToken), connection);
    const token = tokens.find((one) => hashOfToken(one) === sent) ?? tokens[0];
    if (sent !== null) return { kind: "sent", token };
    const id = await insertNote({ documentId, tokenHash: hashOfToken(token), ...note }, connection);
    const actorId = actor.kind === "member" ? actor.id : null;
    const thing = `incident:${review.slug}`;
    await audit({ act: "note sent", actorId, thing, note: { note: id } }, connection);
    return { kind: "sent", token };
  });
}

/** Milliseconds within which the same words are the same note. */
const span = 60_000;

/**
 * The token of a note that is sent now, and the one that it would have had in the minute before: only
 * its hash is kept, so it is made again of what was sent, the clock and the site's secret.
 */
function tokensOf(
  {
    documentId,
    sender,
    text: words,
    url,
    credit,
  }: NewNote & { documentId: number; sender: string },
  now: Date,
): readonly [string, string] {
  const at = (minute: number) =>
    tokenOf("note", [documentId, sender, words, url, credit, minute].map(String));
  const minute = Math.floor(now.getTime() / span);
  return [at(minute), at(minute - 1)];
}
