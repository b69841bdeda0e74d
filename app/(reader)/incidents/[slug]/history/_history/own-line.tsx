import { Timestamp } from "#app/_ui/timestamp";
import { paths } from "#app/paths";
import type { OwnRevision } from "#knowledge/review/history.store";

/** What authors and editors are told of a revision: who saved it, what it is called, what was said of it. */
export function OwnFacts({ revision }: { readonly revision: OwnRevision }) {
  const { savedAt, savedBy, restoredFrom, publishedAt, isCurrent, requests, assessments, note } =
    revision;
  return (
    <>
      <p className="eyebrow">
        <span>
          saved <Timestamp date={savedAt} to="minute" />
        </span>
        <span>{savedBy ?? "imported from a file"}</span>
        {restoredFrom !== null && <span>restored from revision {restoredFrom}</span>}
        {publishedAt !== null && (
          <span>
            published <Timestamp date={publishedAt} to="minute" />
          </span>
        )}
        {isCurrent && <span className="text-safeguard">what readers see now</span>}
      </p>
      {note !== null && <p className="history-note">{note}</p>}
      {requests.map(({ by, note: word, at }) => (
        <p key={at.toISOString()} className="history-word">
          {by} asked for approval, <Timestamp date={at} to="minute" />
          {word !== null && <>: “{word}”</>}
        </p>
      ))}
      {assessments.map(({ by, assessment, note: word, at }) => (
        <p key={at.toISOString()} className="history-word">
          {by} {assessment === "approved" ? "approved it" : "sent it back"},{" "}
          <Timestamp date={at} to="minute" />
          {word !== null && <>: “{word}”</>}
        </p>
      ))}
    </>
  );
}

interface Props {
  readonly slug: string;
  readonly revision: OwnRevision;
  /** The number of the revision before it. */
  readonly before: number | undefined;
}

/** A revision in the list of all of them. */
export function OwnLine({ slug, revision, before }: Props) {
  const { number, name } = revision;
  return (
    <li className="history-line-own">
      <h2>
        <a href={paths.revision(slug, number)}>
          Revision {number}
          {name !== null && `: ${name}`}
        </a>
        {before !== undefined && (
          <a className="history-changed" href={paths.revision(slug, number, before)}>
            what changed<span className="sr-only"> in revision {number}</span>
          </a>
        )}
      </h2>
      <OwnFacts revision={revision} />
    </li>
  );
}
