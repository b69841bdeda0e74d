import { changingAsMember } from "#app/_api/changing";
import { paths } from "#app/paths";
import { pastedLimit, remindedBy } from "#knowledge/search/by-text";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

/** Longest text that is taken, in bytes: what is looked at of it, and room for what JSON makes of it. */
const bytes = 6 * pastedLimit + 1_000;

/** Which classes a text sounds like and which incidents it resembles. Nothing of it is kept. */
export function POST(request: Request): Promise<Response> {
  return changingAsMember(
    request,
    { body: z.object({ text: z.string() }), bytes, page: paths.reviews(), act: "begin a review" },
    async ({ body: { text } }) => {
      const { classes, incidents } = await remindedBy(text);
      const value = {
        classes: classes.map(({ slug, name, words }) => ({ slug, name, words })),
        incidents: incidents.map(({ slug, title, words, classes: shared }) => ({
          slug,
          title,
          words,
          classes: shared.map(({ name }) => name),
        })),
      };
      return { kind: "done", next: paths.reviews(), value };
    },
  );
}
