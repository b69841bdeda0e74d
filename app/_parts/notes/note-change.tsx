import { Timestamp } from "../../_ui/timestamp";
import type { Receipt } from "#knowledge/review/notes";

type Props = Pick<Receipt, "hasLed" | "shownAt" | "isNamed" | "isInDraft">;

/** What a note led to; nothing is said to be there that readers cannot see. */
export function NoteChange({ hasLed, shownAt, isNamed, isInDraft }: Props) {
  if (!hasLed) return null;
  return (
    <p className="mt-3">
      {shownAt === null ? (
        notShown(isInDraft)
      ) : (
        <>
          It led to a change{isNamed && ", and your name stands among its sources"}. The page was
          published anew on <Timestamp date={shownAt} />.
        </>
      )}
    </p>
  );
}

function notShown(isInDraft: boolean): string {
  return isInDraft
    ? "The editors are changing the page because of it. Readers see the change once it is published."
    : "The editors took it up to change the page, and have taken what came of it out of their draft again. Nothing of it was published.";
}
