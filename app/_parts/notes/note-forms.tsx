import { paths } from "#app/paths";
import type { NoteLine } from "#knowledge/review/note.store";

/** Where the forms stand: in the list of all reviews, or at the review itself. */
export type Place = "list" | "review";

interface Props {
  readonly note: NoteLine;
  readonly place: Place;
}

const changeable: ReadonlySet<NoteLine["state"]> = new Set(["draft", "waiting", "published"]);

/** What an editor can do about a note: answer it, close it, say that it leads to a change. */
export function NoteForms({ note, place }: Props) {
  const { id, state } = note;
  return (
    <div className="note-forms">
      <form method="post" action={paths.apiOfNote(id, "answers")}>
        <Back note={note} place={place} />
        <label>
          <span>Answer; whoever sent the note reads it at their link</span>
          <textarea
            name="answer"
            className="field"
            rows={3}
            required
            maxLength={4_000}
            defaultValue={note.answer ?? ""}
          />
        </label>
        <p className="note-buttons">
          <button type="submit" name="closes" value="yes" className="btn">
            Answer and close
            <Which id={id} />
          </button>
          <button type="submit" name="closes" value="no" className="btn">
            Answer, keep open
            <Which id={id} />
          </button>
        </p>
      </form>
      {changeable.has(state) && <CreditForm note={note} place={place} />}
      <form method="post" action={paths.apiOfNote(id, "closings")}>
        <Back note={note} place={place} />
        <button type="submit" className="btn">
          Close without more
          <Which id={id} />
        </button>
      </form>
    </div>
  );
}

/** The way back from a note that was closed by mistake. */
export function ReopenForm({ note, place }: Props) {
  return (
    <form method="post" action={paths.apiOfNote(note.id, "closings")} className="note-forms">
      <Back note={note} place={place} />
      <input type="hidden" name="closed" value="no" />
      <button type="submit" className="btn">
        Open it again
        <Which id={note.id} />
      </button>
    </form>
  );
}

/** Tells the forms of one note from those of the others, for who hears the page. */
function Which({ id }: { id: number }) {
  return <span className="sr-only"> (note {id})</span>;
}

function Back({ note, place }: Props) {
  return place === "review" ? <input type="hidden" name="review" value={note.slug} /> : null;
}

function CreditForm({ note, place }: Props) {
  const { id, credit, version, title } = note;
  return (
    <form method="post" action={paths.apiOfNote(id, "credits")}>
      <Back note={note} place={place} />
      <input type="hidden" name="version" value={version} />
      {credit === null ? (
        <input type="hidden" name="about" value="not signed" />
      ) : (
        <label>
          <span>What it was about, as the sources will say</span>
          <input
            name="about"
            className="field"
            required
            maxLength={200}
            defaultValue={title.slice(0, 200)}
          />
        </label>
      )}
      <p className="note-buttons">
        <button type="submit" className="btn">
          {credit === null ? "The page will be changed" : "The page will be changed: credit it"}
          <Which id={id} />
        </button>
      </p>
    </form>
  );
}
