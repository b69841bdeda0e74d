import { citationsInMarkdown } from "#knowledge/text/references";

import type { Conflict } from "./conflict";
import { isGroup, isListOfTexts } from "./equality";

/** Ids of rows that are named elsewhere in a document. */
export interface Named {
  readonly sources: Set<string>;
  readonly factors: Set<string>;
}

/** Adds what a value names: `source` and `factors` of its rows, and of the rows within them. */
export function collectNames(value: unknown, named: Named): void {
  if (Array.isArray(value)) {
    for (const item of value) collectNames(item, named);
    return;
  }
  if (!isGroup(value)) return;
  addAll(value.source, named.sources);
  if (isListOfTexts(value.factors)) addAll(value.factors, named.factors);
  for (const inner of Object.values(value))
    if (typeof inner === "object") collectNames(inner, named);
}

function addAll(ids: unknown, to: Set<string>): void {
  if (typeof ids === "string") to.add(ids);
  else if (isListOfTexts(ids)) for (const id of ids) to.add(id);
}

/** Adds what either version of a conflict names, so that either can be chosen. */
export function collectNamesOfConflict(conflict: Conflict, named: Named): void {
  const { ours, theirs } = conflict;
  for (const side of [ours, theirs]) {
    if (conflict.kind === "text" && conflict.path[0] === "story" && typeof side === "string") {
      collectCitations(side, named);
    } else {
      collectNames(side, named);
    }
  }
}

/** Adds the sources that a story cites. */
export function collectCitations(story: string, named: Named): void {
  if (!story.includes("[^")) return;
  for (const { id, defined } of citationsInMarkdown(story)) if (!defined) named.sources.add(id);
}
