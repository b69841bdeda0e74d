import { paths } from "#app/paths";

import { compared } from "./asked";

interface Props {
  /** Slugs of the incidents that are compared already. */
  readonly present: readonly string[];
  /** Incidents to offer, best first. */
  readonly offered: readonly { readonly slug: string; readonly title: string }[];
}

/** Adds an incident to a comparison. A plain form: its address is the comparison. */
export function AddForm({ present, offered }: Props) {
  if (present.length >= compared.most) {
    return (
      <p className="remark">Four are as many as fit side by side. Take one out to add another.</p>
    );
  }
  return (
    <form action={paths.compare()} className="compare-add">
      {present.map((slug) => (
        <input key={slug} type="hidden" name="incident" value={slug} />
      ))}
      <label htmlFor="another">Add an incident, by its title or the address of its page</label>
      <div>
        <input
          id="another"
          className="field"
          type="text"
          name="incident"
          list="offered"
          maxLength={300}
          autoComplete="off"
        />
        <button type="submit" className="btn">
          Add
        </button>
      </div>
      {offered.length > 0 && (
        <>
          <datalist id="offered">
            {offered.map(({ slug, title }) => (
              <option key={slug}>{title}</option>
            ))}
          </datalist>
          <fieldset>
            <legend className="label">Similar to these</legend>
            {offered.map(({ slug, title }) => (
              <button key={slug} type="submit" name="incident" value={slug} className="btn">
                {title}
              </button>
            ))}
          </fieldset>
        </>
      )}
    </form>
  );
}
