import type { ClientBase } from "pg";
import * as z from "zod";

import { limits } from "#knowledge/incident/limits";
import { readDocument } from "#knowledge/incident/read-document";
import type { Actor } from "#knowledge/people/actor";
import { audit } from "#knowledge/people/audit.store";
import { line, text } from "#knowledge/text/fields";

import { ownRevision, storeName, type OwnRevisionText } from "./history.store";
import { withCredits } from "./kept-credits";
import { creditsIn } from "./note.store";
import type { Outcome } from "./outcome";
import { presentTexts } from "./present-texts";
import { reach, type Reached } from "./review";
import { inTransaction, insertRevision, storeSave, type StoredReview } from "./review.store";
import { keepAsReview, readParts, storedDocument, type ReadSave } from "./save";

/** What a revision can be called, and what can be said of it; either may be missing. */
export const RevisionName = z.object({
  name: line(80).nullable(),
  note: text(limits.text).nullable(),
});
export type RevisionName = z.infer<typeof RevisionName>;

export type Named = Outcome<"named" | "no such revision" | "unknown" | "not allowed">;

/** Names a revision and says something of it. From then on it changes no more. */
export async function nameRevision(
  actor: Actor,
  slug: string,
  number: number,
  name: RevisionName,
): Promise<Named> {
  return inTransaction(async (connection): Promise<Named> => {
    const reached = await reach(actor, "edit", slug, connection);
    if (reached.kind !== "reached") return { kind: reached.kind };
    const revision = await ownRevision(reached.review.documentId, number, connection);
    if (!revision) return { kind: "no such revision" };
    await storeName(revision.id, name, connection);
    return { kind: "named" };
  });
}

export type Restored =
  /** The old text is the latest one again, as the revision of this number. */
  | {
      readonly kind: "restored";
      readonly revision: number;
      readonly version: number;
      /** Names of readers who are credited now, and were not in the old text: they stay. */
      readonly credits: readonly string[];
    }
  /** Somebody has saved since the page was made on which this was asked for. */
  | { readonly kind: "outdated" }
  /**
   * Texts of the present draft that cannot be read yet, so many, are in no revision and would be
   * lost; or would stand in the way of what is restored.
   */
  | { readonly kind: "unfinished"; readonly texts: number }
  /** It is what the document says already, but for the readers of these names whom that credits. */
  | { readonly kind: "same"; readonly credits: readonly string[] }
  /** By the rules of today it is not well formed any more, or not with the credits that stay. */
  | { readonly kind: "faulty"; readonly faults: readonly string[] }
  | Outcome<"no such revision" | "unknown" | "not allowed">;

/**
 * Makes what a revision said the document's text again: as a new revision, so that nothing in
 * between is lost. Sources that credit readers stay. Readers see it when it is approved and
 * published like any other.
 */
export async function restoreRevision(
  actor: Actor,
  slug: string,
  number: number,
  basis: number,
): Promise<Restored> {
  return inTransaction(async (connection): Promise<Restored> => {
    const reached = await reach(actor, "edit", slug, connection);
    if (reached.kind !== "reached") return { kind: reached.kind };
    const { review } = reached;
    if (review.version !== basis) return { kind: "outdated" };
    const { documentId, latest } = review;
    const old = await ownRevision(documentId, number, connection);
    if (!old) return { kind: "no such revision" };
    const { source } = old;
    if (source === latest.source) return { kind: "same", credits: [] };
    const present = presentTexts(review.unfinished ?? {}, storedDocument(latest.source).record);
    const texts = Object.keys(present).length;
    if (texts > 0) return { kind: "unfinished", texts };
    const again = await oldText(old, review, connection);
    if (again.kind === "faulty") return again;
    const { credits } = again;
    if (again.source === latest.source) return { kind: "same", credits };
    const { revision, version } = await storeRestored(reached, again, number, connection);
    return { kind: "restored", revision, version, credits };
  });
}

/**
 * Names of readers whom the present text credits and this revision does not; to restore it keeps
 * them. `latest` is the number of the latest revision.
 */
export async function creditsToKeep(
  documentId: number,
  old: Pick<OwnRevisionText, "number" | "source">,
  latest: number,
): Promise<readonly string[]> {
  const credits = await creditsIn(documentId);
  const present = credits.length === 0 ? null : await ownRevision(documentId, latest);
  const read = readDocument(old.source, `revision ${old.number}`);
  if (present === null || read.kind === "faulty") return [];
  return withCredits(read.document, storedDocument(present.source), credits).names;
}

type Reviewed = Extract<Reached, { kind: "reached" }>;

type OldText =
  | (Extract<ReadSave, { kind: "read" }> & { readonly credits: readonly string[] })
  | Extract<Restored, { kind: "faulty" }>;

/** What a revision said, with the credits of readers that came later; byte for byte where none did. */
async function oldText(
  { number, source }: OwnRevisionText,
  { documentId, latest }: StoredReview,
  connection: ClientBase,
): Promise<OldText> {
  const read = readDocument(source, `revision ${number}`);
  if (read.kind === "faulty") return { kind: "faulty", faults: read.faults.map(inWords) };
  const credits = await creditsIn(documentId, connection);
  const { document, names } = withCredits(read.document, storedDocument(latest.source), credits);
  if (names.length === 0) return { kind: "read", document, source, credits: [] };
  const again = readParts(document);
  return again.kind === "read" ? { ...again, credits: names } : again;
}

async function storeRestored(
  { review, actor }: Reviewed,
  { document: { record }, source }: Extract<ReadSave, { kind: "read" }>,
  from: number,
  connection: ClientBase,
): Promise<{ revision: number; version: number }> {
  const { documentId, latest } = review;
  await keepAsReview(review, record.template, actor.id, connection);
  const version = review.version + 1;
  const revision = latest.number + 1;
  const { visibility } = record;
  const next = { documentId, number: revision, version, source, visibility, savedById: actor.id };
  await insertRevision({ ...next, isSealed: true, restoredFrom: from }, connection);
  const save = { version, savedById: actor.id, record, unfinished: {} };
  await storeSave(documentId, save, connection);
  const entry = { act: "restored", actorId: actor.id, thing: `incident:${review.slug}` } as const;
  await audit({ ...entry, note: { from, revision } }, connection);
  return { revision, version };
}

function inWords({ line: at, message }: { line: number; message: string }): string {
  return `line ${at}: ${message}`;
}
