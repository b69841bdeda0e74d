import { Timestamp } from "#app/_ui/timestamp";
import { paths } from "#app/paths";
import type { SessionLine } from "#knowledge/people/session.store";

import { browserName } from "./browser-name";

interface Props {
  readonly sessions: readonly SessionLine[];
  /** The session that looks at this list. */
  readonly present: string;
  /** The settings page to which one comes back. */
  readonly from: "account" | "people";
}

/** Where somebody is signed in, each session with its end. */
export function Sessions({ sessions, present, from }: Props) {
  return (
    <table className="data-table account-table mt-3">
      <thead>
        <tr>
          {from === "people" && <th scope="col">Who</th>}
          <th scope="col">Browser</th>
          <th scope="col">Since</th>
          <th scope="col">Until</th>
          <th scope="col">
            <span className="sr-only">End</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <tr key={session.id}>
            {from === "people" && <th scope="row">{session.accountName}</th>}
            <td>{browserName(session.userAgent)}</td>
            <td>
              <Timestamp date={session.createdAt} />
            </td>
            <td>
              <Timestamp date={session.expiresAt} />
            </td>
            <td>
              {session.id === present ? (
                <span className="text-soft">this one</span>
              ) : (
                <form method="post" action={paths.apiEndedSessions()}>
                  <input type="hidden" name="session" value={session.id} />
                  <input type="hidden" name="from" value={from} />
                  <button type="submit" className="btn">
                    End
                    <span className="sr-only">
                      {" "}
                      the session of {browserName(session.userAgent)}
                    </span>
                  </button>
                </form>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
