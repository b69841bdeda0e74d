import { currentActor } from "#app/_session/current";
import { paths } from "#app/paths";
import type { Member } from "#knowledge/people/actor";
import { mayOnSite } from "#knowledge/people/rules";

/** The corner of the header from which one writes; for members also what is their own. */
export async function AccountCorner() {
  const actor = await currentActor();
  const mayWrite = actor.kind === "visitor" || mayOnSite(actor, "begin a review");
  return (
    <div className="account-corner" data-account="">
      {mayWrite && (
        <a className="btn btn-strong" href={paths.write()} aria-label="Write a review">
          Write <span className="in-full">a review</span>
        </a>
      )}
      {actor.kind === "member" && <AccountMenu member={actor} />}
    </div>
  );
}

function AccountMenu({ member }: { member: Member }) {
  const links = [
    ...(mayOnSite(member, "begin a review")
      ? [
          { name: "Reviews", href: paths.reviews() },
          { name: "Bin", href: paths.settings("bin") },
        ]
      : []),
    { name: "Account", href: paths.settings("account") },
    ...(mayOnSite(member, "invite people")
      ? [
          { name: "People", href: paths.settings("people") },
          { name: "Site", href: paths.settings("site") },
          { name: "Audit log", href: paths.settings("audit") },
        ]
      : []),
  ];
  return (
    <details className="account-menu">
      <summary aria-label={`${member.name}: menu`}>{member.name}</summary>
      <div>
        <ul>
          {links.map(({ name, href }) => (
            <li key={href}>
              <a href={href}>{name}</a>
            </li>
          ))}
          <li>
            <SignOut />
          </li>
        </ul>
      </div>
    </details>
  );
}

/** Signs out where it is pressed. */
export function SignOut() {
  return (
    <form method="post" action={paths.apiEndedSessions()} data-sign-out="">
      <input type="hidden" name="session" value="this" />
      <button type="submit">Sign out</button>
    </form>
  );
}
