import { RoleMark } from "#app/_parts/role-mark";
import { emptyQuery, writeQuery, type Query } from "#knowledge/search/query";

import type { Condition } from "./answer";
import { queryFrom } from "./asked";
import { addressAt, type PlaceName } from "./place";

interface Props {
  readonly query: Query;
  readonly filters: readonly Condition[];
  readonly place: PlaceName;
}

/** The box for words, with the filters in use beside them; sending it keeps those. */
export function SearchBox({ query, filters, place }: Props) {
  return (
    <search>
      <form action={addressAt(place, emptyQuery)} className="ask search-box">
        <FiltersInUse filters={filters} place={place} />
        <div>
          <input
            type="search"
            name="q"
            aria-label="Words to look for"
            placeholder={filters.length > 0 ? "add words…" : "a factor, a symptom, a system…"}
            defaultValue={query.q}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck="false"
            enterKeyHint="search"
            data-search-box=""
          />
          <button type="submit" className="btn">
            Search
          </button>
        </div>
        <HiddenFields query={{ ...query, q: "", page: 1 }} />
      </form>
    </search>
  );
}

/** What the query asks for besides words, each with a link that takes it away. */
function FiltersInUse({ filters, place }: Omit<Props, "query">) {
  if (filters.length === 0) return null;
  return (
    <ul className="filter-chips" aria-label="Filters in use">
      {filters.map(({ label, words, role, without }) => (
        <li key={`${label} ${words}`}>
          <a href={addressAt(place, queryFrom(without))} className="filter-chip">
            <span className="sr-only">Remove {label.toLowerCase()}: </span>
            {role ? <RoleMark role={role} /> : words}
            <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** A query as hidden fields of a form, so that sending it keeps them. */
export function HiddenFields({ query }: { query: Query }) {
  return Object.entries(writeQuery(query)).flatMap(([name, values]) =>
    values.map((value) => (
      <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
    )),
  );
}
