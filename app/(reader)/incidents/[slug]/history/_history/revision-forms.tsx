import { Field, Lines } from "#app/_ui/form";
import { paths } from "#app/paths";
import type { OwnRevision } from "#knowledge/review/history.store";
import { withVisibleNames } from "#knowledge/text/invisible";

interface Props {
  readonly slug: string;
  readonly revision: OwnRevision;
  /** The document's version when the page was made. */
  readonly version: number;
  readonly isLatest: boolean;
  /** Names of readers whom only the present text credits. */
  readonly credits: readonly string[];
}

/** What an author can do with a revision: name it, and make it the document's text again. */
export function RevisionForms({ slug, revision, version, isLatest, credits }: Props) {
  const { number, name, note } = revision;
  return (
    <>
      <div className="revision-forms">
        {!isLatest && (
          <form method="post" action={paths.apiRestorations(slug, number)}>
            <input type="hidden" name="version" value={version} />
            <button type="submit" className="btn">
              Restore this revision
            </button>
          </form>
        )}
        <details>
          <summary>
            {name === null && note === null ? "Name it" : "Change its name or note"}
          </summary>
          <form method="post" action={paths.apiRevision(slug, number)}>
            <Field name="name" label="Name" maxLength={80} defaultValue={name ?? ""} />
            <Lines
              name="note"
              label="Note"
              hint="For those who work on it. A revision with a name or note takes no further saves."
              maxLength={4_000}
              defaultValue={note ?? ""}
            />
            <button type="submit" className="btn mt-3">
              Keep
            </button>
          </form>
        </details>
      </div>
      {!isLatest && <CreditsKept names={credits} />}
    </>
  );
}

function CreditsKept({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <p className="form-hint mt-2">
      Who restores it keeps among the sources the readers who were credited after it:{" "}
      {names.map((name) => `“${withVisibleNames(name)}”`).join(", ")}.
    </p>
  );
}
