import { refused } from "#app/_api/changing";
import { reviewing } from "#app/_api/reviewing";
import { share, unshare } from "#knowledge/review/share";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

const Sent = z.object({
  account: z.string().max(100),
  works: z.enum(["yes", "no"]).default("yes"),
});

/** Lets another author work on a document, or no more. */
export const POST = reviewing(
  { body: Sent },
  ({ actor, slug, body: { account, works } }) =>
    works === "yes" ? share(actor, slug, account) : unshare(actor, slug, account),
  (outcome, { page }) => {
    switch (outcome.kind) {
      case "done":
        return { kind: "done", next: page, value: outcome, said: "Done." };
      case "no such author":
        return refused(page, 422, "There is no author of this name. Nothing was changed.");
      case "last author":
        return refused(page, 409, "Somebody has to stay its author. Share it first.");
    }
  },
);
