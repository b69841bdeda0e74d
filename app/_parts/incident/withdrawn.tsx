import { sayGone } from "../../page-tags";
import { paths } from "../../paths";
import { Shell } from "../shell";

/** What stands at the address of an incident that was archived; answered with 410. */
export function Withdrawn() {
  return (
    <Shell section="incidents">
      <WithdrawnWords />
    </Shell>
  );
}

export function WithdrawnWords() {
  sayGone();
  return (
    <div className="page">
      <p className="eyebrow">Withdrawn</p>
      <h1 className="title mt-2">This incident was withdrawn.</h1>
      <p className="lede mt-4">
        Its address stays, so that what links here does not mislead; its text can no longer be read.
      </p>
      <p className="mt-10">
        <a href={paths.incidents()}>All incidents</a>
      </p>
    </div>
  );
}
