import { CountBars } from "#app/_parts/count-bars";
import { SharedClasses } from "#app/_parts/shared-classes";
import type { Query } from "#knowledge/search/query";

import { yearRows, type Year } from "./year-rows";

interface Props {
  readonly query: Query;
  /** Newest first. */
  readonly years: readonly Year[];
  readonly total: number;
}

/** When these incidents happened and what they share, each a link to the list narrowed by it. */
export function Surroundings({ query, years, total }: Props) {
  return (
    <>
      {years.length > 0 && (
        <section aria-labelledby="when">
          <h2 id="when" className="label">
            When
          </h2>
          <CountBars rows={yearRows(query, years)} />
        </section>
      )}
      <SharedClasses query={query} total={total} />
    </>
  );
}
