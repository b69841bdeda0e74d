import { absolute, paths } from "#app/paths";
import { tagUri, type Feed } from "#knowledge/library/feed";
import { incidentsForFeedOf } from "#knowledge/library/feed.store";
import { atOneLook } from "#knowledge/search/block-version.store";
import { documentSet, findEverything } from "#knowledge/search/everything-found";
import { newestRecorded } from "#knowledge/search/order.store";
import { writeQuery, type Query } from "#knowledge/search/query";

import { entriesPerFeed, entryFor, feedsNamed } from "./new-incidents";

/**
 * The feed of what is new among the incidents that a query finds, in the order of the feed of all:
 * an incident comes once, whatever order the query has, and is the same entry in every feed.
 */
export async function searchFeed(asked: Query): Promise<Feed> {
  const query = { ...asked, sort: null, page: 1 };
  const parameters = writeQuery(query);
  const home = absolute(paths.home());
  const newest = await atOneLook(async () =>
    newestRecorded(await documentSet(await findEverything(query)), entriesPerFeed),
  );
  const incidents = await incidentsForFeedOf(newest);
  return {
    id: tagUri(home, feedsNamed, paths.searchAtom(parameters).replace(/^\//, "feed/")),
    title: `Hindsight: ${inWords(parameters)}`,
    subtitle: "Incidents that are new in this knowledge base and match a search, newest first.",
    author: "Hindsight",
    home,
    page: absolute(paths.search(parameters)),
    atom: absolute(paths.searchAtom(parameters)),
    json: null,
    classes: absolute(`${paths.failureClasses()}/`),
    entries: incidents.map((incident) => entryFor(incident, home)),
  };
}

/** A query as the search box has it. */
function inWords({ q = [], ...filters }: Record<string, readonly string[]>): string {
  const named = Object.entries(filters).flatMap(([name, values]) =>
    values.map((value) => (name === "not-class" ? `-class:${value}` : `${name}:${value}`)),
  );
  return [...named, ...q].join(" ") || "new incidents";
}
