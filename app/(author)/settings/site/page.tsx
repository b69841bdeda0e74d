import { Missing } from "#app/_parts/missing";
import { currentMember, flashFor, refusePage } from "#app/_session/current";
import { paths } from "#app/paths";
import { mayOnSite } from "#knowledge/people/rules";
import { guardedSite } from "#knowledge/people/site.store";

import { SettingsFrame } from "../_frame/frame";

export const metadata = { title: "Site" };

export default async function SitePage() {
  const page = paths.settings("site");
  const member = await currentMember(page);
  if (!mayOnSite(member, "change settings")) {
    await refusePage(member, page);
    return <Missing />;
  }
  const { membersOnly } = await guardedSite();
  return (
    <SettingsFrame part="site" title="Site" member={member} flash={await flashFor(page)}>
      <form method="post" action={paths.apiSite()} className="mt-4">
        <fieldset>
          <legend className="text-soft">Who may read what is published</legend>
          <label className="choice mt-1">
            <input type="radio" name="reading" value="everybody" defaultChecked={!membersOnly} />{" "}
            <span>
              <b>Everybody</b>{" "}
              <span className="text-soft">but for documents that are marked for members.</span>
            </span>
          </label>
          <label className="choice">
            <input type="radio" name="reading" value="members" defaultChecked={membersOnly} />{" "}
            <span>
              <b>Members only</b>{" "}
              <span className="text-soft">
                pages, search, feeds and the API ask everybody to sign in first.
              </span>
            </span>
          </label>
        </fieldset>
        <button type="submit" className="btn btn-strong mt-2">
          Save
        </button>
      </form>
    </SettingsFrame>
  );
}
