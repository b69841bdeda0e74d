import { Missing } from "#app/_parts/missing";
import { currentMember, flashFor, refusePage } from "#app/_session/current";
import { Timestamp } from "#app/_ui/timestamp";
import { paths } from "#app/paths";
import { mayOnSite } from "#knowledge/people/rules";
import { binDays } from "#knowledge/review/bin";
import { binnedReviews, type ReviewLine } from "#knowledge/review/review-list.store";

import { SettingsFrame } from "../_frame/frame";

export const metadata = { title: "Bin" };

export default async function BinPage() {
  const page = paths.settings("bin");
  const member = await currentMember(page);
  const { id } = member;
  if (!mayOnSite(member, "begin a review")) {
    await refusePage(member, page);
    return <Missing />;
  }
  const all = mayOnSite(member, "see every draft");
  const binned = await binnedReviews(all ? null : id);
  return (
    <SettingsFrame part="bin" title="Bin" member={member} flash={await flashFor(page)}>
      <p className="mt-2 text-soft">
        Drafts that were thrown away. After {binDays} days they are removed for good.
      </p>
      {binned.length === 0 ? (
        <p className="mt-6">The bin is empty.</p>
      ) : (
        <ul className="review-list">
          {binned.map((review) => (
            <Binned key={review.slug} review={review} />
          ))}
        </ul>
      )}
    </SettingsFrame>
  );
}

function Binned({ review }: { review: ReviewLine }) {
  const { binnedAt, slug, title, authors } = review;
  const end = new Date((binnedAt?.getTime() ?? 0) + binDays * 24 * 60 * 60 * 1000);
  return (
    <li>
      <h2>{title || "Without a title"}</h2>
      <p className="eyebrow mt-1">
        <span>{authors.join(", ")}</span>
        <span>
          until <Timestamp date={end} />
        </span>
      </p>
      <form method="post" action={paths.apiOfReview(slug, "bin")} className="mt-2">
        <input type="hidden" name="lies" value="here" />
        <button type="submit" className="btn">
          Take it out<span className="sr-only">: {title || "without a title"}</span>
        </button>
      </form>
    </li>
  );
}
