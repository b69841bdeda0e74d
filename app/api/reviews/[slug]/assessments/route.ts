import { refused } from "#app/_api/changing";
import { ReviewNote } from "#app/_api/review-note";
import { reviewing } from "#app/_api/reviewing";
import { assess } from "#knowledge/review/approval";
import { Assessment } from "#knowledge/review/approval.store";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

const Sent = z
  .object({
    revision: z.coerce.number().int().positive(),
    assessment: Assessment,
    note: ReviewNote,
  })
  .refine(({ assessment, note }) => assessment === "approved" || note !== null, {
    error: "say what its authors should change, so that they need not guess",
  });

/** An editor's word on the revision that waits. */
export const POST = reviewing(
  { body: Sent },
  ({ actor, slug, body }) => assess(actor, slug, body),
  (outcome, { page, body: { revision, assessment } }) => {
    if (outcome.kind === "nothing waits") {
      return refused(page, 409, `Revision ${revision} does not wait for approval (any more).`);
    }
    const said =
      assessment === "approved"
        ? `Revision ${revision} is approved and can be published.`
        : `Revision ${revision} went back to its authors.`;
    return { kind: "done", next: page, value: outcome, said };
  },
);
