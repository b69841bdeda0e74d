import { answeringNotes, From } from "#app/_api/answering-notes";
import { refused } from "#app/_api/changing";
import { typed } from "#app/_api/typed";
import { limits } from "#knowledge/incident/limits";
import { answerNote } from "#knowledge/review/notes";
import { text } from "#knowledge/text/fields";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

const Sent = From.extend({
  answer: typed(text(limits.text)),
  closes: z.enum(["yes", "no"]).default("yes"),
});

/** Answers a reader's note. */
export const POST = answeringNotes(
  Sent,
  async ({ editor, id, body: { answer, closes } }) =>
    answer === null
      ? ({ kind: "empty" } as const)
      : answerNote(editor, id, { answer, closes: closes === "yes" }),
  (outcome, { page, body: { closes } }) =>
    outcome.kind === "empty"
      ? refused(page, 422, "Write an answer, or close the note without one. Nothing was changed.")
      : {
          kind: "done",
          next: page,
          value: outcome,
          said:
            closes === "yes"
              ? "Answered, and closed. Its reader finds the answer on their receipt."
              : "Answered. Its reader finds the answer on their receipt; the note stays open.",
        },
);
