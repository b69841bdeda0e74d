import type { IncidentDocument, IncidentRecord } from "#knowledge/incident/document";

import {
  compareFields,
  compareRows,
  type FieldDifference,
  rowsOf,
  type RowsDifference,
} from "./compare-rows";
import { compareStories, type StoryDifference } from "./compare-story";
import { boundedComparison } from "./compare-text";
import { isListName, keysOf } from "./merge/group-shape";
import { isSame } from "./merge/equality";

/** The rows of one list of the record that differ. */
export interface ListDifference extends RowsDifference {
  readonly key: string;
}

/** What became of a document, for people: fields, then lists by row, then the story by section. */
export interface DocumentDifference {
  readonly isSame: boolean;
  /** Keys of the record that are no lists of rows, in the order of the document. */
  readonly fields: readonly FieldDifference[];
  readonly lists: readonly ListDifference[];
  readonly story: StoryDifference;
}

/**
 * What a reader must know to see how `to` differs from `from`. Whatever is not named is the same;
 * `isSame` only when the two documents are, byte for byte. Bounded in time: what is too long to be
 * compared word by word is shown as rewritten.
 */
export function compareDocuments(from: IncidentDocument, to: IncidentDocument): DocumentDifference {
  const compareTexts = boundedComparison();
  const isOfRows = (key: string) => isListName(key) || key === "lessons";
  const fieldKeys = keysOf(null).filter((key) => !isOfRows(key));
  return {
    isSame: isSame(from, to),
    fields: compareFields(
      null,
      { from: from.record, to: to.record, keys: fieldKeys },
      compareTexts,
    ),
    lists: keysOf(null).flatMap((key): ListDifference[] => {
      if (!isOfRows(key)) return [];
      const rows = { from: rowsUnder(from.record, key), to: rowsUnder(to.record, key) };
      const list = compareRows(isListName(key) ? key : null, rows, compareTexts);
      return list.rows.length === 0 ? [] : [{ key, ...list }];
    }),
    story: compareStories({ from: from.story, to: to.story }, compareTexts),
  };
}

function rowsUnder(record: IncidentRecord, key: string) {
  const rows: unknown = Reflect.get(record, key);
  return rowsOf(rows);
}
