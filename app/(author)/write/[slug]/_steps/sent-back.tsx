import { Timestamp } from "#app/_ui/timestamp";
import { assessmentsOf } from "#knowledge/review/approval.store";
import type { StoredReview } from "#knowledge/review/review.store";

/** What an editor asks for before the review can go on; nothing where nobody has sent it back. */
export async function SentBack({ review }: { review: StoredReview }) {
  if (review.waitingId !== null) return null;
  const [last] = await assessmentsOf(review.documentId);
  if (last?.assessment !== "sent-back" || last.number <= (review.publishedNumber ?? 0)) return null;
  return (
    <div className="page pb-0">
      <p className="notice">
        <b>
          {last.by} sent revision {last.number} back
        </b>
        , <Timestamp date={last.at} to="minute" />
        {last.note === null ? "." : <>: “{last.note}”</>}
      </p>
    </div>
  );
}
