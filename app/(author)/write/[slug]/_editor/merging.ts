import type { IncidentDocument, IncidentRecord } from "#knowledge/incident/document";
import { namedLists } from "#knowledge/incident/row-id";
import { documentOf, draftOf, isUnnamed, type Draft, type Written } from "#knowledge/review/draft";
import type { Conflict } from "#knowledge/review/merge/conflict";
import { mergeBeside } from "#knowledge/review/merge/merge-beside";
import { mergeDocuments } from "#knowledge/review/merge/merge-documents";
import { type Renames, withOwnIds } from "#knowledge/review/merge/own-ids";
import type { Three } from "#knowledge/review/merge/three-way";
import { renameRows } from "#knowledge/review/renaming";

export interface MergedDraft {
  readonly draft: Draft;
  /** What was decided one way and could be decided the other way. */
  readonly conflicts: readonly Conflict[];
  /** What rows and sources of ours are called by now: the other author has added others of that id. */
  readonly ids: Renames;
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
  const { sides, ids } = withOwnIdsOf(
    { base: wholeDraft(base), ours: draft, theirs: wholeDraft(theirs) },
    used,
  );
  const { document, conflicts } = mergeDocuments(documentsOf(sides), used);
  const { unfinished, setAside, zone } = mergeBeside(sides);
  const whole = draftOf(document, unfinished, setAside, zone);
  const record = asTyped(whole.record, sides.ours.record, documentOf(sides.ours));
  return { draft: { ...whole, record }, conflicts, ids };
}

/**
 * A draft of what was saved. Texts that are too long for a document stand in its rows again: only
 * there a merge sees which row they belong to, and what of them both authors changed.
 */
function wholeDraft({ document, unfinished, setAside, zone }: Written): Draft {
  return draftOf(document, unfinished, setAside, zone);
}

function documentsOf({ base, ours, theirs }: Three<Draft>): Three<IncidentDocument> {
  return { base: documentOf(base), ours: documentOf(ours), theirs: documentOf(theirs) };
}

/**
 * The three of them with an id of its own for every row and source, also in what is kept beside the
 * documents: it is known by the ids, and would belong to the other author's row of that id.
 */
function withOwnIdsOf(
  { base, ours, theirs }: Three<Draft>,
  used: ReadonlySet<string>,
): { readonly sides: Three<Draft>; readonly ids: Renames } {
  const { renames } = withOwnIds(documentsOf({ base, ours, theirs }), used);
  return {
    sides: {
      base,
      ours: renameRows(ours, renames.ours),
      theirs: renameRows(theirs, renames.theirs),
    },
    ids: renames.ours,
  };
}

/**
 * The draft with another document. What is in no document yet stays as it is typed: rows without an
 * id, empty lessons, a space before the next word.
 */
export function withDocument(draft: Draft, document: IncidentDocument): Draft {
  const other = draftOf(document, draft.unfinished, draft.setAside, draft.zone);
  return { ...other, record: asTyped(other.record, draft.record, documentOf(draft)) };
}

/** The draft with the rows of another one that have no id yet, each behind its neighbour there. */
export function withBegun(draft: Draft, other: Draft): Draft {
  const record = { ...draft.record };
  for (const list of namedLists) {
    Reflect.set(record, list, withRowsBegun(record[list], other.record[list]));
  }
  return { ...draft, record };
}

const unnamed = ["impact", "changes", "questions", "related"] as const;

function asTyped(
  merged: IncidentRecord,
  typed: IncidentRecord,
  ours: IncidentDocument,
): IncidentRecord {
  const record = withSpaces(merged, typed);
  for (const list of namedLists) {
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
