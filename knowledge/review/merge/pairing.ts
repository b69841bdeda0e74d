import type { Keyed } from "./keyed-list";
import type { Three } from "./three-way";
import { isWord, wordsOf } from "./tokens";

/** How items that have no id are known again in another version of their list. */
export interface Likeness<Item> {
  /** All that it says; items that say the same are the same. */
  readonly whole: (item: Item) => string;
  /** What it is called, where it has a name (a heading); null where it has none. */
  readonly name: (item: Item) => string | null;
  /** The words by which it is known again after an edit. */
  readonly words: (item: Item) => string;
  /** Whether two items, added by one author each, are one that was added twice. */
  readonly isAddedTwice: (ours: Item, theirs: Item) => boolean;
}

// Comparing everything with everything is for lists that people write, not for hostile ones.
const mostComparisons = 4_000;
const mostWords = 400;
// Half of the words of both: what has fewer in common is another item.
const alike = 0.5;

/**
 * Gives the items of three versions of a list keys, the same to what is the same item: first by all
 * it says, then by its name, then by its words, most alike first. Bounded: long lists that were
 * rewritten are told apart by what they say alone.
 */
export function withKeys<Item>(
  { base, ours, theirs }: Three<readonly Item[]>,
  likeness: Likeness<Item>,
): Three<Keyed<Item>[]> {
  const pairs = { ours: pairsOf(base, ours, likeness), theirs: pairsOf(base, theirs, likeness) };
  const twins = twinsOf(added(ours, pairs.ours), added(theirs, pairs.theirs), likeness);
  const keyOfTheirs = (at: number) => keyAt("theirs", pairs.theirs, at);
  const keyOfOurs = (at: number) => {
    const twin = twins.get(at);
    return twin === undefined ? keyAt("ours", pairs.ours, at) : keyOfTheirs(twin);
  };
  return {
    base: base.map((item, at) => ({ key: `base ${at}`, item })),
    ours: ours.map((item, at) => ({ key: keyOfOurs(at), item })),
    theirs: theirs.map((item, at) => ({ key: keyOfTheirs(at), item })),
  };
}

type Placed<Item> = readonly (readonly [at: number, item: Item])[];

function added<Item>(items: readonly Item[], pairs: ReadonlyMap<number, number>): Placed<Item> {
  return [...items.entries()].filter(([at]) => !pairs.has(at));
}

/** For items that we added, by position, the position of the same item among those they added. */
function twinsOf<Item>(
  ours: Placed<Item>,
  theirs: Placed<Item>,
  { whole, isAddedTwice }: Likeness<Item>,
): Map<number, number> {
  const twins = new Map<number, number>();
  if (ours.length * theirs.length > mostComparisons) return twins;
  const free = new Map(theirs.map(([at, item]) => [at, { item, whole: whole(item) }]));
  const take = (at: number, twin: number | undefined) => {
    if (twin === undefined) return;
    twins.set(at, twin);
    free.delete(twin);
  };
  for (const isTwin of [
    (item: Item, other: { item: Item; whole: string }) => whole(item) === other.whole,
    (item: Item, other: { item: Item; whole: string }) => isAddedTwice(item, other.item),
  ]) {
    for (const [at, item] of ours) {
      if (!twins.has(at)) take(at, [...free].find(([, other]) => isTwin(item, other))?.[0]);
    }
  }
  return twins;
}

function keyAt(side: string, pairs: ReadonlyMap<number, number>, at: number): string {
  const from = pairs.get(at);
  return from === undefined ? `${side} ${at}` : `base ${from}`;
}

/** For items of `other`, by position, the position of the same item in `base`. */
export function pairsOf<Item>(
  base: readonly Item[],
  other: readonly Item[],
  likeness: Likeness<Item>,
): Map<number, number> {
  const pairs = new Map<number, number>();
  const open = { base: new Set(base.keys()), other: new Set(other.keys()) };
  const pair = (at: number, from: number) => {
    pairs.set(at, from);
    open.base.delete(from);
    open.other.delete(at);
  };
  for (const trait of [likeness.whole, likeness.name]) {
    const places = placesBy(base, open.base, trait);
    for (const at of open.other) {
      const from = placeOf(other[at], places, trait);
      if (from !== undefined) pair(at, from);
    }
  }
  for (const [at, from] of mostAlike(base, other, open, likeness)) {
    if (open.other.has(at) && open.base.has(from)) pair(at, from);
  }
  return pairs;
}

function placesBy<Item>(
  items: readonly Item[],
  open: ReadonlySet<number>,
  trait: (item: Item) => string | null,
): Map<string, number[]> {
  const places = new Map<string, number[]>();
  // From behind, so that taking from the end gives them in order.
  for (const at of [...open].toReversed()) {
    const item = items[at];
    const value = item === undefined ? null : trait(item);
    if (value === null) continue;
    const known = places.get(value) ?? [];
    known.push(at);
    places.set(value, known);
  }
  return places;
}

function placeOf<Item>(
  item: Item | undefined,
  places: ReadonlyMap<string, number[]>,
  trait: (item: Item) => string | null,
): number | undefined {
  const value = item === undefined ? null : trait(item);
  return value === null ? undefined : places.get(value)?.pop();
}

interface Open {
  readonly base: ReadonlySet<number>;
  readonly other: ReadonlySet<number>;
}

function mostAlike<Item>(
  base: readonly Item[],
  other: readonly Item[],
  open: Open,
  { words }: Likeness<Item>,
): [at: number, from: number][] {
  if (open.base.size * open.other.size > mostComparisons) return [];
  const bags = (items: readonly Item[], places: ReadonlySet<number>) =>
    [...places].flatMap((at): [number, Bag][] => {
      const item = items[at];
      return item === undefined ? [] : [[at, bagOf(words(item))]];
    });
  const before = bags(base, open.base);
  return bags(other, open.other)
    .flatMap(([at, bag]) => before.map(([from, one]) => ({ at, from, share: shareOf(bag, one) })))
    .filter(({ share }) => share >= alike)
    .toSorted((a, b) => b.share - a.share)
    .map(({ at, from }) => [at, from]);
}

interface Bag {
  readonly size: number;
  readonly counts: ReadonlyMap<string, number>;
}

function bagOf(text: string): Bag {
  const words = wordsOf(text.slice(0, mostWords * 20))
    .filter(isWord)
    .slice(0, mostWords);
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { size: words.length, counts };
}

/** Whether two texts share so many words that one may be what became of the other. */
export function isAlike(one: string, other: string): boolean {
  return shareOf(bagOf(one), bagOf(other)) >= alike;
}

/** How much of two texts is the same words, 0 to 1. */
function shareOf(one: Bag, other: Bag): number {
  if (one.size + other.size === 0) return 0;
  let shared = 0;
  for (const [word, count] of one.counts) shared += Math.min(count, other.counts.get(word) ?? 0);
  return (2 * shared) / (one.size + other.size);
}
