import type { StoredAssessment } from "./approval.store";

/** What of a document lies with editors, as numbers of revisions. */
export interface NextStep {
  /** Waits for an editor's word. */
  readonly toAssess: number | null;
  /** Has it, and is not what readers see. */
  readonly toPublish: number | null;
}

/**
 * `askedFor` is the revision for which approval was asked, until it is published or sent back; of
 * `assessments` the latest comes first.
 */
export function nextStep(
  { askedFor, published }: { askedFor: number | null; published: number | null },
  assessments: readonly Pick<StoredAssessment, "number" | "assessment">[],
): NextStep {
  const last = assessments.at(0);
  const approved = last?.assessment === "approved" ? last.number : null;
  return {
    toAssess: askedFor === approved ? null : askedFor,
    toPublish: approved === published ? null : approved,
  };
}
