import { changingAsMember, refused } from "#app/_api/changing";
import { paths } from "#app/paths";
import { beginReview } from "#knowledge/review/begin";
import { Slug } from "#knowledge/text/slug";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

/** Begins a review from a template. */
export function POST(request: Request): Promise<Response> {
  const page = paths.write();
  return changingAsMember(
    request,
    { body: z.object({ template: Slug }), page, act: "begin a review" },
    async ({ actor, body: { template } }) => {
      const begun = await beginReview(actor, template);
      if (begun.kind !== "begun") return refused(page, 404, "There is no such template.");
      return { kind: "done", next: paths.review(begun.slug), value: { slug: begun.slug } };
    },
  );
}
