import { changingAsMember, refused } from "#app/_api/changing";
import { ComparedText, muchText } from "#app/_api/much-text";
import { classReasonInWords, incidentReasonInWords } from "#app/_parts/reminder-words";
import { paths } from "#app/paths";
import { pastedLimit, remindersFor } from "#knowledge/search/by-text";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

/** Longest text that is taken, in bytes: what is looked at of it, and room for what JSON makes of it. */
const bytes = 6 * pastedLimit + 1_000;

const compared = new ComparedText();

/** `slug` is that of the document that the text is of. It is not asked what it is itself like. */
const Question = z.object({ text: z.string(), slug: z.string().max(200).optional() });

/**
 * Which classes a text sounds like and which incidents it resembles, as far as there is reason enough
 * to say so to somebody who only writes. Nothing of it is kept.
 */
export function POST(request: Request): Promise<Response> {
  return changingAsMember(
    request,
    { body: Question, bytes, page: paths.reviews(), act: "begin a review" },
    async ({ body: { text, slug }, actor }) => {
      const seconds = compared.take(actor.id, Buffer.byteLength(text));
      if (seconds > 0) {
        const headers = { "retry-after": String(seconds) };
        return { ...refused(paths.reviews(), 429, muchText(seconds)), headers };
      }
      const { classes, incidents } = await remindersFor(text, slug);
      const value = {
        classes: classes.map((one) => ({
          slug: one.slug,
          name: one.name,
          reasons: [classReasonInWords(one)],
        })),
        incidents: incidents.map((one) => ({
          slug: one.slug,
          title: one.title,
          reasons: incidentReasonInWords(one),
        })),
      };
      return { kind: "done", next: paths.reviews(), value };
    },
  );
}
