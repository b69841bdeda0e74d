import type { Citation, IncidentDocument } from "#knowledge/incident/document";
import type { Actor, Member } from "#knowledge/people/actor";
import { audit, type AuditAct } from "#knowledge/people/audit.store";
import { mayRead } from "#knowledge/people/rules";
import { guardedSite } from "#knowledge/people/site.store";
import { hashOfToken } from "#knowledge/people/token";
import { slugOf } from "#knowledge/text/slug-of";

import {
  findByTokenHash,
  findNote,
  lockNote,
  storeAnswer,
  storeClosed,
  storeLed,
  storeReopened,
  type NotedChange,
  type NoteLine,
  type StoredReceipt,
} from "./note.store";
import type { Outcome } from "./outcome";
import { reach } from "./review";
import { inTransaction, keptRowIds, type StoredReview } from "./review.store";
import { saveChange, storedDocument } from "./save";

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
    if (closes) await storeClosed(id, connection);
    await noted("note answered", editor, note, connection);
    return { kind: "done" };
  });
}

/** Closes a note: nothing is left to be done about it. */
export async function closeNote(editor: Member, id: number): Promise<Handled> {
  return withNote(id, async (note, connection) => {
    if (note.closedAt !== null) return { kind: "closed already" };
    await storeClosed(id, connection);
    await noted("note closed", editor, note, connection);
    return { kind: "done" };
  });
}

/**
 * Opens a note again that was closed, or that was said to lead to a change. A name that was taken
 * into the sources stays there until somebody takes it out.
 */
export async function reopenNote(editor: Member, id: number): Promise<Handled> {
  return withNote(id, async (note, connection) => {
    if (note.closedAt === null) return { kind: "done" };
    await storeReopened(id, connection);
    await noted("note opened again", editor, note, connection);
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
  act: Extract<AuditAct, `note ${string}`>,
  editor: Member,
  { id, slug }: NoteLine,
  connection: Connection,
): Promise<void> {
  const thing = `incident:${slug}`;
  await audit({ act, actorId: editor.id, thing, note: { note: id } }, connection);
}

export type Led =
  /** `saved` is the save that credits the reader, where there was one to make. */
  | ({ readonly kind: "led" } & Pick<Change, "credited" | "saved">)
  /** Somebody has saved since the page was made. */
  | { readonly kind: "outdated" }
  /** The document cannot take one more source. */
  | { readonly kind: "faulty"; readonly faults: readonly string[] }
  | Outcome<"closed already" | "unknown" | "not allowed">;

/**
 * Says that a note leads to a change. Whoever signed it then stands among the sources of the draft, by
 * the name as it was signed, and only once; readers see that with the next publication. `about` says
 * what the note was about, `version` is the document's as the editor saw it.
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
    if (reached.review.version !== version) return { kind: "outdated" };
    const change = await changeBy(note, about, reached, connection);
    if (change.kind === "faulty") return change;
    await storeLed(id, change.noted, connection);
    await noted("note led to a change", editor, note, connection);
    return { kind: "led", credited: change.credited, saved: change.saved };
  });
}

interface Change {
  readonly kind: "change";
  /** Whether its reader is credited now, was before the note was opened again, or did not sign it. */
  readonly credited: "now" | "before" | "nobody";
  readonly saved: { readonly version: number; readonly revision: number } | null;
  /** What the note is to remember; null where it remembers that already. */
  readonly noted: NotedChange | null;
}

/** Credits whoever signed a note, unless the source that does so still stands. */
async function changeBy(
  note: NoteLine,
  about: string,
  reached: Extract<Awaited<ReturnType<typeof reach>>, { kind: "reached" }>,
  connection: Connection,
): Promise<Change | Extract<Led, { kind: "faulty" }>> {
  const { review } = reached;
  const { documentId, latest } = review;
  const { url, credit, sentAt } = note;
  if (credit === null) {
    const made = { documentId, revision: openRevision(latest), source: null };
    return { kind: "change", credited: "nobody", saved: null, noted: made };
  }
  const document = storedDocument(latest.source);
  if (isCreditedIn(document, documentId, note)) {
    return { kind: "change", credited: "before", saved: null, noted: null };
  }
  const source = idOfCredit(document, await keptRowIds(documentId, connection));
  const citation = { id: source, ...citationOf({ url, credit, sentAt }, about) };
  const saved = await saveChange(reached, withSource(document, citation), connection);
  if (saved.kind === "faulty") return saved;
  const made = { documentId, revision: saved.revision, source };
  return { kind: "change", credited: "now", saved, noted: made };
}

/** The number of the revision that a change of the document goes into at the earliest. */
function openRevision({ number, isSealed, savedBy }: StoredReview["latest"]): number {
  return isSealed || savedBy === null ? number + 1 : number;
}

/** Whether the source by which the sender of a note was credited still stands. */
function isCreditedIn(
  { record }: IncidentDocument,
  documentId: number,
  { changedId, creditedAs }: NoteLine,
): boolean {
  return changedId === documentId && record.sources.some(({ id }) => id === creditedAs);
}

/** Another id than any source has, or a row or source had: anchors lead by it. */
function idOfCredit({ record }: IncidentDocument, had: readonly string[]): string {
  return slugOf("readers note", new Set([...had, ...record.sources.map(({ id }) => id)]));
}

function citationOf(
  { url, credit, sentAt }: { url: string | null; credit: string; sentAt: Date },
  about: string,
): Omit<Citation, "id"> {
  return {
    ...(url === null ? {} : { url }),
    title: `A reader's note: ${about}`,
    author: credit,
    published: sentAt.toISOString().slice(0, 10),
    // What lies at an address, and how far it was read, is for the editor to say.
    ...(url === null ? { kind: "document" as const } : {}),
  };
}

function withSource({ record, story }: IncidentDocument, source: Citation): IncidentDocument {
  return { record: { ...record, sources: [...record.sources, source] }, story };
}
