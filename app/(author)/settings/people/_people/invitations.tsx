import { minuteInWords, Timestamp } from "../../../../_ui/timestamp";
import { paths } from "#app/paths";
import { Duty, dutyMeanings } from "#knowledge/people/duty";
import type { OpenLink } from "#knowledge/people/one-time-link.store";

/** A form for a new invitation, and those that nobody has used yet. */
export function Invitations({ invitations }: { invitations: readonly OpenLink[] }) {
  return (
    <>
      <h2 className="heading mt-6">Invite</h2>
      <form method="post" action={paths.apiInvitations()} className="mt-3">
        <fieldset>
          <legend className="text-soft">
            You get a link to pass on. Whoever opens it first becomes:
          </legend>
          {Duty.options.map((duty) => (
            <label key={duty} className="choice">
              <input type="radio" name="duty" value={duty} defaultChecked={duty === "author"} />{" "}
              <span>
                <b>{duty}</b> <span className="text-soft">{dutyMeanings[duty]}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <button type="submit" className="btn btn-strong mt-2">
          Make a link
        </button>
      </form>
      {invitations.length > 0 && (
        <table className="data-table account-table mt-6">
          <caption className="sr-only">Open invitations</caption>
          <thead>
            <tr>
              <th scope="col">Open invitation as</th>
              <th scope="col">Made</th>
              <th scope="col">By</th>
              <th scope="col">Until</th>
              <th scope="col">
                <span className="sr-only">Take back</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {invitations.map((invitation) => (
              <OpenInvitation key={invitation.id} {...invitation} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function OpenInvitation({ id, duty, madeAt, madeByName, expiresAt }: OpenLink) {
  return (
    <tr>
      <th scope="row">{duty}</th>
      <td>
        <span className="md:hidden">made </span>
        <Timestamp date={madeAt} to="minute" />
      </td>
      <td>
        <span className="md:hidden">by </span>
        {madeByName}
      </td>
      <td>
        <span className="md:hidden">until </span>
        <Timestamp date={expiresAt} />
      </td>
      <td>
        <TakeBack id={id} duty={duty} madeAt={madeAt} />
      </td>
    </tr>
  );
}

function TakeBack({ id, duty, madeAt }: Pick<OpenLink, "id" | "duty" | "madeAt">) {
  return (
    <form method="post" action={paths.apiWithdrawnInvitations()}>
      <input type="hidden" name="invitation" value={id} />
      <button type="submit" className="btn">
        Take back
        <span className="sr-only">
          {" "}
          the invitation as {duty}, made {minuteInWords(madeAt)}
        </span>
      </button>
    </form>
  );
}
