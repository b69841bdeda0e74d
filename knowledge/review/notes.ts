import * as z from "zod";

import type { Citation, IncidentDocument } from "#knowledge/incident/document";
import { limits } from "#knowledge/incident/limits";
import type { Actor, Member } from "#knowledge/people/actor";
import { audit } from "#knowledge/people/audit.store";
import { mayRead } from "#knowledge/people/rules";
import { guardedSite } from "#knowledge/people/site.store";
import { hashOfToken, newToken } from "#knowledge/people/token";
import { line, text, webAddress } from "#knowledge/text/fields";
import { slugOf } from "#knowledge/text/slug-of";

import {
  findByTokenHash,
  findNote,
  insertNote,
  lockNote,
  storeAnswer,
  storeClosed,
  type NoteLine,
  type StoredReceipt,
} from "./note.store";
import type { Outcome } from "./outcome";
import { guarded, reach } from "./review";
import { findStoredReview, inTransaction } from "./review.store";
import { saveChange, storedDocument } from "./save";

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

/** Takes a note on an incident from anybody who may read it. */
export async function sendNote(actor: Actor, slug: string, note: NewNote): Promise<Sent> {
  return inTransaction(async (connection): Promise<Sent> => {
    const [review, site] = [
      await findStoredReview(slug, connection),
      await guardedSite(connection),
    ];
    const isShown = review?.state === "published" && mayRead(actor, guarded(review), site);
    if (!review || !isShown) return { kind: "unknown" };
    const token = newToken();
    const tokenHash = hashOfToken(token);
    const { documentId } = review;
    const id = await insertNote({ documentId, tokenHash, ...note }, connection);
    const actorId = actor.kind === "member" ? actor.id : null;
    const thing = `incident:${review.slug}`;
    await audit({ act: "note sent", actorId, thing, note: { note: id } }, connection);
    return { kind: "sent", token };
  });
}

/** What became of a note, for whoever has its receipt. */
export interface Receipt extends Omit<StoredReceipt, "document"> {
  /** What it is about, where readers are shown it. */
  readonly incident: { readonly slug: string; readonly title: string } | null;
}

/**
 * The receipt of this token; null where there is none. Who may not know of a document does not learn
 * of it here either.
 */
export async function findReceipt(actor: Actor, token: string): Promise<Receipt | null> {
  const found = await findByTokenHash(hashOfToken(token));
  if (!found) return null;
  const { document, ...note } = found;
  const { slug, title, state, visibility } = document;
  const mayKnow = mayRead(
    actor,
    { state: "published", visibility, authors: [], writers: [] },
    await guardedSite(),
  );
  if (!mayKnow) return null;
  const isShown = state === "published" && title !== null;
  return { ...note, incident: isShown ? { slug, title } : null };
}

export type Handled = Outcome<"done" | "closed already" | "unknown">;

/** Answers a note, whose sender reads it on the receipt; a later answer takes the place of this one. */
export async function answerNote(
  editor: Member,
  id: number,
  { answer, closes }: { answer: string; closes: boolean },
): Promise<Handled> {
  return withNote(id, async (note, connection) => {
    await storeAnswer(id, { answer, answeredById: editor.id }, connection);
    if (closes) await storeClosed(id, { hasLed: false }, connection);
    await noted("note answered", editor, note, connection);
    return { kind: "done" };
  });
}

/** Closes a note: nothing is left to be done about it. */
export async function closeNote(editor: Member, id: number): Promise<Handled> {
  return withNote(id, async (note, connection) => {
    if (note.closedAt !== null) return { kind: "closed already" };
    await storeClosed(id, { hasLed: false }, connection);
    await noted("note closed", editor, note, connection);
    return { kind: "done" };
  });
}

type Connection = Parameters<typeof lockNote>[1];

async function withNote(
  id: number,
  step: (note: NoteLine, connection: Connection) => Promise<Handled>,
): Promise<Handled> {
  return inTransaction(async (connection): Promise<Handled> => {
    await lockNote(id, connection);
    const note = await findNote(id, connection);
    return note ? step(note, connection) : { kind: "unknown" };
  });
}

async function noted(
  act: "note answered" | "note closed" | "note led to a change",
  editor: Member,
  { id, slug }: NoteLine,
  connection: Connection,
): Promise<void> {
  const thing = `incident:${slug}`;
  await audit({ act, actorId: editor.id, thing, note: { note: id } }, connection);
}

export type Led =
  /** `version` and `revision` of the save that credits the reader; null where none signed. */
  | { readonly kind: "led"; readonly saved: { version: number; revision: number } | null }
  /** Somebody has saved since the page was made. */
  | { readonly kind: "outdated" }
  /** The document cannot take one more source. */
  | { readonly kind: "faulty"; readonly faults: readonly string[] }
  | Outcome<"closed already" | "unknown" | "not allowed">;

/**
 * Says that a note led to a change. Whoever signed it then stands among the sources of the draft, by
 * the name as it was signed; readers see that with the next publication. `about` says what the note
 * was about, `version` is the document's as the editor saw it.
 */
export async function creditNote(
  editor: Member,
  id: number,
  { version, about }: { version: number; about: string },
): Promise<Led> {
  return inTransaction(async (connection): Promise<Led> => {
    const found = await findNote(id, connection);
    if (!found) return { kind: "unknown" };
    // The document first, then the note: in the order in which a merge takes them.
    const reached = await reach(editor, "edit", found.slug, connection);
    if (reached.kind !== "reached") return { kind: reached.kind };
    await lockNote(id, connection);
    const note = await findNote(id, connection);
    if (!note || note.closedAt !== null) return { kind: "closed already" };
    const { review } = reached;
    if (review.version !== version) return { kind: "outdated" };
    const { credit } = note;
    const saved =
      credit === null
        ? null
        : await saveChange(
            reached,
            withCredit(storedDocument(review.latest.source), { ...note, credit }, about),
            connection,
          );
    if (saved?.kind === "faulty") return saved;
    await storeClosed(id, { hasLed: true }, connection);
    await noted("note led to a change", editor, note, connection);
    return { kind: "led", saved };
  });
}

function withCredit(
  { record, story }: IncidentDocument,
  { url, credit, sentAt }: { url: string | null; credit: string; sentAt: Date },
  about: string,
): IncidentDocument {
  const taken = new Set(record.sources.map((source) => source.id));
  const source: Citation = {
    id: slugOf("readers note", taken),
    ...(url === null ? {} : { url }),
    title: `A reader's note: ${about}`,
    author: credit,
    published: sentAt.toISOString().slice(0, 10),
    kind: url === null ? "document" : "analysis",
    seen: "full",
  };
  return { record: { ...record, sources: [...record.sources, source] }, story };
}
