import { paths } from "#app/paths";
import { writeQuery, type Query } from "#knowledge/search/query";

/** A year with the incidents found in it, and with it as `to` alone. */
export interface Year {
  readonly year: number;
  readonly incidents: number;
  readonly upTo: number;
}

/** Single years that are shown; what is older becomes one line. */
const singleYears = 10;

/**
 * A query's years as rows of figures, each a link to the list with this year in place of `from` and
 * `to`. Beside each stands how many incidents its link finds: one whose moment reaches over several
 * years is in several rows, so they do not add up. `years` come newest first.
 */
export function yearRows(query: Query, years: readonly Year[]) {
  const address = (when: Pick<Query, "from" | "to">) =>
    paths.incidents(writeQuery({ ...query, page: 1, ...when }));
  const rows = years.slice(0, singleYears).map(({ year, incidents }) => ({
    key: String(year),
    name: String(year),
    href: address({ from: String(year), to: String(year) }),
    count: incidents,
  }));
  const older = years[singleYears];
  if (older) {
    rows.push({
      key: "earlier",
      name: `${older.year} and before`,
      href: address({ from: null, to: String(older.year) }),
      count: older.upTo,
    });
  }
  return rows;
}
