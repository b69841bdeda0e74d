import { Missing } from "#app/_parts/missing";
import { Shell } from "#app/_parts/shell";
import { currentMember, refusePage } from "#app/_session/current";
import { paths } from "#app/paths";
import { mayOnSite } from "#knowledge/people/rules";

import { ImportIsland } from "./_import/import.island";

export const metadata = { title: "Take over a review" };

export default async function ImportPage() {
  const member = await currentMember(paths.importReview());
  if (!mayOnSite(member, "begin a review")) {
    await refusePage(member, paths.importReview());
    return <Missing />;
  }
  return (
    <Shell>
      <div className="page">
        <h1 className="title">Take over a review</h1>
        <p className="lede mt-3">
          Paste a post-mortem or choose files, in whatever layout. You see what was recognised,
          guessed and left as text beside the original, before a draft is made of it.
        </p>
        <ImportIsland account={member.id} />
      </div>
    </Shell>
  );
}
