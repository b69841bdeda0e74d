import { Missing } from "#app/_parts/missing";
import { currentMember, flashFor, refusePage } from "#app/_session/current";
import { paths } from "#app/paths";
import { allAccounts } from "#knowledge/people/account.store";
import { openInvitations } from "#knowledge/people/one-time-link.store";
import { mayOnSite } from "#knowledge/people/rules";
import { openSessions } from "#knowledge/people/session.store";

import { SettingsFrame } from "../_frame/frame";
import { Sessions } from "../_frame/sessions";
import { Accounts } from "./_people/accounts";
import { Invitations } from "./_people/invitations";

export const metadata = { title: "People" };

export default async function PeoplePage() {
  const page = paths.settings("people");
  const member = await currentMember(page);
  if (!mayOnSite(member, "set duties")) {
    await refusePage(member, page);
    return <Missing />;
  }
  const [accounts, invitations, sessions, flash] = await Promise.all([
    allAccounts(),
    openInvitations(),
    openSessions(null),
    flashFor(page),
  ]);
  const resetFor = accounts.find(({ id }) => id === flash?.values.for);
  return (
    <SettingsFrame part="people" title="People" member={member} flash={flash}>
      {flash?.values.link !== undefined && (
        <p>
          {resetFor
            ? `Give this link to ${resetFor.name}: it works once, within an hour. It is shown only now.`
            : "Give this link to the one you invite: it works once, within a week. It is shown only now."}
          <code id="once-link" className="once">
            {flash.values.link}
          </code>
          <button type="button" className="btn js-only mt-2" data-copy="once-link">
            Copy the link
          </button>
        </p>
      )}
      <Invitations invitations={invitations} />
      <Accounts accounts={accounts} />
      <h2 className="heading mt-10">Sessions</h2>
      <Sessions sessions={sessions} present={member.sessionId} from="people" />
    </SettingsFrame>
  );
}
