import { atOneLook } from "./block-version.store";
import { matchQuery } from "./match";
import type { Query } from "./query";

/** How many incidents a query finds, where nothing else about them is wanted. */
export function countIncidents(query: Query): Promise<number> {
  return atOneLook(async () => (await matchQuery(query)).total);
}
