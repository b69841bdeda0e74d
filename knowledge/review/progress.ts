import type { Actor } from "#knowledge/people/actor";

import { Attendance } from "./attendance";
import { assessmentsOf, type StoredAssessment } from "./approval.store";
import { reach } from "./review";
import type { StoredReview } from "./review.store";
import { othersStand } from "./save";
import type { EditorsWord, OthersStand, Progress } from "./stand";

export type Progressed =
  | {
      readonly kind: "progress";
      readonly progress: Progress;
      /** What was saved since the version that was asked about; null where that is the latest. */
      readonly others: OthersStand | null;
      /** Names of others who have it open, as far as this process knows. */
      readonly here: readonly string[];
    }
  | { readonly kind: "unknown" };

declare global {
  var hindsightAttendance: Attendance | undefined;
}

/** The one of this process. */
function attendance(): Attendance {
  return (globalThis.hindsightAttendance ??= new Attendance());
}

/** How far a document has come, for who may see it; with its text where it is not of this version. */
export async function progressSince(
  actor: Actor,
  slug: string,
  version: number,
): Promise<Progressed> {
  const reached = await reach(actor, "see", slug);
  if (reached.kind !== "reached") return { kind: "unknown" };
  const { review } = reached;
  const [assessments, others] = await Promise.all([
    assessmentsOf(review.documentId),
    review.version > version ? othersStand(reached) : null,
  ]);
  const here = attendance().othersThan(reached.actor, review.documentId);
  return { kind: "progress", progress: progressOf(review, assessments.at(0)), others, here };
}

/** How far a document has come, of whose revisions editors said `last` of any. */
export function progressOf(
  { state, waitingNumber: revision, publishedNumber: published, latest: stored }: StoredReview,
  last: StoredAssessment | undefined,
): Progress {
  const said = last === undefined ? null : wordOf(last);
  const latest = { revision: stored.number, by: stored.savedBy?.name ?? null };
  if (revision === null) return { state, waiting: null, published, latest, said };
  const isApproved = said !== null && said.revision === revision && said.isApproval;
  return { state, waiting: { revision, isApproved }, published, latest, said };
}

function wordOf({ by, number, assessment, note }: StoredAssessment): EditorsWord {
  return { by, revision: number, isApproval: assessment === "approved", note };
}
