import type { Metadata } from "next";

import { IncidentList } from "#app/_parts/incident-list";
import { Pagination } from "#app/_parts/pagination";
import { Segments } from "#app/_parts/segments";
import { Shell } from "#app/_parts/shell";
import { metadataOf } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { searchParametersOf, type PageParameters } from "#app/search-parameters";
import {
  asksNothing,
  readQuery,
  resultsPerPage,
  writeQuery,
  type Query,
  type Sort,
} from "#knowledge/search/query";
import { findIncidents } from "#knowledge/search/find";
import { yearsInIndex } from "#knowledge/search/surroundings.store";

import { activeFilters, unknownNames, type ActiveFilter } from "./_list/active-filters";
import { FilterForm, filterFormId } from "./_list/filter-form";
import { namesForFilters } from "./_list/names";
import { FilterChips, NoResults, UnknownNames } from "./_list/result-notes";
import { Surroundings } from "./_list/surroundings";

interface Props {
  readonly searchParams: PageParameters;
}

const addressOf = (query: Query) => paths.incidents(writeQuery(query));

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = readQuery(await searchParametersOf(searchParams));
  return metadataOf({
    title: query.q === "" ? "Incidents" : `Incidents: ${query.q}`,
    description:
      "Public incidents and outages, by failure class, organisation, sector, severity and year.",
    canonical: addressOf(query),
  });
}

export default async function IncidentsPage({ searchParams }: Props) {
  tagPage("incidents");
  const query = readQuery(await searchParametersOf(searchParams));
  const [{ total, results: incidents, facets, upTo }, names, years] = await Promise.all([
    findIncidents(query),
    namesForFilters(),
    yearsInIndex(),
  ]);
  const yearsFound = [...facets.year]
    .map(([year, count]) => ({ year: Number(year), incidents: count, upTo: upTo.get(year) ?? 0 }))
    .toReversed();
  const filters = activeFilters(query, names);
  const pages = Math.ceil(total / resultsPerPage);

  return (
    <Shell section="incidents">
      <div className="page">
        <h1 className="title">Incidents</h1>
        <WordsBox words={query.q} />
        <div className="results">
          <div className="results-filters">
            <FilterForm query={query} names={names} years={years.first.toReversed()} />
          </div>
          <section className="results-list" aria-label="Incidents found">
            <FilterChips filters={filters} />
            <UnknownNames unknown={unknownNames(query, names)} />
            <ResultHead query={query} total={total} />
            {total === 0 && <NoResults ways={await waysOn(filters)} />}
            {total > 0 && incidents.length === 0 && <BeyondTheEnd query={query} pages={pages} />}
            <IncidentList incidents={incidents} heading="h2" />
            <Pagination
              page={query.page}
              pages={pages}
              addressOf={(page) => addressOf({ ...query, page })}
            />
          </section>
          <aside className="results-aside" aria-label="Narrow the list">
            <Surroundings query={query} years={yearsFound} total={total} />
          </aside>
        </div>
      </div>
    </Shell>
  );
}

function WordsBox({ words }: { words: string }) {
  return (
    <search className="ask mt-5">
      <input
        type="search"
        name="q"
        form={filterFormId}
        aria-label="Words to look for"
        placeholder="a factor, a symptom, a system…"
        defaultValue={words}
        autoComplete="off"
        data-search-box=""
      />
      <button type="submit" form={filterFormId} className="btn">
        Search
      </button>
    </search>
  );
}

const sortNames: Record<Sort, string> = {
  relevance: "Relevance",
  date: "Newest",
  severity: "Severity",
  duration: "Duration",
  factors: "Factors",
};

function ResultHead({ query, total }: { query: Query; total: number }) {
  const fallback = query.q === "" ? "date" : "relevance";
  const current = query.sort ?? fallback;
  const sorts: Sort[] = ["date", "severity", "duration"];
  if (query.q !== "" || current === "relevance") sorts.unshift("relevance");
  if (current === "factors") sorts.push("factors");
  return (
    <div className="results-head">
      <p>
        <strong>{total}</strong> {total === 1 ? "incident" : "incidents"}
        {asksNothing(query) && " in all"}
      </p>
      {total > 1 && (
        <Segments
          label="Order"
          choices={sorts.map((sort) => ({
            name: sortNames[sort],
            href: addressOf({ ...query, page: 1, sort: sort === fallback ? null : sort }),
            isCurrent: sort === current,
          }))}
        />
      )}
    </div>
  );
}

function BeyondTheEnd({ query, pages }: { query: Query; pages: number }) {
  return (
    <p className="remark">
      The list ends with page {pages}. <a href={addressOf({ ...query, page: pages })}>Go there</a>
    </p>
  );
}

/** Filters counted when nothing is found; an address with more of them is no person's. */
const waysCounted = 8;

async function waysOn(filters: readonly ActiveFilter[]) {
  return Promise.all(
    filters.slice(0, waysCounted).map(async (filter) => ({
      filter,
      incidents: (await findIncidents(filter.without)).total,
    })),
  );
}
