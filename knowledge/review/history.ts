import * as z from "zod";

import { limits } from "#knowledge/incident/limits";
import { readDocument } from "#knowledge/incident/read-document";
import type { Actor } from "#knowledge/people/actor";
import { audit } from "#knowledge/people/audit.store";
import { line, text } from "#knowledge/text/fields";

import { ownRevision, storeName } from "./history.store";
import type { Outcome } from "./outcome";
import { presentTexts } from "./present-texts";
import { reach } from "./review";
import { inTransaction, insertRevision, storeSave } from "./review.store";
import { keepAsReview, storedDocument } from "./save";

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
  | { readonly kind: "restored"; readonly revision: number; readonly version: number }
  /** Somebody has saved since the page was made on which this was asked for. */
  | { readonly kind: "outdated" }
  /**
   * Texts of the present draft that cannot be read yet, so many, are in no revision and would be
   * lost; or would stand in the way of what is restored.
   */
  | { readonly kind: "unfinished"; readonly texts: number }
  /** It is what the document says already. */
  | { readonly kind: "same" }
  /** By the rules of today it is not well formed any more. */
  | { readonly kind: "faulty"; readonly faults: readonly string[] }
  | Outcome<"no such revision" | "unknown" | "not allowed">;

/**
 * Makes what a revision said the document's text again: as a new revision, so that nothing in
 * between is lost. Readers see it when it is approved and published like any other.
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
    if (source === latest.source) return { kind: "same" };
    const present = presentTexts(review.unfinished ?? {}, storedDocument(latest.source).record);
    const texts = Object.keys(present).length;
    if (texts > 0) return { kind: "unfinished", texts };
    const read = readDocument(source, `revision ${number}`);
    if (read.kind === "faulty") return { kind: "faulty", faults: read.faults.map(inWords) };
    const { record } = read.document;
    const actorId = reached.actor.id;
    await keepAsReview(review, record.template, actorId, connection);
    const version = review.version + 1;
    const revision = latest.number + 1;
    const { visibility } = record;
    const next = { documentId, number: revision, version, source, visibility, savedById: actorId };
    await insertRevision({ ...next, isSealed: true, restoredFrom: number }, connection);
    const save = { version, savedById: actorId, record, unfinished: {} };
    await storeSave(documentId, save, connection);
    const entry = { act: "restored", actorId, thing: `incident:${review.slug}` } as const;
    await audit({ ...entry, note: { from: number, revision } }, connection);
    return { kind: "restored", revision, version };
  });
}

function inWords({ line: at, message }: { line: number; message: string }): string {
  return `line ${at}: ${message}`;
}
