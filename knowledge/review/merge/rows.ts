import { type Conflict, type Fields, type Row, within } from "./conflict";
import { isGroup, isListOfTexts, isSame } from "./equality";
import { mergeProse, type Merged, mergeValue, onlyChange, pick, valueConflict } from "./field";
import {
  identityOf,
  isListName,
  isWellFormedRow,
  keysOf,
  keysTogether,
  type ListName,
} from "./group-shape";
import { type Keyed, mergeKeyed } from "./keyed-list";
import { type Likeness, withKeys } from "./pairing";
import { oneWrittenFurther } from "./passage";
import type { Three } from "./three-way";
import { wordingOf } from "./wording";

type Names = ReadonlySet<string>;

const none: Names = new Set();

/**
 * Merges a list of rows, paths from the list: rows with ids by id, others by what they say. A row
 * that one author removed stays, as a conflict, when the other changed it or when it is `needed`:
 * named elsewhere in what the two wrote.
 */
export function mergeRows(
  list: ListName,
  lists: Three<readonly Fields[]>,
  needed: Names = none,
): Merged<Fields[]> {
  const identity = identityOf(list);
  const keyed = identity === null ? withKeys(lists, rowLikeness(list)) : keyedBy(identity, lists);
  const merged = mergeKeyed<Fields, Merged<Row>>(keyed, {
    merge: ({ base, ours, theirs }) => mergeRow(list, { base: base ?? {}, ours, theirs }),
    rescue: (rows, key) => rescueRow(rows, needed.has(key)),
    adopt,
  });
  return {
    item: merged.flatMap(({ item }) => (typeof item.item === "string" ? [] : [item.item])),
    conflicts: placed(merged, identity !== null),
  };
}

/** Merges lessons: a list of texts of which each is sentences. */
export function mergeTexts(lists: Three<readonly string[]>): Merged<string[]> {
  const merged = mergeKeyed<string, Merged<Row>>(withKeys(lists, textLikeness), {
    merge: ({ base, ours, theirs }) => mergeLesson({ base: base ?? "", ours, theirs }),
    rescue: (texts) => rescueRow(texts, false),
    adopt,
  });
  return {
    item: merged.flatMap(({ item }) => (typeof item.item === "string" ? [item.item] : [])),
    conflicts: placed(merged, false),
  };
}

function mergeLesson(texts: Three<string>): Merged<string> {
  const change = onlyChange(texts);
  return change ? { item: change.value, conflicts: [] } : mergeProse(texts);
}

function adopt(row: Row): Merged<Row> {
  return { item: row, conflicts: [] };
}

function rescueRow(
  { base, ours, theirs }: Three<Row | null>,
  isNeeded: boolean,
): Merged<Row> | null {
  const row = ours ?? theirs;
  if (row === null) return null;
  const isEdited = !isSame(row, base);
  if (!isEdited && !isNeeded) return null;
  const conflict: Conflict = {
    kind: "row",
    path: [],
    id: null,
    base,
    ours,
    theirs,
    kept: ours === null ? "theirs" : "ours",
    because: isEdited ? "edited" : "named",
  };
  return { item: row, conflicts: [conflict] };
}

function placed(rows: readonly Keyed<Merged<Row>>[], haveIds: boolean): Conflict[] {
  return rows.flatMap(({ key, item }, at) => within(at, item.conflicts, haveIds ? key : null));
}

function keyedBy(identity: string, lists: Three<readonly Fields[]>): Three<Keyed<Fields>[]> {
  const keyed = (rows: readonly Fields[]) =>
    rows.map((item) => ({ key: String(item[identity]), item }));
  return { base: keyed(lists.base), ours: keyed(lists.ours), theirs: keyed(lists.theirs) };
}

/** Merges a row key by key; what comes out is well formed. Paths begin at the row. */
export function mergeRow(list: ListName, rows: Three<Fields>): Merged<Fields> {
  const change = onlyChange(rows);
  if (change) return { item: change.value, conflicts: [] };
  const merged = mergeFields(list, keysOf(list), rows);
  const together = keysTogether(list);
  const isTorn =
    !isWellFormedRow(list, merged.item) ||
    merged.conflicts.some((one) => together.includes(keyOfConflict(one)));
  if (!isTorn) return merged;
  return {
    item: { ...without(together, merged.item), ...pick(together, rows.theirs) },
    conflicts: [
      ...merged.conflicts.filter((one) => !together.includes(keyOfConflict(one))),
      ...(isSame(pick(together, rows.ours), pick(together, rows.theirs))
        ? []
        : [valueConflict(together, rows)]),
    ],
  };
}

function keyOfConflict({ path, ...conflict }: Conflict): string {
  return String(path[0] ?? ("keys" in conflict ? conflict.keys[0] : ""));
}

function without(keys: readonly string[], fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)));
}

/** Merges the values under `keys`; absent ones stay absent. Paths begin at the group. */
export function mergeFields(
  list: ListName | null,
  keys: readonly string[],
  groups: Three<Fields>,
): Merged<Fields> {
  const fields: Record<string, unknown> = {};
  const conflicts: Conflict[] = [];
  for (const key of keys) {
    const values = { base: groups.base[key], ours: groups.ours[key], theirs: groups.theirs[key] };
    const merged = mergeAnyValue(list, key, values);
    if (merged.item !== undefined) fields[key] = merged.item;
    conflicts.push(...merged.conflicts);
  }
  return { item: fields, conflicts };
}

function mergeAnyValue(
  list: ListName | null,
  key: string,
  values: Three<unknown>,
): Merged<unknown> {
  const change = onlyChange(values);
  if (change) return { item: change.value, conflicts: [] };
  const isOfRows = list === null ? isListName(key) : list === "claims" && key === "positions";
  if (isOfRows && isListName(key)) return below(key, mergeRows(key, rowsIn(values)));
  if (key === "lessons") return below(key, mergeTexts(textsIn(values)));
  return mergeValue(list, key, values);
}

function below<Thing>(key: string, { item, conflicts }: Merged<Thing>): Merged<Thing> {
  return { item, conflicts: within(key, conflicts) };
}

/** The rows of three lists, none where there is no list. */
export function rowsIn({ base, ours, theirs }: Three<unknown>): Three<Fields[]> {
  const rows = (value: unknown) => (Array.isArray(value) ? value.filter(isGroup) : []);
  return { base: rows(base), ours: rows(ours), theirs: rows(theirs) };
}

function textsIn({ base, ours, theirs }: Three<unknown>): Three<readonly string[]> {
  const texts = (value: unknown) => (isListOfTexts(value) ? value : []);
  return { base: texts(base), ours: texts(ours), theirs: texts(theirs) };
}

/** How rows without ids are known again. */
export function rowLikeness(list: ListName): Likeness<Fields> {
  return {
    whole: (row) => JSON.stringify(row),
    name: ({ what, source }) => {
      if (typeof what === "string") return what;
      return list === "positions" && typeof source === "string" ? source : null;
    },
    words: wordingOf,
    isAddedTwice: (ours, theirs) => isOneRow(list, ours, theirs),
  };
}

/** How lessons are known again. */
export const textLikeness: Likeness<string> = {
  whole: (text) => text,
  name: () => null,
  words: (text) => text,
  isAddedTwice: (ours, theirs) => oneWrittenFurther(ours, theirs) !== null,
};

/** Whether two rows, added by one author each, are one: the same, or one as it was written further. */
export function isOneRow(list: ListName, ours: Fields, theirs: Fields): boolean {
  if (isSame(ours, theirs)) return true;
  if (oneWrittenFurther(wordingOf(ours), wordingOf(theirs)) === null) return false;
  return mergeRow(list, { base: {}, ours, theirs }).conflicts.length === 0;
}
