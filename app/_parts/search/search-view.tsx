import { useMemo, type ReactNode } from "react";

import { Pagination } from "#app/_parts/pagination";
import { Segments } from "#app/_parts/segments";
import { paths } from "#app/paths";
import {
  asksNothing,
  emptyQuery,
  sortOf,
  usualSort,
  writeQuery,
  type Query,
  type Sort,
} from "#knowledge/search/query";

import type { SearchAnswer } from "./answer";
import { queryFrom } from "./asked";
import { Facets } from "./facets";
import { addressAt, type PlaceName } from "./place";
import { NoResults, ResultNotes } from "./result-notes";
import { Results } from "./results";
import { SearchBox } from "./search-box";

interface Props {
  readonly answer: SearchAnswer;
  readonly place: PlaceName;
  /** A newer answer is under way. */
  readonly isWaiting?: boolean;
  /** Something to be said before the results. */
  readonly remark?: ReactNode;
  /** What stands beside the results. */
  readonly aside?: ReactNode;
}

/** Box, filters and results: the same on the server and in the browser, and all of it links. */
export function SearchView({ answer, place, isWaiting = false, remark, aside }: Props) {
  // All that is large changes with the answer only, not when one is waited for.
  const { box, filters, list } = useMemo(() => drawn(answer, place), [answer, place]);
  return (
    <>
      {box}
      <div className={aside ? "results results-and-aside" : "results"} aria-busy={isWaiting}>
        {filters}
        <section id="results" className="results-list" aria-label="Incidents found" tabIndex={-1}>
          {remark}
          {list}
        </section>
        {aside && (
          <aside className="results-aside" aria-label="Beside the results">
            {aside}
          </aside>
        )}
      </div>
    </>
  );
}

function drawn(answer: SearchAnswer, place: PlaceName) {
  const query = queryFrom(answer.parameters);
  return {
    box: <SearchBox query={query} filters={answer.filters} place={place} />,
    filters: (
      <div className="results-filters">
        <details className="filters">
          <summary className="btn">Filters</summary>
          <Facets answer={answer} query={query} place={place} />
        </details>
      </div>
    ),
    list: (
      <>
        <ResultHead query={query} total={answer.total} place={place} />
        <ResultNotes notes={answer.notes} place={place} />
        <FoundOrNot answer={answer} query={query} place={place} />
        <Pagination
          page={query.page}
          pages={answer.pages}
          addressOf={(page) => addressAt(place, { ...query, page })}
        />
        {place === "search" && answer.total > 0 && <TakeAlong query={query} />}
      </>
    ),
  };
}

/** The same result for machines and for a feed reader. */
function TakeAlong({ query }: { query: Query }) {
  const parameters = writeQuery({ ...query, page: 1 });
  return (
    <p className="take-along">
      <span className="label">Take it with you</span>{" "}
      <a href={paths.searchCsv(parameters)}>incidents as CSV</a> ·{" "}
      <a href={paths.searchCsv({ ...parameters, rows: "factors" })}>factors as CSV</a> ·{" "}
      <a href={paths.searchJson(parameters)}>JSON</a> ·{" "}
      <a href={paths.searchAtom(parameters)}>Atom feed of this search</a>
    </p>
  );
}

interface PartProps {
  readonly answer: SearchAnswer;
  readonly query: Query;
  readonly place: PlaceName;
}

function FoundOrNot({ answer: { total, pages, results, ways }, query, place }: PartProps) {
  if (total === 0) return <NoResults ways={ways} place={place} />;
  if (results.length === 0) {
    return (
      <p className="remark">
        The list ends with page {pages}.{" "}
        <a href={addressAt(place, { ...query, page: pages })}>Go there</a>
      </p>
    );
  }
  return (
    <>
      <Results
        results={results}
        arePartialLast={sortOf(query) === "relevance"}
        showsFactors={place === "search"}
        query={query}
      />
      {query.q !== "" && (
        <p className="results-else">
          Not among them? <a href={paths.searchByText()}>Paste a draft, an alert or a chat</a>, and
          see what it resembles.
        </p>
      )}
    </>
  );
}

const sortNames: Record<Sort, string> = {
  relevance: "Relevance",
  date: "Newest",
  severity: "Severity",
  duration: "Duration",
  factors: "Factors",
};

function ResultHead({ query, total, place }: Omit<PartProps, "answer"> & { total: number }) {
  const current = sortOf(query);
  const sorts = (["relevance", "date", "severity", "duration", "factors"] as const).filter(
    (sort) => sort === current || isOffered(sort, query),
  );
  return (
    <div className="results-head">
      <p>
        <strong>{total}</strong> {total === 1 ? "incident" : "incidents"}
        {asksNothing(query) && " in all"}
      </p>
      {!asksNothing(query) && (
        <a className="results-clear quiet" href={addressAt(place, emptyQuery)}>
          Clear all
        </a>
      )}
      {total > 1 && (
        <Segments
          label="Order"
          choices={sorts.map((sort) => ({
            name: sortNames[sort],
            href: addressAt(place, {
              ...query,
              page: 1,
              sort: sort === usualSort(query) ? null : sort,
            }),
            isCurrent: sort === current,
          }))}
        />
      )}
    </div>
  );
}

/** Relevance needs words, and an order by matching factors something that factors can match. */
function isOffered(sort: Sort, query: Query): boolean {
  if (sort === "relevance") return query.q !== "";
  if (sort !== "factors") return true;
  const { q, class: classes, family, role, standing } = query;
  return q !== "" || [classes, family, role, standing].some((values) => values.length > 0);
}
