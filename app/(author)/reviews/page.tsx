import { NoteList } from "#app/_parts/notes/note-list";
import { Missing } from "#app/_parts/missing";
import { Shell } from "#app/_parts/shell";
import { currentMember, flashFor, refusePage } from "#app/_session/current";
import { Notice } from "#app/_ui/form";
import { paths } from "#app/paths";
import { mayOnSite } from "#knowledge/people/rules";
import { openNotes } from "#knowledge/review/note.store";
import { otherDrafts, reviewsOf, waitingReviews } from "#knowledge/review/review-list.store";

import { ReviewList } from "./_list/review-list";

export const metadata = { title: "Reviews" };

export default async function ReviewsPage() {
  const page = paths.reviews();
  const member = await currentMember(page);
  const flash = await flashFor(page);
  if (!mayOnSite(member, "begin a review")) {
    if (flash === null) await refusePage(member, page);
    return flash === null ? <Missing /> : <Welcome said={flash.said} fault={flash.fault} />;
  }
  const isEditor = mayOnSite(member, "see every draft");
  const [mine, waiting, others, notes] = await Promise.all([
    reviewsOf(member.id),
    isEditor ? waitingReviews() : [],
    isEditor ? otherDrafts(member.id) : [],
    mayOnSite(member, "answer readers' notes") ? openNotes() : [],
  ]);
  return (
    <Shell>
      <div className="page">
        <h1 className="title">Reviews</h1>
        <Notice {...flash} />
        {isEditor && (
          <ReviewList
            id="waiting"
            title="Waiting for approval"
            reviews={waiting}
            leadsTo={paths.reviewSteps}
            none="Nothing waits for an editor."
          />
        )}
        <ReviewList
          id="mine"
          title="Mine"
          reviews={mine}
          none={
            <>
              You work on no review yet. <a href={paths.write()}>Write one</a>, or ask a colleague
              to share theirs.
            </>
          }
        />
        {isEditor && (
          <ReviewList
            id="others"
            title="Drafts of others"
            reviews={others.filter(({ isWaiting }) => !isWaiting)}
            none="Nobody else is writing."
          />
        )}
        <NoteList title="Notes of readers" notes={notes} place="list" />
        <p className="mt-10">
          <a href={paths.settings("bin")}>The bin</a>
        </p>
      </div>
    </Shell>
  );
}

/** What a reader is told who has just joined; there is nothing for them to write. */
function Welcome(flash: { said?: string | undefined; fault?: string | undefined }) {
  return (
    <Shell>
      <div className="page">
        <h1 className="title">Welcome</h1>
        <Notice {...flash} />
        <p>
          <a href={paths.incidents()}>All incidents</a>, with those that only members read.
        </p>
      </div>
    </Shell>
  );
}
