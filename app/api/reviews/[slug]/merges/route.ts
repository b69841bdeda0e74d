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
  (outcome, { page, body: { into } }) =>
    outcome.kind === "done"
      ? {
          kind: "done",
          next: paths.reviews(),
          value: outcome,
          said: `It is part of ${into} from now on; its address leads there.`,
        }
      : refused(page, 422, `“${into}” is no other published incident. Nothing was changed.`),
);
