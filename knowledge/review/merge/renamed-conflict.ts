import { story as storyStep } from "#knowledge/text/fault";

import { withRenamedCitation } from "./citations";
import type { Conflict, Fields, Row } from "./conflict";
import { isGroup, isListOfTexts } from "./equality";
import type { Renames } from "./own-ids";
import { withRenamedAnchors } from "./row-anchors";
import type { Three } from "./three-way";

/**
 * A conflict after rows and sources were given other ids: it is of the same row, and what is chosen
 * in it leads where it led. One of the whole document stays: it is of another time altogether.
 */
export function renamedConflict(conflict: Conflict, renames: Renames): Conflict {
  const [list] = conflict.path;
  const id = conflict.id === null ? null : idOf(list, conflict.id, renames);
  const inFields = (fields: Fields) => fieldsRenamed(fields, list, renames);
  switch (conflict.kind) {
    case "text":
      return list === storyStep ? passageRenamed(conflict, renames) : { ...conflict, id };
    case "value":
      return { ...conflict, id, ...three(conflict, inFields) };
    case "row":
      return {
        ...conflict,
        id,
        ...three(conflict, (row) => (isFields(row) ? inFields(row) : row)),
      };
    case "document":
      return conflict;
  }
}

function three<Value>(
  { base, ours, theirs }: Three<Value>,
  change: (value: Value) => Value,
): Three<Value> {
  return { base: change(base), ours: change(ours), theirs: change(theirs) };
}

function isFields(row: Row | null): row is Fields {
  return isGroup(row);
}

type Passage = Extract<Conflict, { kind: "text" }>;

function passageRenamed(passage: Passage, { rows, sources }: Renames): Passage {
  const renamed = (text: string) => {
    let now = withRenamedAnchors(text, rows);
    for (const [from, to] of sources) now = withRenamedCitation(now, from, to);
    return now;
  };
  const { both, before, after } = passage;
  return {
    ...passage,
    ...three(passage, renamed),
    both: renamed(both),
    before: renamed(before),
    after: renamed(after),
  };
}

function fieldsRenamed(fields: Fields, list: unknown, renames: Renames): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      valueRenamed(value, { key, list }, renames),
    ]),
  );
}

interface Key {
  readonly key: string;
  readonly list: unknown;
}

function valueRenamed(value: unknown, { key, list }: Key, renames: Renames): unknown {
  if (key === "positions" && Array.isArray(value)) {
    return value.map((one: unknown) => (isGroup(one) ? fieldsRenamed(one, key, renames) : one));
  }
  if (key === "id" && typeof value === "string") return idOf(list, value, renames);
  if (key === "factors") return named(value, renames.rows);
  return key === "source" ? named(value, renames.sources) : value;
}

/** The names of rows or sources, as far as they are called otherwise now. */
function named(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (isListOfTexts(value)) return value.map((id) => ids.get(id) ?? id);
  return typeof value === "string" ? (ids.get(value) ?? value) : value;
}

function idOf(list: unknown, id: string, { rows, sources }: Renames): string {
  return (list === "sources" ? sources : rows).get(id) ?? id;
}
