import { paths } from "#app/paths";
import { writeQuery, type Query } from "#knowledge/search/query";

/** Where a query is asked: at the search, or at the list of incidents, which shows no factors. */
export type PlaceName = "search" | "incidents";

const addresses = { search: paths.search, incidents: paths.incidents } as const;

/** The address of a query at a place. */
export function addressAt(place: PlaceName, query: Query): string {
  return addresses[place](writeQuery(query));
}
