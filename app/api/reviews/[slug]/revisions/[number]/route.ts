import { refused } from "#app/_api/changing";
import { reviewing } from "#app/_api/reviewing";
import { typed } from "#app/_api/typed";
import { paths } from "#app/paths";
import { nameRevision, RevisionName } from "#knowledge/review/history";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

const { name, note } = RevisionName.shape;

/** Names a revision and says something of it. */
export const POST = reviewing(
  {
    body: z.object({ name: typed(name.unwrap()), note: typed(note.unwrap()) }),
    page: paths.revision,
  },
  ({ actor, slug, revision, body }) => nameRevision(actor, slug, revision, body),
  (outcome, { page, revision }) =>
    outcome.kind === "named"
      ? {
          kind: "done",
          next: page,
          value: outcome,
          said: `Noted. Revision ${revision} changes no more; what is written from now on goes into another one.`,
        }
      : refused(page, 404, "There is no revision of this number. Nothing was changed."),
);
