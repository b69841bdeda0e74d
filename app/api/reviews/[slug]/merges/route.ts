import { refused } from "#app/_api/changing";
import { reviewing } from "#app/_api/reviewing";
import { paths } from "#app/paths";
import { merge } from "#knowledge/library/publishing";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

/** Makes a document part of another one. */
export const POST = reviewing(
  { body: z.object({ into: z.string().trim().max(80) }) },
  ({ actor, slug, body: { into } }) => merge(actor, slug, into),
  (outcome, { page, body: { into } }) => {
    switch (outcome.kind) {
      case "done":
        return {
          kind: "done",
          next: paths.reviews(),
          value: outcome,
          said: `It is part of ${into} from now on; its address leads there.`,
        };
      case "newer draft":
        return refused(
          page,
          409,
          "There is a newer draft of it, which readers have not seen: publish it, or restore what they see, first. Nothing was changed.",
        );
      case "no target":
        return refused(page, 422, `“${into}” is no other published incident. Nothing was changed.`);
    }
  },
);
