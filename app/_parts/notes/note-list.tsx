import { Timestamp } from "../../_ui/timestamp";
import { paths } from "#app/paths";
import type { NoteLine } from "#knowledge/review/note.store";
import { withVisibleNames } from "#knowledge/text/invisible";

import { NoteForms, ReopenForm, type Place } from "./note-forms";

interface Props {
  readonly title: string;
  readonly notes: readonly NoteLine[];
  /** Where the list stands: among all reviews, or at one. */
  readonly place: Place;
}

/** Notes of readers, with what an editor can do about each. Nothing where there are none. */
export function NoteList({ title, notes, place }: Props) {
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="notes" className="mt-10">
      <h2 id="notes" className="heading">
        {title}
      </h2>
      <ul className="note-list">
        {notes.map((note) => (
          <li key={note.id} id={`note-${note.id}`}>
            <NoteItem note={note} place={place} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function NoteItem({ note, place }: { note: NoteLine; place: Place }) {
  const { id, slug, title, sentAt, text, url, credit, answer, answeredBy, closedAt } = note;
  return (
    <>
      <p className="eyebrow">
        <span>Note {id}</span>
        {place === "list" && <a href={paths.incident(slug)}>{title}</a>}
        <span>
          <Timestamp date={sentAt} to="minute" />
        </span>
        <span>{credit === null ? "not signed" : `signed ${withVisibleNames(credit)}`}</span>
        {closedAt !== null && <span>{note.hasLed ? "leads to a change" : "closed"}</span>}
      </p>
      <p className="note-text">{withVisibleNames(text)}</p>
      {url !== null && (
        <p className="note-url">
          <a href={url} rel="noopener nofollow ugc noreferrer">
            {withVisibleNames(url)}
          </a>
        </p>
      )}
      {answer !== null && (
        <p className="note-answer">
          <b>Answered{answeredBy !== null && ` by ${answeredBy}`}:</b> {answer}
        </p>
      )}
      <CreditGone note={note} />
      {closedAt === null ? (
        <NoteForms note={note} place={place} />
      ) : (
        <ReopenForm note={note} place={place} />
      )}
    </>
  );
}

/** What an editor would not know of: that whoever sent it is told of no change any more. */
function CreditGone({ note: { hasLed, isCreditGone } }: { note: NoteLine }) {
  if (!hasLed || !isCreditGone) return null;
  return (
    <p className="mt-3 text-small">
      The source that credited it is not in the latest revision any more. Open it again to credit it
      anew.
    </p>
  );
}
