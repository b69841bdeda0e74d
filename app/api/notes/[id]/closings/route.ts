import { answeringNotes, From } from "#app/_api/answering-notes";
import { closeNote, reopenNote } from "#knowledge/review/notes";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

const Sent = From.extend({ closed: z.enum(["yes", "no"]).default("yes") });

/** Closes a reader's note without more, or opens it again. */
export const POST = answeringNotes(
  Sent,
  ({ editor, id, body: { closed } }) =>
    closed === "yes" ? closeNote(editor, id) : reopenNote(editor, id),
  (outcome, { page, body: { closed } }) => ({
    kind: "done",
    next: page,
    value: outcome,
    said:
      closed === "yes"
        ? "The note is closed. It stays at the end of its review, where it can be opened again."
        : "The note is open again.",
  }),
);
