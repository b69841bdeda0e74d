import type { Actor } from "#knowledge/people/actor";

import { assessmentsOf, type StoredAssessment } from "./approval.store";
import { reach } from "./review";
import type { StoredReview } from "./review.store";
import { othersStand } from "./save";
import type { OthersStand, Progress } from "./stand";

export type Progressed =
  | {
      readonly kind: "progress";
      readonly progress: Progress;
      /** What was saved since the version that was asked about; null where that is the latest. */
      readonly others: OthersStand | null;
    }
  | { readonly kind: "unknown" };

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
  return { kind: "progress", progress: progressOf(review, assessments.at(0)), others };
}

/** How far a document has come, of whose revisions editors said `last` of any. */
export function progressOf(
  { state, waitingNumber: revision, publishedNumber: published }: StoredReview,
  last: StoredAssessment | undefined,
): Progress {
  if (revision === null) return { state, waiting: null, published };
  const isApproved = last?.number === revision && last.assessment === "approved";
  return { state, waiting: { revision, isApproved }, published };
}
