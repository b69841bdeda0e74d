import { documentOf, type Draft } from "#knowledge/review/draft";

/** Characters of the text that are sent. */
const most = 20_000;

/** What somebody has written: the headings are the template's, and every review has them. */
export function textOf(draft: Draft): string {
  const { record } = documentOf(draft);
  return [
    record.title,
    record.summary,
    record.detection,
    ...record.factors.flatMap(({ statement, detail }) => [statement, detail]),
    ...record.timeline.map(({ text }) => text),
    ...draft.story.map(({ body }) => body),
    ...record.organization,
    ...record.products,
  ]
    .filter((text) => text !== undefined && text.trim() !== "")
    .join("\n")
    .slice(0, most);
}
