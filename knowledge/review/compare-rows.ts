import { type CompareTexts, type TextChange } from "./compare-text";
import type { Fields } from "./merge/conflict";
import { isGroup, isListOfTexts, isSame } from "./merge/equality";
import { identityOf, isListName, isProse, keysOf, type ListName } from "./merge/group-shape";
import type { Keyed } from "./merge/keyed-list";
import { movedIn } from "./merge/order";
import { type Likeness, pairsOf } from "./merge/pairing";
import { rowLikeness } from "./merge/rows";
import { wordingOf } from "./merge/wording";

/** What became of the value of one key. */
export type ValueChange =
  | TextChange
  /** One value in place of another; null where there was none, or is none now. */
  | { readonly kind: "value"; readonly from: string | null; readonly to: string | null }
  /** Words of a list that came and went. */
  | {
      readonly kind: "words";
      readonly removed: readonly string[];
      readonly added: readonly string[];
    }
  | { readonly kind: "rows"; readonly rows: readonly RowDifference[]; readonly same: number };

/** A key of the record or of a row, of which the value changed. */
export interface FieldDifference {
  readonly key: string;
  readonly change: ValueChange;
}

/** A row that came, went, moved or says something else. */
export interface RowDifference {
  readonly kind: "added" | "removed" | "changed";
  /** The words by which a reader knows it. */
  readonly wording: string;
  /** Its place on each side, from 1; null where it does not stand. */
  readonly from: number | null;
  readonly to: number | null;
  /** Whether it stands elsewhere among those that stayed. */
  readonly isMoved: boolean;
  /** What changed in it; all that it said or says, when it went or came. */
  readonly fields: readonly FieldDifference[];
}

/** The rows of a list that differ, in the order in which they stand now; `same` counts the others. */
export interface RowsDifference {
  readonly rows: readonly RowDifference[];
  readonly same: number;
}

/** The fields of the record (`list` null) or of a row that differ, in the order of the document. */
export function compareFields(
  list: ListName | null,
  sides: { readonly from: Fields; readonly to: Fields; readonly keys?: readonly string[] },
  compareTexts: CompareTexts,
): FieldDifference[] {
  const { from, to, keys = keysOf(list) } = sides;
  return keys
    .filter((key) => !isSame(shown(from[key]), shown(to[key])))
    .map((key) => ({
      key,
      change: changeOf(list, key, { from: from[key], to: to[key] }, compareTexts),
    }));
}

interface Sides {
  readonly from: unknown;
  readonly to: unknown;
}

function changeOf(
  list: ListName | null,
  key: string,
  { from, to }: Sides,
  compareTexts: CompareTexts,
): ValueChange {
  if (list === "claims" && isListName(key)) {
    const rows = { from: rowsOf(from), to: rowsOf(to) };
    return { kind: "rows", ...compareRows(key, rows, compareTexts) };
  }
  if (isListOfTexts(from ?? []) && isListOfTexts(to ?? [])) return wordsChange({ from, to });
  const [before, after] = [shown(from), shown(to)];
  if (isProse(key) && before !== null && after !== null) return compareTexts(before, after);
  return { kind: "value", from: before, to: after };
}

function wordsChange({ from, to }: Sides): ValueChange {
  const [before, after] = [from, to].map((words) => (isListOfTexts(words) ? words : []));
  const removed = (before ?? []).filter((word) => !after?.includes(word));
  const added = (after ?? []).filter((word) => !before?.includes(word));
  // The same words in another order.
  if (removed.length + added.length === 0)
    return { kind: "value", from: shown(from), to: shown(to) };
  return { kind: "words", removed, added };
}

/** A value as text; null for none. */
function shown(value: unknown): string | null {
  if (typeof value === "string") return value;
  // Of yes and no only yes is written.
  if (typeof value === "boolean") return value ? "yes" : null;
  if (isListOfTexts(value)) return value.length === 0 ? null : value.join(", ");
  if (value === undefined || value === null) return null;
  return JSON.stringify(value);
}

/** The rows of a list as groups of keys. */
export function rowsOf(value: unknown): readonly Fields[] {
  if (!Array.isArray(value)) return [];
  // A lesson is a row of one field.
  return value.map((row: unknown) => (isGroup(row) ? row : { lessons: row }));
}

/** Compares the rows of a list (null: of lessons): those with ids by id, others by what they say. */
export function compareRows(
  list: ListName | null,
  rows: { readonly from: readonly Fields[]; readonly to: readonly Fields[] },
  compareTexts: CompareTexts,
): RowsDifference {
  const sides = keyedSides(list, rows);
  const places = { from: placesOf(sides.from), to: placesOf(sides.to) };
  const moved = movedIn([...places.from.keys()], [...places.to.keys()]);
  const all = inReadingOrder(sides).map((key) => {
    const row = { from: places.from.get(key), to: places.to.get(key), isMoved: moved.has(key) };
    return differenceOf(list, row, compareTexts);
  });
  const differing = all.filter(
    ({ kind, fields, isMoved }) => kind !== "changed" || fields.length > 0 || isMoved,
  );
  return { rows: differing, same: all.length - differing.length };
}

interface Placed {
  readonly item: Fields;
  /** From 1. */
  readonly place: number;
}

interface PlacedSides {
  readonly from: Placed | undefined;
  readonly to: Placed | undefined;
  readonly isMoved: boolean;
}

function differenceOf(
  list: ListName | null,
  { from, to, isMoved }: PlacedSides,
  compareTexts: CompareTexts,
): RowDifference {
  const [before, after] = [itemOf(from), itemOf(to)];
  const sides = { from: before, to: after, keys: keysToShow(list) };
  return {
    kind: kindOf(from, to),
    wording: wordingIn(to ? after : before),
    from: from?.place ?? null,
    to: to?.place ?? null,
    isMoved,
    fields: compareFields(list, sides, compareTexts),
  };
}

function itemOf(placed: Placed | undefined): Fields {
  return placed?.item ?? {};
}

function kindOf(from: Placed | undefined, to: Placed | undefined): RowDifference["kind"] {
  if (!from) return "added";
  return to ? "changed" : "removed";
}

/** An id is an anchor, made of words that a reader sees anyway; that of a source is cited. */
function keysToShow(list: ListName | null): readonly string[] {
  if (list === null) return ["lessons"];
  return keysOf(list).filter((key) => key !== "id" || list === "sources");
}

function wordingIn(row: Fields): string {
  return typeof row.lessons === "string" ? row.lessons : wordingOf(row);
}

interface KeyedSides {
  readonly from: readonly Keyed<Fields>[];
  readonly to: readonly Keyed<Fields>[];
}

function keyedSides(
  list: ListName | null,
  { from, to }: { from: readonly Fields[]; to: readonly Fields[] },
): KeyedSides {
  const identity = list === null ? null : identityOf(list);
  if (identity !== null) {
    const keyed = (rows: readonly Fields[]) =>
      rows.map((item) => ({ key: String(item[identity]), item }));
    return { from: keyed(from), to: renamedAsBefore(keyed(from), keyed(to), likenessIn(list)) };
  }
  const likeness = likenessIn(list);
  const pairs = pairsOf(from, to, likeness);
  return {
    from: from.map((item, at) => ({ key: `${at}`, item })),
    to: to.map((item, at) => ({ key: `${pairs.get(at) ?? `new ${at}`}`, item })),
  };
}

/** Rows as they are known again by what they say. */
function likenessIn(list: ListName | null): Likeness<Fields> {
  return { ...rowLikeness(list ?? "changes"), words: wordingIn };
}

/**
 * Rows under the ids that they had: one whose id was made anew is the row that it was, and readers see
 * what changed in it. It is known again by its words among those that went.
 */
function renamedAsBefore(
  from: readonly Keyed<Fields>[],
  to: readonly Keyed<Fields>[],
  likeness: Likeness<Fields>,
): Keyed<Fields>[] {
  const before = new Set(from.map(({ key }) => key));
  const now = new Set(to.map(({ key }) => key));
  const gone = from.filter(({ key }) => !now.has(key));
  const come = to.filter(({ key }) => !before.has(key));
  const items = (rows: readonly Keyed<Fields>[]) => rows.map(({ item }) => ({ ...item, id: "" }));
  const pairs = pairsOf(items(gone), items(come), likeness);
  const former = new Map(
    [...pairs].map(([at, was]) => [come[at]?.key ?? "", gone[was]?.key ?? ""]),
  );
  return to.map(({ key, item }) => ({ key: former.get(key) ?? key, item }));
}

function placesOf(rows: readonly Keyed<Fields>[]): Map<string, Placed> {
  return new Map(rows.map(({ key, item }, at) => [key, { item, place: at + 1 }]));
}

/** The keys in today's order; what went stands behind what it followed. */
function inReadingOrder({ from, to }: KeyedSides): string[] {
  const stayed = new Set(to.map(({ key }) => key));
  const after = new Map<string | null, string[]>();
  let last: string | null = null;
  for (const { key } of from) {
    if (stayed.has(key)) last = key;
    else after.set(last, [...(after.get(last) ?? []), key]);
  }
  return [null, ...to.map(({ key }) => key)].flatMap((key) => [
    ...(key === null ? [] : [key]),
    ...(after.get(key) ?? []),
  ]);
}
