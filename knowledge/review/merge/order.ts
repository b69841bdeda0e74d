import { longestRising } from "./edits";
import type { Three } from "./three-way";

type Keys = readonly string[];

/**
 * The order of a merged list, of which `kept` remain: theirs, with what we added or moved put
 * behind what it follows in ours. Where both moved one row, or put rows at one place, theirs comes
 * first. Keys are unique in each list.
 */
export function mergeOrder(
  { base, ours, theirs }: Three<Keys>,
  kept: ReadonlySet<string>,
): string[] {
  const movedByUs = movedIn(base, ours);
  const movedByThem = movedIn(base, theirs);
  const known = new Set(base);
  const standing = new Set(theirs);
  const isPlacedByUs = (key: string) =>
    !standing.has(key) || (movedByUs.has(key) && !movedByThem.has(key));
  const isPlacedByThem = (key: string) => !known.has(key) || movedByThem.has(key);

  const remaining = ours.filter((key) => kept.has(key));
  const placed = new Set(remaining.filter(isPlacedByUs));
  const order = theirs.filter((key) => kept.has(key) && !placed.has(key));
  let at = 0;
  for (const key of remaining) {
    if (!placed.has(key)) {
      at = order.indexOf(key) + 1;
      continue;
    }
    while (isForeign(order[at], placed, isPlacedByThem)) at += 1;
    order.splice(at, 0, key);
    at += 1;
  }
  return order;
}

function isForeign(
  key: string | undefined,
  placed: ReadonlySet<string>,
  isPlacedByThem: (key: string) => boolean,
): boolean {
  return key !== undefined && !placed.has(key) && isPlacedByThem(key);
}

/** The keys that no longer stand in the order of the others: the fewest that must have moved. */
export function movedIn(base: Keys, side: Keys): Set<string> {
  const places = new Map(base.map((key, at) => [key, at]));
  const common = side.filter((key) => places.has(key));
  const stayed = longestRising(common.map((key) => places.get(key) ?? 0));
  const moved = new Set(common);
  for (const at of stayed) moved.delete(common[at] ?? "");
  return moved;
}
