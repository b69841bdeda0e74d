import { refused } from "#app/_api/changing";
import { reviewing } from "#app/_api/reviewing";
import { paths } from "#app/paths";
import { bin, takeOutOfBin } from "#knowledge/review/bin";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

/** Puts a draft into the bin, or takes it out. */
export const POST = reviewing(
  { body: z.object({ lies: z.enum(["there", "here"]) }) },
  ({ actor, slug, body: { lies } }) =>
    lies === "there" ? bin(actor, slug) : takeOutOfBin(actor, slug),
  (outcome, { page, body: { lies } }) => {
    if (outcome.kind === "leads others") {
      return refused(
        page,
        409,
        "Other incidents became part of this one, and their addresses lead here. Publish and archive it instead; nothing was changed.",
      );
    }
    return lies === "there"
      ? {
          kind: "done",
          next: paths.settings("bin"),
          value: outcome,
          said: "The draft lies in the bin. You can take it out for thirty days.",
        }
      : { kind: "done", next: page, value: outcome, said: "The draft is back." };
  },
);
