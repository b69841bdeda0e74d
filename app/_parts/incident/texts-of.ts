import type { PublishedIncident } from "#knowledge/incident/incident.store";

import { pageTexts, type PageTexts } from "../page-texts";

/** The texts of an incident's page, in the order in which the page shows them. */
export async function textsOf({ record, storyHtml }: PublishedIncident): Promise<PageTexts> {
  const texts = [
    record.summary,
    ...record.impact.flatMap(({ what, value }) => [what, value]),
    record.detection,
    ...record.timeline.flatMap(({ text, belief }) => [text, belief]),
    ...record.factors.flatMap(({ statement, detail }) => [statement, detail]),
    ...record.claims.flatMap(({ statement, positions }) => [
      statement,
      ...positions.map(({ note }) => note),
    ]),
    ...record.changes.map(({ text }) => text),
    ...record.lessons,
    ...record.actions.map(({ text }) => text),
    ...record.questions.map(({ text }) => text),
  ].filter((text) => text !== undefined);
  return pageTexts({
    texts,
    story: storyHtml,
    sources: record.sources,
    slugs: [
      ...record.factors.flatMap(({ classes, mitigations }) => [...classes, ...mitigations]),
      ...record.related.map(({ slug }) => slug),
    ],
  });
}
