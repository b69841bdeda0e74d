import type { Documents, Tally } from "./counting";
import type { DocumentSet } from "./document-set";
import {
  nameNumbers,
  namesByBlock,
  slugOfName,
  slugRanks,
  type NameKind,
  type NamesOfBlock,
} from "./kept-names.store";
import { figureFound } from "./text-match";

/** How many organisations or products a facet tells at most, those of most incidents first. */
export const namesPerFacet = 300;

/**
 * How many of these documents belong to each organisation (or a part of it), or to each product:
 * those of most documents, by slug where they have as many.
 */
export async function countNames(
  kind: NameKind,
  { whole, partial }: Documents,
): Promise<ReadonlyMap<string, Tally>> {
  const names = await namesByBlock(kind);
  const [wholes, partials] = [emptyCounts(0), emptyCounts(1)];
  const found = countInto(wholes, whole, names);
  for (const name of countInto(partials, partial, names)) if (!wholes[name]) found.push(name);
  const figures = new Uint32Array(found.length);
  for (let at = 0; at < found.length; at++) {
    const name = found[at] ?? 0;
    figures[at] = figureFound(wholes[name] ?? 0, partials[name] ?? 0);
  }
  const tally = (name: number) => ({ whole: wholes[name] ?? 0, partial: partials[name] ?? 0 });
  const told = most(found, figures).map((name) => [slugOfName(name), tally(name)] as const);
  for (const name of found) {
    wholes[name] = 0;
    partials[name] = 0;
  }
  return new Map(told);
}

/** How many of these documents have each name that any of them has. */
export async function countEachName(
  kind: NameKind,
  documents: DocumentSet,
): Promise<ReadonlyMap<string, number>> {
  const names = await namesByBlock(kind);
  const counts = emptyCounts(0);
  const found = countInto(counts, documents, names);
  const each = new Map(found.map((name) => [slugOfName(name), counts[name] ?? 0]));
  for (const name of found) counts[name] = 0;
  return each;
}

// Lists as long as there are names, used by one count after the other and left as they were found:
// all zeros. A count is never interrupted.
const lists: [Uint32Array, Uint32Array] = [new Uint32Array(), new Uint32Array()];

function emptyCounts(which: 0 | 1): Uint32Array {
  const there = lists[which];
  return there.length >= nameNumbers()
    ? there
    : (lists[which] = new Uint32Array(2 * nameNumbers()));
}

/** Adds up how many of the documents have each name; gives the names that any has. */
function countInto(
  counts: Uint32Array,
  documents: DocumentSet,
  names: ReadonlyMap<number, NamesOfBlock>,
): number[] {
  const found: number[] = [];
  for (const [block, places] of documents.byBlock()) {
    const own = names.get(block);
    if (own) countBlock(counts, places, own, found);
  }
  return found;
}

function countBlock(
  counts: Uint32Array,
  places: Uint16Array,
  { starts, names }: NamesOfBlock,
  found: number[],
): void {
  for (const place of places) {
    const end = starts[place + 1] ?? 0;
    for (let at = starts[place] ?? 0; at < end; at++) {
      const name = names[at] ?? 0;
      const before = counts[name] ?? 0;
      if (before === 0) found.push(name);
      counts[name] = before + 1;
    }
  }
}

/**
 * Those of the largest figures (one for each name, in their order), largest first, then by slug. Most
 * of very many names have one incident each: only the first of these are put in order.
 */
function most(names: readonly number[], figures: Uint32Array): number[] {
  const least = leastOf(figures);
  const ranks = slugRanks();
  const bySlug = (a: number, b: number) => (ranks[a] ?? 0) - (ranks[b] ?? 0);
  const over: { name: number; figure: number }[] = [];
  const level: number[] = [];
  for (let at = 0; at < names.length; at++) {
    const name = names[at] ?? 0;
    const figure = figures[at] ?? 0;
    if (figure > least) over.push({ name, figure });
    else if (figure === least) level.push(name);
  }
  over.sort((a, b) => b.figure - a.figure || bySlug(a.name, b.name));
  return [...over.map(({ name }) => name), ...first(level, namesPerFacet - over.length, bySlug)];
}

/** The figure of the last name that is told. */
function leastOf(figures: Uint32Array): number {
  let largest = 0;
  for (const figure of figures) largest = Math.max(largest, figure);
  const having = new Uint32Array(largest + 1);
  for (const figure of figures) having[figure] = (having[figure] ?? 0) + 1;
  let told = 0;
  for (let figure = largest; figure > 0; figure--) {
    told += having[figure] ?? 0;
    if (told >= namesPerFacet) return figure;
  }
  return 0;
}

/** The first `count` in an order, without putting the others in order. */
function first<Item>(
  items: readonly Item[],
  count: number,
  compare: (a: Item, b: Item) => number,
): Item[] {
  let chosen: Item[] = [];
  let last: Item | undefined;
  for (const item of items) {
    if (last !== undefined && compare(item, last) > 0) continue;
    chosen.push(item);
    if (chosen.length < 2 * count) continue;
    chosen = chosen.toSorted(compare).slice(0, count);
    last = chosen.at(-1);
  }
  return chosen.toSorted(compare).slice(0, count);
}
