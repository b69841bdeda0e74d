import { paths } from "#app/paths";
import { findIncidents } from "#knowledge/search/find";
import { writeQuery, type Query } from "#knowledge/search/query";
import { classNames } from "#knowledge/taxonomy/taxonomy.store";

import { CountBars } from "./count-bars";

/** How many classes are shown. */
const most = 10;

interface Props {
  /** What the incidents have in common already. */
  readonly query: Query;
  /** How many incidents the query finds. */
  readonly total: number;
}

/** The classes that several of a query's incidents name, each a link to the list narrowed by it. */
export async function SharedClasses({ query, total }: Props) {
  // Under another rule of matching, adding a class would not narrow the list.
  if (query.match !== "all" || total < 2) return null;
  const [{ facets }, names] = await Promise.all([findIncidents(query), classNames()]);
  const shared = [...facets.class]
    .filter(([slug, incidents]) => incidents > 1 && !query.class.includes(slug))
    .map(([slug, incidents]) => ({ slug, name: names.get(slug) ?? slug, incidents }))
    .toSorted((a, b) => b.incidents - a.incidents || a.name.localeCompare(b.name))
    .slice(0, most);
  if (shared.length === 0) return null;
  return (
    <section aria-labelledby="shared">
      <h2 id="shared" className="label">
        What these share
      </h2>
      <CountBars
        rows={shared.map(({ slug, name, incidents }) => ({
          key: slug,
          name,
          href: paths.incidents(writeQuery({ ...query, page: 1, class: [...query.class, slug] })),
          count: incidents,
        }))}
        most={total}
      />
      <p className="mt-2 text-fine text-faint">
        How many of these {total} incidents name the class in {countedFactors(query)}.
      </p>
    </section>
  );
}

/** Which factors are counted: with a role or a standing asked for, only those that fit. */
export function countedFactors({ role, standing }: Pick<Query, "role" | "standing">): string {
  const limits = [
    role.length > 0 && `the role ${role.join(" or ")}`,
    standing.length > 0 && `the standing ${standing.join(" or ")}`,
  ].filter((limit) => limit !== false);
  return limits.length === 0
    ? "one of their factors"
    : `a factor with ${limits.join(" and ")}; other factors are not counted`;
}
