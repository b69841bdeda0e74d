import { paths } from "#app/paths";
import type { Progress } from "#knowledge/review/stand";

interface Props {
  readonly slug: string;
  /** The revision that waits for an editor. */
  readonly revision: number;
  readonly latest: Progress["latest"];
  /** What the editor does with it. */
  readonly act: "approve" | "publish";
}

/** Says that what waits is not the latest text, who went on with it, and what they changed. */
export function ChangedSinceWords({ slug, revision, latest, act }: Props) {
  return (
    <>
      <b>{latest.by ?? "An import"} changed it after it was sent:</b> you {act} revision {revision},
      without <a href={paths.revision(slug, latest.revision, revision)}>what was changed since</a>.
    </>
  );
}
