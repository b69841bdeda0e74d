import { changingAsMember } from "#app/_api/changing";
import { paths } from "#app/paths";
import { pastedLimit, remindedBy } from "#knowledge/search/by-text";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

/** Longest text that is taken, in bytes: what is looked at of it, and room for what JSON makes of it. */
const bytes = 6 * pastedLimit + 1_000;

/**
 * Which classes a text sounds like and which incidents it resembles, as far as there is reason enough
 * to say so to somebody who only writes. Nothing of it is kept.
 */
export function POST(request: Request): Promise<Response> {
  return changingAsMember(
    request,
    { body: z.object({ text: z.string() }), bytes, page: paths.reviews(), act: "begin a review" },
    async ({ body: { text } }) => {
      const { classes, incidents } = await remindedBy(text);
      const value = {
        classes: classes.filter(isFounded).map(({ slug, name, reasons }) => ({
          slug,
          name,
          words: reasons,
        })),
        incidents: incidents.filter(isFounded).map(({ slug, title, reasons, classes: shared }) => ({
          slug,
          title,
          words: reasons,
          classes: shared.filter(isFounded).map(({ name }) => name),
        })),
      };
      return { kind: "done", next: paths.reviews(), value };
    },
  );
}

function isFounded({ reasons }: { readonly reasons: readonly string[] }): boolean {
  return reasons.length > 0;
}
