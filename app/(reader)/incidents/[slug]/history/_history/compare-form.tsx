import { minuteInWords } from "#app/_ui/timestamp";
import { paths } from "#app/paths";

interface Choice {
  readonly number: number;
  readonly savedAt: Date;
  readonly publishedAt: Date | null;
  /** Told to those who work on it, as is what it is called; readers are told when they saw it. */
  readonly savedBy?: string | null;
  readonly name?: string | null;
}

interface Props {
  readonly slug: string;
  /** Newest first. */
  readonly revisions: readonly Choice[];
  readonly revision?: number | undefined;
  readonly against?: number | undefined;
}

/** Chooses any two revisions to compare. */
export function CompareForm({ slug, revisions, revision, against }: Props) {
  const [newest, before] = revisions;
  if (!newest || !before) return null;
  return (
    <form action={paths.incidentHistory(slug)} className="compare-revisions">
      <Side
        name="against"
        label="From"
        revisions={revisions}
        chosen={against ?? others(revisions, revision ?? newest.number) ?? before.number}
      />
      <Side name="revision" label="to" revisions={revisions} chosen={revision ?? newest.number} />
      <button type="submit" className="btn">
        Show what changed
      </button>
    </form>
  );
}

/** The revision before this one; for the first, the one after it. */
function others(revisions: readonly Choice[], number: number): number | undefined {
  const at = revisions.findIndex((one) => one.number === number);
  return (revisions[at + 1] ?? revisions[at - 1])?.number;
}

interface SideProps {
  readonly name: string;
  readonly label: string;
  readonly revisions: readonly Choice[];
  readonly chosen: number;
}

function Side({ name, label, revisions, chosen }: SideProps) {
  return (
    <label>
      {label}{" "}
      <select name={name} className="field" defaultValue={chosen}>
        {revisions.map((one) => (
          <option key={one.number} value={one.number}>
            {inWords(one)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A revision as one tells it from the others of the same day. */
function inWords({ number, name, savedAt, savedBy, publishedAt }: Choice): string {
  const at = savedBy === undefined ? publishedAt : savedAt;
  const facts = [name, savedBy, at && minuteInWords(at)].filter(Boolean);
  return [`Revision ${number}`, ...facts].join(", ");
}
