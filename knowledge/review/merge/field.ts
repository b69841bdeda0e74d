import type { Path } from "#knowledge/text/fault";

import { type Conflict, type Fields, within } from "./conflict";
import { isListOfTexts, isSame } from "./equality";
import { fitsKey, isProse, type ListName } from "./group-shape";
import { mergeKeyed } from "./keyed-list";
import { type Clash, clashOf, mergeText, oneWrittenFurther } from "./passage";
import type { Three } from "./three-way";

/** Something merged, with what is in conflict in it; paths begin at it. */
export interface Merged<Thing> {
  readonly item: Thing;
  readonly conflicts: readonly Conflict[];
}

/** A value of a key, merged; conflicts have their paths from the group that has the key. */
type MergedValue = Merged<unknown>;

/**
 * The side that holds where the other one changed nothing, or both did the same; null where both
 * changed it in different ways.
 */
export function onlyChange<Value>({ base, ours, theirs }: Three<Value>): { value: Value } | null {
  if (isSame(ours, theirs) || isSame(base, ours)) return { value: theirs };
  return isSame(base, theirs) ? { value: ours } : null;
}

/**
 * Merges the values of one key of the record (`list` null) or of a row, but for lists of rows:
 * sentences by sentence, words of a list as a set in order, anything else as one value. What comes
 * out can stand under that key; where the two changes together could not, theirs stands.
 */
export function mergeValue(
  list: ListName | null,
  key: string,
  values: Three<unknown>,
): MergedValue {
  const change = onlyChange(values);
  if (change) return { item: change.value, conflicts: [] };
  const words = wordsIn(values);
  const merged = words ? { item: mergeWordList(words), conflicts: [] } : mergeSingle(key, values);
  if (fitsKey(list, key, merged.item)) return merged;
  return isProse(key) ? wholeText(key, values) : wholeValue([key], valuesAs(key, values));
}

function mergeSingle(key: string, values: Three<unknown>): MergedValue {
  const { base, ours, theirs } = values;
  if (!isProse(key) || typeof ours !== "string" || typeof theirs !== "string") {
    return wholeValue([key], valuesAs(key, values));
  }
  if (typeof base === "string") {
    const { item, conflicts } = mergeProse({ base, ours, theirs });
    return { item, conflicts: within(key, conflicts) };
  }
  const further = oneWrittenFurther(ours, theirs);
  return further === null ? wholeText(key, values) : { item: further, conflicts: [] };
}

/** Merges sentences; conflicts have an empty path. */
export function mergeProse(texts: Three<string>): Merged<string> {
  const { text, clashes } = mergeText(texts);
  return { item: text, conflicts: clashes.map((clash) => textConflict(clash, text, [])) };
}

// Enough to tell a sentence from its like.
const surroundings = 80;

/** A clash of a merged text as a conflict. */
export function textConflict(clash: Clash, text: string, path: Path): Conflict {
  const { base, ours, theirs, both, kept, offset } = clash;
  const end = offset + { ours, theirs, both }[kept].length;
  const before = text.slice(Math.max(0, offset - surroundings), offset);
  const after = text.slice(end, end + surroundings);
  return { kind: "text", path, id: null, base, ours, theirs, both, kept, before, after };
}

function wholeText(key: string, { base, ours, theirs }: Three<unknown>): MergedValue {
  const [mine, other] = [ours, theirs].map((text) => (typeof text === "string" ? text : ""));
  const texts = {
    base: typeof base === "string" ? base : "",
    ours: mine ?? "",
    theirs: other ?? "",
  };
  const { text, clashes } = clashOf(texts, " ");
  return { item: text, conflicts: clashes.map((clash) => textConflict(clash, text, [key])) };
}

/** Values of which one is chosen: theirs, unless it is none. */
function wholeValue(keys: readonly string[], values: Three<Fields>): MergedValue {
  const [key = ""] = keys;
  const kept = values.theirs[key] === undefined ? "ours" : "theirs";
  return { item: values[kept][key], conflicts: [valueConflict(keys, values, kept)] };
}

/** A conflict between the values of some keys; the path of the group that has them is empty. */
export function valueConflict(
  keys: readonly string[],
  { base, ours, theirs }: Three<Fields>,
  kept: "ours" | "theirs" = "theirs",
): Conflict {
  const [mine, other] = [pick(keys, ours), pick(keys, theirs)];
  return {
    kind: "value",
    path: [],
    id: null,
    keys,
    base: pick(keys, base),
    ours: mine,
    theirs: other,
    kept,
  };
}

/** These keys of a group, without those that have no value. */
export function pick(keys: readonly string[], fields: Fields): Fields {
  return Object.fromEntries(
    keys.map((key) => [key, fields[key]]).filter(([, value]) => value !== undefined),
  );
}

function valuesAs(key: string, { base, ours, theirs }: Three<unknown>): Three<Fields> {
  return { base: { [key]: base }, ours: { [key]: ours }, theirs: { [key]: theirs } };
}

/** The three as lists of words, an absent one as none; null where they are something else. */
function wordsIn({ base, ours, theirs }: Three<unknown>): Three<readonly string[]> | null {
  if (base !== undefined && !isListOfTexts(base)) return null;
  return isListOfTexts(ours) && isListOfTexts(theirs) ? { base: base ?? [], ours, theirs } : null;
}

/** Words of both, without those that one removed, in an order that both would know. */
function mergeWordList({ base, ours, theirs }: Three<readonly string[]>): string[] {
  const keyed = (list: readonly string[]) => list.map((word) => ({ key: word, item: word }));
  return mergeKeyed(
    { base: keyed(base), ours: keyed(ours), theirs: keyed(theirs) },
    { merge: ({ ours: word }) => word, rescue: () => null, adopt: (word) => word },
  ).map(({ item }) => item);
}
