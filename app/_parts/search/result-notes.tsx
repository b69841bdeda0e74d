import { paths } from "#app/paths";
import { emptyQuery } from "#knowledge/search/query";

import type { Notes, SearchAnswer } from "./answer";
import { queryFrom } from "./asked";
import { addressAt, type PlaceName } from "./place";

/** What is to be said about the words and names of a query. */
export function ResultNotes({ notes, place }: { notes: Notes; place: PlaceName }) {
  const { unknown, nowhere, tooCommon } = notes;
  return (
    <>
      {unknown.map(({ what, slug, near }) => (
        <p key={`${what} ${slug}`} className="remark">
          There is no {what} called <q>{slug}</q>.
          {near.length > 0 && (
            <>
              {" "}
              Nearest:{" "}
              {near.map(({ name, parameters }, position) => (
                <span key={name}>
                  {position > 0 && ", "}
                  <a href={addressAt(place, queryFrom(parameters))}>{name}</a>
                </span>
              ))}
              .
            </>
          )}
        </p>
      ))}
      {nowhere.map(({ word, spellings }) => (
        <p key={word} className="remark">
          <q>{word}</q> occurs in no incident
          {spellings.length > 0 ? (
            <>
              ; searched for <Quoted words={spellings} />.
            </>
          ) : (
            "."
          )}
        </p>
      ))}
      {tooCommon.length > 0 && (
        <p className="remark">
          <Quoted words={tooCommon} /> {tooCommon.length === 1 ? "says" : "say"} too little to be
          searched by.
        </p>
      )}
    </>
  );
}

/** So many words are told one by one. */
const quoted = 6;

function Quoted({ words }: { words: readonly string[] }) {
  const shown = words.slice(0, quoted);
  return (
    <>
      {shown.map((word, at) => (
        <span key={word}>
          {at > 0 && ", "}
          <q>{word}</q>
        </span>
      ))}
      {words.length > shown.length && ` and ${words.length - shown.length} more`}
    </>
  );
}

/** Says gently that nothing fits everything, and which single condition to let go. */
export function NoResults({ ways, place }: { ways: SearchAnswer["ways"]; place: PlaceName }) {
  return (
    <div className="no-results">
      <h2 className="subhead">No incident here fits all of this.</h2>
      <p>
        That it is not recorded does not mean that it has not happened.{" "}
        {ways.length > 0
          ? "Without one of these there is more:"
          : "Fewer or other filters may find some."}
      </p>
      {ways.length > 0 && (
        <ul>
          {ways.map(({ label, words, without, incidents }) => (
            <li key={`${label} ${words}`} className="count-row">
              <a href={addressAt(place, queryFrom(without))}>
                without <span className="text-faint">{label.toLowerCase()}</span> {words}
              </a>
              <span>
                {incidents}
                <span className="sr-only"> {incidents === 1 ? "incident" : "incidents"}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={addressAt(place, emptyQuery)}>Begin anew</a> ·{" "}
        <a href={paths.incidents()}>All incidents</a> ·{" "}
        <a href={paths.failureClasses()}>The map of failure classes</a> ·{" "}
        <a href={paths.searchByText()}>Search by a pasted text</a>
      </p>
    </div>
  );
}
