import { answeringNotes, From } from "#app/_api/answering-notes";
import { closeNote } from "#knowledge/review/notes";

export { noReading as GET } from "#app/_api/no-reading";

/** Closes a reader's note without more. */
export const POST = answeringNotes(
  From,
  ({ editor, id }) => closeNote(editor, id),
  (outcome, { page }) => ({
    kind: "done",
    next: page,
    value: outcome,
    said: "The note is closed.",
  }),
);
