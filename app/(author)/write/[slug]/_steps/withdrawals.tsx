import type { ReactNode } from "react";

import { Field } from "#app/_ui/form";
import { paths } from "#app/paths";
import type { DocumentAct } from "#knowledge/people/rules";
import type { StoredReview } from "#knowledge/review/review.store";

export type May = (act: DocumentAct) => boolean;

interface Props {
  readonly review: StoredReview;
  readonly may: May;
}

const withdrawals = [
  {
    act: "unpublish",
    title: "Unpublish",
    tells: "Readers find nothing at its address, and it is a draft again.",
  },
  {
    act: "archive",
    title: "Archive",
    tells:
      "It leaves lists and search; its address stays, and says that it was withdrawn. You can publish it again here.",
  },
] as const;

/** What takes a document from readers, each with what will come of it, and the way back. */
export function Withdrawals({ review, may }: Props) {
  const { slug, state, publishedNumber } = review;
  return (
    <>
      {state === "archived" && may("publish") && publishedNumber !== null && (
        <form method="post" action={paths.apiOfReview(slug, "publications")}>
          <input type="hidden" name="revision" value={publishedNumber} />
          <button type="submit" className="btn btn-strong">
            Publish again
          </button>
        </form>
      )}
      {withdrawals.map(({ act, title, tells }) =>
        may(act) ? (
          <Step
            key={act}
            title={title}
            tells={tells}
            action={paths.apiOfReview(slug, "withdrawals")}
          >
            <button type="submit" name="act" value={act} className="btn">
              {title} it
            </button>
          </Step>
        ) : null,
      )}
      {may("merge") && (
        <Step
          title="Merge"
          tells="Its address leads to the other incident for good. Its text stays in its history, and cannot be brought back to readers."
          action={paths.apiOfReview(slug, "merges")}
        >
          <Field name="into" label="Merge into" placeholder="the other incident's slug" required />
          <button type="submit" className="btn mt-2">
            Merge it
          </button>
        </Step>
      )}
    </>
  );
}

interface StepProps {
  readonly title: string;
  /** What comes of it. */
  readonly tells: string;
  readonly action: string;
  readonly children: ReactNode;
}

/** A step that is opened before it is taken, so that nobody takes it by one key. */
function Step({ title, tells, action, children }: StepProps) {
  return (
    <details className="ed-withdrawal">
      <summary>{title} …</summary>
      <form method="post" action={action}>
        <p>{tells}</p>
        {children}
      </form>
    </details>
  );
}
