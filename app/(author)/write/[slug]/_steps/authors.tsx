import { paths } from "#app/paths";
import { authorNames } from "#knowledge/people/account.store";
import type { StoredReview } from "#knowledge/review/review.store";

/** Who works on the review, and with whom it can be shared. */
export async function Authors({ review, mayShare }: { review: StoredReview; mayShare: boolean }) {
  const { authors, slug } = review;
  const action = paths.apiOfReview(slug, "authors");
  const others = mayShare
    ? (await authorNames()).filter(({ id }) => !authors.some((one) => one.id === id))
    : [];
  return (
    <div className="ed-step">
      <h3 className="label">Authors</h3>
      <ul>
        {authors.map(({ id, name }) => (
          <li key={id}>
            {name}
            {mayShare && authors.length > 1 && (
              <form method="post" action={action} className="inline">
                <input type="hidden" name="account" value={id} />
                <input type="hidden" name="works" value="no" />{" "}
                <button type="submit" className="ed-link">
                  remove<span className="sr-only"> {name} from the authors</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <form method="post" action={action} className="mt-2 flex gap-2">
          <select name="account" className="field" aria-label="Share with">
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <button type="submit" className="btn">
            Share
          </button>
        </form>
      )}
    </div>
  );
}
