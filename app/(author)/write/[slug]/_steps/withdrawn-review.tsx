import { Shell } from "#app/_parts/shell";
import type { FlashShown } from "#app/_session/flash";
import { paths } from "#app/paths";
import type { Member } from "#knowledge/people/actor";
import { assessmentsOf } from "#knowledge/review/approval.store";
import type { StoredReview } from "#knowledge/review/review.store";

import { NotesOnReview } from "./notes-on-review";
import { ReviewSteps } from "./review-steps";

interface Props {
  readonly review: StoredReview;
  readonly state: keyof typeof standing;
  readonly actor: Member;
  readonly flash: FlashShown | null;
}

const standing = {
  archived: "It is archived: nobody writes on it, and its address says so.",
  merged: "It was merged into another incident, to which its address leads.",
  binned: "It lies in the bin.",
} as const;

/** A document that nobody writes on at the moment: where it stands, and what can be done. */
export async function WithdrawnReview({ review, state, actor, flash }: Props) {
  const { slug, title } = review;
  const assessments = await assessmentsOf(review.documentId);
  return (
    <Shell>
      <div className="page pb-0">
        <h1 className="title">{title ?? "Without a title"}</h1>
        <p className="notice">
          {standing[state]} <a href={paths.reviewPreview(slug)}>Read it</a>
          {state === "binned" && (
            <>
              , or <a href={paths.settings("bin")}>take it out of the bin</a>
            </>
          )}
          .
        </p>
      </div>
      <ReviewSteps review={review} assessments={assessments} actor={actor} flash={flash} />
      <NotesOnReview review={review} actor={actor} />
    </Shell>
  );
}
