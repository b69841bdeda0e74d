import type { IncidentDocument, IncidentRecord } from "#knowledge/incident/document";
import {
  documentOf,
  draftOf,
  isUnnamed,
  renameRows,
  type Draft,
  type Written,
} from "#knowledge/review/draft";
import type { Conflict } from "#knowledge/review/merge/conflict";
import { followedIds } from "#knowledge/review/merge/followed-ids";
import { mergeBeside } from "#knowledge/review/merge/merge-beside";
import { mergeDocuments } from "#knowledge/review/merge/merge-documents";
import type { Three } from "#knowledge/review/merge/three-way";
import { joinStory } from "#knowledge/review/story-section";

export interface MergedDraft {
  readonly draft: Draft;
  /** What was decided one way and could be decided the other way. */
  readonly conflicts: readonly Conflict[];
  /** Ids that rows of ours have by now, by those that they had: the other author made them anew. */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Puts what stands in this browser together with what somebody else has saved; `used` has the ids of
 * rows that the document had.
 */
export function mergeDrafts(
  base: Written,
  draft: Draft,
  theirs: Written,
  used: ReadonlySet<string>,
): MergedDraft {
  const { ids, ...same } = withSameIds({ base, ours: draft, theirs });
  const documents = {
    base: same.base.document,
    ours: documentOf(same.ours),
    theirs: same.theirs.document,
  };
  const { document, conflicts } = mergeDocuments(documents, used);
  const beside = mergeBeside(same);
  return { draft: { ...withDocument(same.ours, document), ...beside }, conflicts, ids };
}

/** The three of them with one id for every row, also where an author has given it another one. */
function withSameIds({ base, ours, theirs }: { base: Written; ours: Draft; theirs: Written }) {
  const documents = { base: base.document, ours: documentOf(ours), theirs: theirs.document };
  const ids: Three<ReadonlyMap<string, string>> = followedIds(documents);
  return {
    ids: ids.ours,
    base: renamed(base, ids.base),
    ours: renameRows(ours, ids.ours),
    theirs: renamed(theirs, ids.theirs),
  };
}

function renamed(
  { document, unfinished, setAside }: Written,
  ids: ReadonlyMap<string, string>,
): Written {
  const { record, story, ...beside } = renameRows(draftOf(document, unfinished, setAside), ids);
  return { document: { record, story: joinStory(story) }, ...beside };
}

/**
 * The draft with another document. What is in no document yet stays as it is typed: rows without an
 * id, empty lessons, a space before the next word.
 */
export function withDocument(draft: Draft, document: IncidentDocument): Draft {
  const other = draftOf(document, draft.unfinished, draft.setAside);
  return { ...other, record: asTyped(other.record, draft.record, documentOf(draft)) };
}

/** The draft with the rows of another one that have no id yet, each behind its neighbour there. */
export function withBegun(draft: Draft, other: Draft): Draft {
  const record = { ...draft.record };
  for (const list of named) {
    Reflect.set(record, list, withRowsBegun(record[list], other.record[list]));
  }
  return { ...draft, record };
}

const named = ["timeline", "factors", "claims", "actions", "sources"] as const;
const unnamed = ["impact", "changes", "questions", "related"] as const;

function asTyped(
  merged: IncidentRecord,
  typed: IncidentRecord,
  ours: IncidentDocument,
): IncidentRecord {
  const record = withSpaces(merged, typed);
  for (const list of named) {
    const rows = merged[list].map((row) => withSpaces(row, rowOf(row.id, typed[list])));
    Reflect.set(record, list, withRowsBegun(rows, typed[list]));
  }
  for (const list of unnamed) {
    const said = ours.record[list].map((row) => JSON.stringify(row));
    const rows: readonly object[] = typed[list];
    const kept = merged[list].map((row) => rows[said.indexOf(JSON.stringify(row))] ?? row);
    Reflect.set(record, list, kept);
  }
  const lessons = merged.lessons.map(
    (lesson) => typed.lessons.find((text) => text.trim() === lesson) ?? lesson,
  );
  return { ...record, lessons: [...lessons, ...typed.lessons.filter((text) => !text.trim())] };
}

function rowOf(id: string, rows: readonly { readonly id: string }[]): object {
  return rows.find((row) => row.id === id) ?? {};
}

/** The same with the space behind it that a text has in the field. */
function withSpaces<Values extends object>(values: Values, typed: object): Values {
  const spaced = { ...values };
  for (const [key, text] of Object.entries(typed)) {
    const value: unknown = Reflect.get(values, key);
    if (typeof text !== "string" || typeof value !== "string") continue;
    Reflect.set(spaced, key, value + text.slice(text.trimEnd().length));
  }
  return spaced;
}

interface Named {
  readonly id: string;
}

/** Rows without an id are in no document, so no merge has seen them: each stays behind its neighbour. */
function withRowsBegun(merged: readonly Named[], typed: readonly Named[]): Named[] {
  const rows = [...merged];
  for (const [at, row] of typed.entries()) {
    if (!isUnnamed(row.id)) continue;
    const above = new Set(typed.slice(0, at).map(({ id }) => id));
    rows.splice(rows.findLastIndex(({ id }) => above.has(id)) + 1, 0, row);
  }
  return rows;
}
