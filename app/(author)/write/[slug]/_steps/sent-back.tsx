import { Timestamp } from "#app/_ui/timestamp";
import type { StoredAssessment } from "#knowledge/review/approval.store";
import type { StoredReview } from "#knowledge/review/review.store";

interface Props {
  readonly review: StoredReview;
  /** What an editor said last of any revision. */
  readonly last: StoredAssessment | undefined;
}

/** What an editor asks for before the review can go on; nothing where nobody has sent it back. */
export function SentBack({ review, last }: Props) {
  if (review.waitingId !== null) return null;
  if (last?.assessment !== "sent-back" || last.number <= (review.publishedNumber ?? 0)) return null;
  return (
    <div className="page pb-0">
      <p className="notice ed-word">
        <b>
          {last.by} sent revision {last.number} back
        </b>
        , <Timestamp date={last.at} to="minute" />
        {last.note === null ? "." : <>: “{last.note}”</>}
      </p>
    </div>
  );
}
