import { paths } from "#app/paths";
import { writeQuery, type Query } from "#knowledge/search/query";

import type { ActiveFilter, UnknownName } from "./active-filters";

const addressOf = (query: Query) => paths.incidents(writeQuery(query));

/** What the list is narrowed by, each with a link that takes it away. */
export function FilterChips({ filters }: { filters: readonly ActiveFilter[] }) {
  if (filters.length === 0) return null;
  return (
    <ul className="filter-chips" aria-label="Filters in use">
      {filters.map(({ label, value, without }) => (
        <li key={`${label} ${value}`}>
          <a href={addressOf(without)} className="filter-chip">
            <span className="sr-only">Remove </span>
            <span>
              <span className="text-faint">{label}</span> {value}
            </span>
            <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      {filters.length > 1 && (
        <li>
          <a href={paths.incidents()} className="quiet px-1 text-small">
            Clear all
          </a>
        </li>
      )}
    </ul>
  );
}

/** Says which slugs of the address name nothing, and what may have been meant. */
export function UnknownNames({ unknown }: { unknown: readonly UnknownName[] }) {
  return unknown.map(({ what, slug, near }) => (
    <p key={`${what} ${slug}`} className="remark">
      There is no {what} called <q>{slug}</q>.
      {near.length > 0 && (
        <>
          {" "}
          Nearest:{" "}
          {near.map(({ name, query }, position) => (
            <span key={name}>
              {position > 0 && ", "}
              <a href={addressOf(query)}>{name}</a>
            </span>
          ))}
          .
        </>
      )}
    </p>
  ));
}

interface NoResultsProps {
  /** The filters, each with how many incidents there are without it. */
  readonly ways: readonly { readonly filter: ActiveFilter; readonly incidents: number }[];
}

/** Says gently that nothing fits everything, and which filter to let go. */
export function NoResults({ ways }: NoResultsProps) {
  const open = ways.filter(({ incidents }) => incidents > 0);
  return (
    <div className="mt-8">
      <h2 className="subhead">No incident here fits all of this.</h2>
      <p className="mt-2 max-w-[62ch] text-soft">
        That it is not recorded does not mean that it has not happened.{" "}
        {open.length > 0
          ? "Without one of these there is more:"
          : "Fewer or other filters may find some."}
      </p>
      <ul className="mt-3 max-w-[40rem]">
        {open.map(({ filter, incidents }) => (
          <li key={`${filter.label} ${filter.value}`} className="count-row">
            <a href={addressOf(filter.without)}>
              without <span className="text-faint">{filter.label.toLowerCase()}</span>{" "}
              {filter.value}
            </a>
            <span>{incidents}</span>
          </li>
        ))}
      </ul>
      <p className="mt-5">
        <a href={paths.incidents()}>All incidents</a> ·{" "}
        <a href={paths.failureClasses()}>the map of failure classes</a>
      </p>
    </div>
  );
}
