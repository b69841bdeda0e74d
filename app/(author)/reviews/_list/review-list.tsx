import type { ReactNode } from "react";

import { Timestamp } from "#app/_ui/timestamp";
import { paths } from "#app/paths";
import type { ReviewLine } from "#knowledge/review/review-list.store";
import { standingInWords } from "#knowledge/review/stand";

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
                <span>{standingInWords(review)}</span>
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
