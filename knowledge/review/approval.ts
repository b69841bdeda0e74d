import type { ClientBase } from "pg";

import { organizationNames } from "#knowledge/incident/organization.store";
import type { Actor } from "#knowledge/people/actor";
import { audit } from "#knowledge/people/audit.store";

import {
  findRevisionToPublish,
  insertAssessment,
  insertRequest,
  lastRequestOf,
  lastAssessmentOf,
  storeState,
  type Assessment,
} from "./approval.store";
import { neededBeforePublishing } from "./checklist";
import type { Outcome } from "./outcome";
import { reach } from "./review";
import { inTransaction, sealRevision } from "./review.store";
import { storedDocument } from "./save";

export type Asked =
  | { readonly kind: "asked"; readonly revision: number }
  /** Somebody saved after what was asked for. */
  | { readonly kind: "outdated" }
  /** Readers need more before it is worth an editor's time. */
  | { readonly kind: "faulty"; readonly faults: readonly string[] }
  | { readonly kind: "unknown" }
  | { readonly kind: "not allowed" };

/**
 * Asks editors to approve the document as it stands at this version. Its revision takes no further
 * saves; who goes on writing begins another one, and the one that was asked for waits. `note` is what
 * editors are told with it. Who says nothing new of a revision that waits since they asked asks nobody
 * again.
 */
export async function askForApproval(
  actor: Actor,
  slug: string,
  version: number,
  note: string | null = null,
): Promise<Asked> {
  return inTransaction(async (connection): Promise<Asked> => {
    const reached = await reach(actor, "ask for approval", slug, connection);
    if (reached.kind !== "reached") return { kind: reached.kind };
    const { documentId, latest, state, ...review } = reached.review;
    if (review.version !== version) return { kind: "outdated" };
    const faults = await faultsOf(latest.source, connection);
    if (faults.length > 0) return { kind: "faulty", faults };
    const byId = reached.actor.id;
    const request = { documentId, revisionId: latest.id, byId, note };
    const asked = { kind: "asked", revision: latest.number } as const;
    if (review.waitingId === latest.id && (await isRepeated(request, connection))) return asked;
    await sealRevision(latest.id, connection);
    await insertRequest(request, connection);
    const next = state === "published" ? "published" : "waiting";
    await storeState(documentId, next, latest.id, connection);
    const thing = `incident:${review.slug}`;
    const entry = { act: "approval asked", actorId: byId, thing } as const;
    await audit({ ...entry, note: { revision: latest.number } }, connection);
    return asked;
  });
}

/** Whether somebody has asked for approval of a revision, and says no more now than they did then. */
async function isRepeated(
  { revisionId, byId, note }: { revisionId: number; byId: string; note: string | null },
  connection: ClientBase,
): Promise<boolean> {
  const last = await lastRequestOf(revisionId, byId, connection);
  return last !== null && (note === null || note === last.note);
}

/** What a document lacks before readers may see it, as sentences. */
async function faultsOf(source: string, connection: ClientBase): Promise<string[]> {
  const needed = neededBeforePublishing(
    storedDocument(source),
    await organizationNames(connection),
  );
  return needed.map(({ sentence }) => sentence);
}

export type Assessed = Outcome<"assessed" | "nothing waits" | "unknown" | "not allowed">;

/**
 * An editor's word on the revision that waits: approved, or sent back with what is missing. Who says
 * the same once more, as by pressing the button twice, has said it once.
 */
export async function assess(
  actor: Actor,
  slug: string,
  { revision, assessment, note }: { revision: number; assessment: Assessment; note: string | null },
): Promise<Assessed> {
  return inTransaction(async (connection): Promise<Assessed> => {
    const reached = await reach(actor, "approve", slug, connection);
    if (reached.kind !== "reached") return { kind: reached.kind };
    const { review } = reached;
    const byId = reached.actor.id;
    const waiting = await findRevisionToPublish(review.documentId, revision, connection);
    const last = waiting && (await lastAssessmentOf(waiting.id, connection));
    const waits = waiting !== null && waiting.id === review.waitingId;
    if (last && isSaidAgain({ byId, assessment, note }, last, waits)) return { kind: "assessed" };
    if (!waits) return { kind: "nothing waits" };
    const { documentId, state } = review;
    await insertAssessment(
      { documentId, revisionId: waiting.id, byId, assessment, note },
      connection,
    );
    if (assessment === "sent-back") {
      await storeState(documentId, state === "published" ? state : "draft", null, connection);
    }
    const act = assessment === "approved" ? "approved" : "sent back";
    const thing = `incident:${review.slug}`;
    await audit({ act, actorId: byId, thing, note: { revision } }, connection);
    return { kind: "assessed" };
  });
}

interface Word {
  readonly byId: string;
  readonly assessment: Assessment;
  readonly note: string | null;
}

/** What was sent back waits no more, unless its authors have asked anew; what is approved does. */
function isSaidAgain(word: Word, last: Word, waits: boolean): boolean {
  const { byId, assessment, note } = word;
  if (byId !== last.byId || assessment !== last.assessment) return false;
  return waits === (assessment === "approved") && (note === null || note === last.note);
}
