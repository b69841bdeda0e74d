import type { PublishedIncident } from "#knowledge/incident/incident.store";
import { momentOf } from "#knowledge/incident/moment";

import { absolute, paths } from "../../paths";
import type { PageTexts } from "../page-texts";

/**
 * What the page says, for search engines: a report about an event, with its sources. As JSON that
 * can stand inside a `<script>`: no `<` is left in it.
 */
export function jsonLdOf(incident: PublishedIncident, texts: PageTexts): string {
  const { slug, record, organizations, publishedAt } = incident;
  const address = absolute(paths.incident(slug));
  const report = {
    "@context": "https://schema.org",
    "@type": "Report",
    "@id": address,
    url: address,
    headline: record.title,
    abstract: texts.plain(record.summary ?? ""),
    image: absolute(paths.incidentPicture(slug)),
    inLanguage: "en-GB",
    license: "https://creativecommons.org/licenses/by/4.0/",
    datePublished: record.recorded,
    dateModified: publishedAt.toISOString(),
    publisher: { "@type": "Organization", name: "Hindsight", url: absolute("/") },
    about: {
      "@type": "Event",
      name: record.title,
      startDate: dateOf(record.started),
      endDate: dateOf(record.resolved),
      organizer: organizations.map(({ name }) => ({ "@type": "Organization", name })),
    },
    citation: record.sources.map(({ title, url }) => ({
      "@type": "CreativeWork",
      name: title,
      url,
    })),
  };
  return JSON.stringify(report).replaceAll("<", String.raw`\u003c`);
}

/** A moment as ISO 8601, as precise as it is; undefined where a hedge leaves no one date to give. */
function dateOf(moment: string | undefined): string | undefined {
  return moment !== undefined && momentOf(moment).hedge === "exact" ? moment : undefined;
}
