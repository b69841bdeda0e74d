import type { PublishedIncident } from "#knowledge/incident/incident.store";
import { recordTexts } from "#knowledge/incident/projection";

import { pageTexts, type PageTexts } from "../page-texts";

/**
 * The texts of an incident's page: every one in which a `[[link]]` is read, and the story; with the
 * names of further slugs that the page shows. `draft`: the document's id, where it is one.
 */
export async function textsOf(
  { record, storyHtml }: PublishedIncident,
  slugs: readonly string[] = [],
  draft?: number,
): Promise<PageTexts> {
  return pageTexts({
    texts: recordTexts(record),
    story: storyHtml,
    sources: record.sources,
    draft,
    slugs: [
      ...record.factors.flatMap(({ classes, mitigations }) => [...classes, ...mitigations]),
      ...record.related.map(({ slug }) => slug),
      ...slugs,
    ],
  });
}
