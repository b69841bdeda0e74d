import { absolute, paths } from "#app/paths";
import { momentOf } from "#knowledge/incident/moment";
import { tagUri, updatedAt, type Feed, type FeedEntry } from "#knowledge/library/feed";
import { incidentsForFeed, type NewIncident } from "#knowledge/library/feed.store";

export const entriesPerFeed = 50;

/** The day on which the feeds were given their names; it stays though all else may change. */
export const feedsNamed = "2026-11-21";

/** The feed of what is new, for both of its forms. */
export async function newIncidentsFeed(): Promise<Feed> {
  const home = absolute(paths.home());
  const incidents = await incidentsForFeed(entriesPerFeed);
  return {
    id: tagUri(home, feedsNamed, "feed/new-incidents"),
    title: "Hindsight: new incidents",
    subtitle: "Incidents and outages that are new in this knowledge base, newest first.",
    author: "Hindsight",
    home,
    atom: absolute(paths.feedAtom()),
    json: absolute(paths.feedJson()),
    classes: absolute(`${paths.failureClasses()}/`),
    entries: incidents.map((incident) => entryFor(incident, home)),
  };
}

/** An incident as an entry of any feed: the same one in all of them. */
export function entryFor(incident: NewIncident, home: string): FeedEntry {
  const { slug, title, summary, recorded, classes } = incident;
  return {
    id: tagUri(home, recorded, slug),
    title,
    link: absolute(paths.incident(slug)),
    markdown: absolute(paths.incidentMarkdown(slug)),
    picture: absolute(paths.incidentPicture(slug)),
    summary,
    published: new Date(momentOf(recorded).first),
    updated: updatedAt(incident),
    classes,
  };
}
