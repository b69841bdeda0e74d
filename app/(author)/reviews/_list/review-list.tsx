import type { ReactNode } from "react";

import { Timestamp } from "#app/_ui/timestamp";
import { paths } from "#app/paths";
import type { ReviewLine } from "#knowledge/review/review-list.store";

interface Props {
  readonly id: string;
  readonly title: string;
  readonly reviews: readonly ReviewLine[];
  /** Where one goes on with one of them; usually where it is written. */
  readonly leadsTo?: (slug: string) => string;
  /** What is said where there are none. */
  readonly none: ReactNode;
}

/** Reviews with their state, who works on them, and when they were last saved. */
export function ReviewList({ id, title, reviews, leadsTo = paths.review, none }: Props) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="heading">
        {title}
      </h2>
      {reviews.length === 0 ? (
        <p className="mt-3 text-soft">{none}</p>
      ) : (
        <ul className="review-list">
          {reviews.map((review) => (
            <li key={review.slug}>
              <h3>
                <a href={leadsTo(review.slug)}>{review.title || "Without a title"}</a>
              </h3>
              <p className="eyebrow mt-1">
                <span>{stateInWords(review)}</span>
                <span>{review.authors.join(", ") || "nobody yet"}</span>
                <span>
                  saved <Timestamp date={review.savedAt} to="minute" />
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function stateInWords(review: ReviewLine): string {
  const { state, isApproved, isSentBack } = review;
  if (state === "published") return publishedInWords(review);
  const words = {
    draft: isSentBack ? "Sent back" : "Draft",
    waiting: isApproved ? "Approved; waits to be published" : "Waits for approval",
    archived: "Archived",
    merged: "Merged",
    binned: "In the bin",
  } as const;
  return words[state];
}

function publishedInWords({ isWaiting, isApproved, isSentBack, hasNewer }: ReviewLine): string {
  if (isApproved) return "Published; a newer revision is approved";
  if (isWaiting) return "Published; a newer revision waits for approval";
  if (!hasNewer) return "Published";
  return isSentBack ? "Published; a newer revision was sent back" : "Published, with a newer draft";
}
