import { refused } from "#app/_api/changing";
import { ReviewNote } from "#app/_api/review-note";
import { refusedFor, reviewing } from "#app/_api/reviewing";
import { askForApproval } from "#knowledge/review/approval";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

/** Asks editors to approve the document as it stands. */
export const POST = reviewing(
  { body: z.object({ version: z.coerce.number().int().positive(), note: ReviewNote }) },
  ({ actor, slug, body: { version, note } }) => askForApproval(actor, slug, version, note),
  (outcome, { page }) => {
    switch (outcome.kind) {
      case "asked":
        return {
          kind: "done",
          next: page,
          value: outcome,
          said: `Revision ${outcome.revision} waits for approval. What you write from now on goes into another one.`,
        };
      case "outdated":
        return refused(page, 409, "Somebody has saved since. Look at it, and ask again.");
      case "faulty":
        return refusedFor(page, outcome.faults, "Nobody was asked yet; this is missing or wrong:");
    }
  },
);
