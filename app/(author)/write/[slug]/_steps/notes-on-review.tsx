import { NoteList } from "#app/_parts/notes/note-list";
import type { Member } from "#knowledge/people/actor";
import { mayOnSite } from "#knowledge/people/rules";
import { notesOn } from "#knowledge/review/note.store";
import type { StoredReview } from "#knowledge/review/review.store";

interface Props {
  readonly review: StoredReview;
  readonly actor: Member;
}

/** What readers said of the document, for editors. */
export async function NotesOnReview({ review, actor }: Props) {
  if (!mayOnSite(actor, "answer readers' notes")) return null;
  const notes = await notesOn(review.documentId);
  return (
    <div className="page pt-0">
      <NoteList title="Notes of readers" notes={notes} place="review" />
    </div>
  );
}
