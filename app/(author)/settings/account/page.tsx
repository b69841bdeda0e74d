import { currentMember, flashFor } from "#app/_session/current";
import { SignOut } from "#app/_parts/account-corner";
import { Field } from "#app/_ui/form";
import { paths } from "#app/paths";
import { findAccount } from "#knowledge/people/account.store";
import { dutyMeanings } from "#knowledge/people/duty";
import { openSessions } from "#knowledge/people/session.store";

import { NewPasswordField, UsernameForBrowsers } from "#app/_parts/people/joining-form";
import { SettingsFrame } from "../_frame/frame";
import { Sessions } from "../_frame/sessions";

export const metadata = { title: "Account" };

export default async function AccountPage() {
  const page = paths.settings("account");
  const member = await currentMember(page);
  const [account, sessions] = await Promise.all([findAccount(member.id), openSessions(member.id)]);
  return (
    <SettingsFrame part="account" title="Account" member={member} flash={await flashFor(page)}>
      <dl className="facts mt-4">
        <dt>Name</dt>
        <dd>{member.name}</dd>
        <dt>E-mail</dt>
        <dd>{account?.email}</dd>
        <dt>Duty</dt>
        <dd>
          {member.duty}. {dutyMeanings[member.duty]}
        </dd>
      </dl>
      <div className="mt-4 account-sign-out">
        <SignOut />
      </div>

      <h2 className="heading mt-10">Sessions</h2>
      <p className="mt-2 text-soft">
        Where you are signed in. A session ends by itself after a month.
      </p>
      <Sessions sessions={sessions} present={member.sessionId} from="account" />
      {sessions.length > 1 && (
        <form method="post" action={paths.apiEndedSessions()} className="mt-4">
          <input type="hidden" name="session" value="others" />
          <button type="submit" className="btn">
            End all others
          </button>
        </form>
      )}

      <h2 className="heading mt-10">Password</h2>
      <p className="mt-2 text-soft">With a new one, all your other sessions end.</p>
      <form method="post" action={paths.apiPasswords()} className="narrow">
        <UsernameForBrowsers email={account?.email ?? ""} />
        <Field
          name="present"
          label="Present password"
          type="password"
          autoComplete="current-password"
          required
        />
        <NewPasswordField />
        <button type="submit" className="btn btn-wide">
          Change it
        </button>
      </form>
    </SettingsFrame>
  );
}
