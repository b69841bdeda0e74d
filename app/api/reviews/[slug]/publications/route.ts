import { refused } from "#app/_api/changing";
import { renderer } from "#app/_api/renderer";
import { refusedFor, reviewing } from "#app/_api/reviewing";
import { paths } from "#app/paths";
import { publish } from "#knowledge/library/publishing";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

const Sent = z.object({
  revision: z.coerce.number().int().positive(),
  /** The slug that the document gets at its first publication. */
  as: z.string().trim().max(80).default(""),
});

/** Shows an approved revision to readers. */
export const POST = reviewing(
  { body: Sent },
  ({ actor, slug, body: { revision, as } }) =>
    publish(actor, slug, { revision, as: as === "" ? null : as }, renderer()),
  (outcome, { page, body: { as } }) => {
    switch (outcome.kind) {
      case "published":
        return {
          kind: "done",
          next: paths.reviewSteps(outcome.slug),
          value: outcome,
          said: "It is published: readers see it from now on.",
          values: { readAt: paths.incident(outcome.slug) },
        };
      case "not approved":
        return refused(page, 409, "No editor has approved this revision. Nothing was published.");
      case "slug taken":
        return refused(
          page,
          409,
          `The address “${as}” means something else already; take another.`,
        );
      case "no slug":
        return refused(
          page,
          422,
          "The address needs small letters a to z, digits, and single hyphens between them.",
        );
      case "faulty":
        return refusedFor(page, outcome.faults, "Nothing was published; this is missing or wrong:");
    }
  },
);
