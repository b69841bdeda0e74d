import { readQuery, writeQuery, type Query } from "#knowledge/search/query";

import type { ListedFilter, Parameters } from "./answer";

/** The query that parameters stand for; they may be in any order, and hold filters in `q`. */
export function queryFrom(parameters: Parameters): Query {
  const pairs = Object.entries(parameters).flatMap(([name, values]) =>
    values.map((value) => [name, value]),
  );
  return readQuery(new URLSearchParams(pairs));
}

/**
 * The query after a reader has chosen a value of a filter, or has let go one that was chosen. A
 * further class narrows; of the other filters, and of classes any of which will do, the value takes
 * the place of those before, which is what the figure beside it counts.
 */
export function choosing(query: Query, filter: ListedFilter, value: string): Query {
  const { [filter]: before = [], page: _page, ...rest } = writeQuery(query);
  const isAdded = filter === "class" && query.match !== "any";
  const after = before.includes(value)
    ? before.filter((other) => other !== value)
    : [...(isAdded ? before : []), value];
  return queryFrom({ ...rest, [filter]: after });
}

/** Whether a value of a filter is chosen. */
export function isChosen(query: Query, filter: ListedFilter, value: string): boolean {
  return query[filter].some((one) => one === value);
}

/** The same query with other words, from its first page. Filters among the words join the others. */
export function withWords(query: Query, words: string): Query {
  return queryFrom({ ...writeQuery({ ...query, page: 1 }), q: [words] });
}
