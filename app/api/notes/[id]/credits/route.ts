import { answeringNotes, From } from "#app/_api/answering-notes";
import { refused } from "#app/_api/changing";
import { refusedFor } from "#app/_api/reviewing";
import { creditNote, type Led } from "#knowledge/review/notes";
import { line } from "#knowledge/text/fields";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

const Sent = From.extend({
  version: z.coerce.number().int().positive(),
  about: z.string().trim().pipe(line(200)),
});

/** Says that a reader's note leads to a change, and credits whoever signed it. */
export const POST = answeringNotes(
  Sent,
  ({ editor, id, body: { version, about } }) => creditNote(editor, id, { version, about }),
  (outcome, { page }) => {
    switch (outcome.kind) {
      case "led":
        return {
          kind: "done",
          next: page,
          value: outcome,
          said: told(outcome),
        };
      case "outdated":
        return refused(
          page,
          409,
          "Somebody has saved since this page was made. Look again, and send it again; nothing was changed.",
        );
      case "faulty":
        return refusedFor(page, outcome.faults, "The document cannot take this source:");
      case "not allowed":
        return refused(
          page,
          409,
          "As it stands, this document cannot be changed. Answer the note, or close it.",
        );
    }
  },
);

function told({ credited, saved }: Extract<Led, { kind: "led" }>): string {
  if (saved) {
    return `The name stands among the sources of revision ${saved.revision}. Where the note gave an address, say there what it is and how far you read it; readers see it once that is published.`;
  }
  return credited === "before"
    ? "The name stands among the sources already, from before the note was opened again. Nothing was added to them."
    : "Noted: whoever has its receipt is told that the page is being changed. It was not signed, so nobody is credited.";
}
