import { mergeOrder } from "./order";
import type { Three } from "./three-way";

/** An item of a list under the key by which it is known in every version of the list. */
export interface Keyed<Item> {
  readonly key: string;
  readonly item: Item;
}

/** What becomes of items that both authors have, and of those that one removed. */
interface Rules<Item, Merged> {
  /** Of an item that both have; `base` is null when both added it. */
  readonly merge: (item: { base: Item | null; ours: Item; theirs: Item }, key: string) => Merged;
  /** Of an item that one removed (null); null when it goes. */
  readonly rescue: (item: Three<Item | null> & { base: Item }, key: string) => Merged | null;
  /** Of an item that one added. */
  readonly adopt: (item: Item) => Merged;
}

/**
 * Merges lists of which the items are known by keys: what one added is in, what one removed is out
 * unless it is rescued, what both have is merged; the order is merged too.
 */
export function mergeKeyed<Item, Merged>(
  lists: Three<readonly Keyed<Item>[]>,
  rules: Rules<Item, Merged>,
): Keyed<Merged>[] {
  const base = byKey(lists.base);
  const ours = byKey(lists.ours);
  const theirs = byKey(lists.theirs);
  const merged = new Map<string, Merged>();
  for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
    const item = fateOf(
      {
        base: base.get(key) ?? null,
        ours: ours.get(key) ?? null,
        theirs: theirs.get(key) ?? null,
      },
      key,
      rules,
    );
    if (item !== null) merged.set(key, item);
  }
  const keys = { base: [...base.keys()], ours: [...ours.keys()], theirs: [...theirs.keys()] };
  return mergeOrder(keys, new Set(merged.keys())).flatMap((key) => {
    const item = merged.get(key);
    return item === undefined ? [] : [{ key, item }];
  });
}

function fateOf<Item, Merged>(
  { base, ours, theirs }: Three<Item | null>,
  key: string,
  { merge, rescue, adopt }: Rules<Item, Merged>,
): Merged | null {
  if (ours !== null && theirs !== null) return merge({ base, ours, theirs }, key);
  if (base !== null) return rescue({ base, ours, theirs }, key);
  const added = ours ?? theirs;
  return added === null ? null : adopt(added);
}

function byKey<Item>(list: readonly Keyed<Item>[]): Map<string, Item> {
  return new Map(list.map(({ key, item }) => [key, item]));
}
