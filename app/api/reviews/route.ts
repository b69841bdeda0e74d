import { changingAsMember, refused } from "#app/_api/changing";
import { refusedFor } from "#app/_api/reviewing";
import { paths } from "#app/paths";
import { limits } from "#knowledge/incident/limits";
import { beginReview } from "#knowledge/review/begin";
import { ChosenZone, readParts } from "#knowledge/review/save";
import { Slug } from "#knowledge/text/slug";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

const Beginning = z.object({
  template: Slug,
  /** What was read out of a file that somebody wrote elsewhere. */
  document: z.object({ record: z.unknown(), story: z.string() }).optional(),
  note: z.string().max(200).optional(),
  zone: ChosenZone.optional(),
});

// As much as a save may have.
const bytes = 3 * limits.documentBytes;

/** Begins a review from a template, empty or with what was read out of a file. */
export function POST(request: Request): Promise<Response> {
  const page = paths.write();
  return changingAsMember(
    request,
    { body: Beginning, bytes, page, act: "begin a review" },
    async ({ actor, body: { template, document, note, zone } }) => {
      const read = document && readParts(document);
      if (read?.kind === "faulty") {
        return refusedFor(page, read.faults, "No draft was made of this:");
      }
      const from = {
        ...(read && { document: read.document }),
        ...(note !== undefined && { note }),
        zone,
      };
      const begun = await beginReview(actor, template, from);
      if (begun.kind !== "begun") return refused(page, 404, "There is no such template.");
      return { kind: "done", next: paths.review(begun.slug), value: { slug: begun.slug } };
    },
  );
}
