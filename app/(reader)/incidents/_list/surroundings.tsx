import { CountBars } from "#app/_parts/count-bars";
import { SharedClasses } from "#app/_parts/shared-classes";
import { paths } from "#app/paths";
import { writeQuery, type Query } from "#knowledge/search/query";

interface Props {
  readonly query: Query;
  /** Newest first. */
  readonly years: readonly { year: number; incidents: number }[];
  readonly total: number;
}

/** Single years that are shown; what is older becomes one line. */
const singleYears = 10;

/** When these incidents happened and what they share, each a link to the list narrowed by it. */
export function Surroundings({ query, years, total }: Props) {
  const address = (when: Pick<Query, "from" | "to">) =>
    paths.incidents(writeQuery({ ...query, page: 1, ...when }));
  const rows = years.slice(0, singleYears).map(({ year, incidents }) => ({
    key: String(year),
    name: String(year),
    href: address({ from: String(year), to: String(year) }),
    count: incidents,
  }));
  const older = years.slice(singleYears);
  const last = older[0];
  if (last) {
    rows.push({
      key: "earlier",
      name: `${last.year} and before`,
      href: address({ from: null, to: String(last.year) }),
      count: older.reduce((sum, { incidents }) => sum + incidents, 0),
    });
  }
  return (
    <>
      {rows.length > 0 && (
        <section aria-labelledby="when">
          <h2 id="when" className="label">
            When
          </h2>
          <CountBars rows={rows} />
        </section>
      )}
      <SharedClasses query={query} total={total} />
    </>
  );
}
