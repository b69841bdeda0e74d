import { reviewing } from "#app/_api/reviewing";
import { paths } from "#app/paths";
import { withdraw } from "#knowledge/library/publishing";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

/** Takes a document from readers. */
export const POST = reviewing(
  { body: z.object({ act: z.enum(["unpublish", "archive"]) }) },
  ({ actor, slug, body: { act } }) => withdraw(actor, slug, act),
  (outcome, { page, body: { act } }) =>
    act === "archive"
      ? {
          kind: "done",
          next: paths.reviews(),
          value: outcome,
          said: "It is archived: its address says so, and lists and search have it no more.",
        }
      : { kind: "done", next: page, value: outcome, said: "It is a draft again." },
);
