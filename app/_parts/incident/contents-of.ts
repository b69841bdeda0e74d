import type { PublishedIncident } from "#knowledge/incident/incident.store";
import type { Backlink } from "#knowledge/incident/link.store";

import type { ContentsEntry } from "./contents";

/** The sections that an incident's page has, in order, and what the margin holds at its end. */
export function contentsOf(
  { record, storyHeadings }: PublishedIncident,
  backlinks: readonly Backlink[],
): ContentsEntry[] {
  const lists: readonly (ContentsEntry & { count: number; counted?: boolean })[] = [
    { id: "timeline", title: "Timeline", count: record.timeline.length, counted: true },
    { id: "factors", title: "Contributing factors", count: record.factors.length, counted: true },
    { id: "claims", title: "Where sources disagree", count: record.claims.length, counted: true },
    { id: "changes", title: "What changed", count: record.changes.length },
    { id: "lessons", title: "Lessons", count: record.lessons.length },
    { id: "actions", title: "Actions", count: record.actions.length, counted: true },
    { id: "questions", title: "Open questions", count: record.questions.length, counted: true },
  ];
  const top = Math.min(...storyHeadings.map(({ depth }) => depth));
  return [
    { id: "summary", title: "Summary" },
    ...(record.impact.length > 0 || record.detection !== undefined
      ? [{ id: "impact", title: "Impact" }]
      : []),
    ...lists
      .filter(({ count }) => count > 0)
      .map(({ id, title, count, counted }) => (counted ? { id, title, count } : { id, title })),
    ...storyHeadings
      .filter(({ depth }) => depth === top)
      .map(({ id, text }) => ({ id, title: text })),
    ...(record.sources.length > 0
      ? [{ id: "sources", title: "Sources", count: record.sources.length }]
      : []),
    ...(backlinks.some(({ via }) => via !== "related")
      ? [{ id: "links-here", title: "What links here" }]
      : []),
    // A browser unfolds the ways to cite when it goes there.
    { id: "cite-text", title: "Cite or take away" },
  ];
}
