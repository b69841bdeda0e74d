import type { Documents, Tally } from "./counting";
import { nameNumbers, namesByBlock, slugOfName, type NameKind } from "./kept-names.store";
import { blockSize } from "./posting-key";

/** How many organisations or products a facet tells at most, those of most incidents first. */
export const namesPerFacet = 500;

/**
 * How many of these documents belong to each organisation (or a part of it), or to each product:
 * those of most documents, by slug where they have as many.
 */
export async function countNames(
  kind: NameKind,
  { whole, partial }: Documents,
): Promise<ReadonlyMap<string, Tally>> {
  const names = await namesByBlock(kind);
  const [wholes, partials] = [new Uint32Array(nameNumbers()), new Uint32Array(nameNumbers())];
  const found = new Set<number>();
  const count = (counts: Uint32Array) => (id: number) => {
    const own = names.get(Math.floor(id / blockSize));
    const place = id % blockSize;
    const end = own?.ends[place] ?? 0;
    for (let at = place === 0 ? 0 : (own?.ends[place - 1] ?? 0); at < end; at++) {
      const name = own?.names[at] ?? 0;
      counts[name] = (counts[name] ?? 0) + 1;
      found.add(name);
    }
  };
  whole.ids().forEach(count(wholes));
  partial.ids().forEach(count(partials));
  const all = (name: number) => (wholes[name] ?? 0) + (partials[name] ?? 0);
  const tally = (name: number) => ({ whole: wholes[name] ?? 0, partial: partials[name] ?? 0 });
  return new Map(
    most([...found], all)
      .map((name) => ({ slug: slugOfName(name), ...tally(name) }))
      .map(({ slug, ...counts }) => [slug, counts]),
  );
}

/** Those of the largest figures, largest first, then by slug; not all are put in order for it. */
function most(names: readonly number[], figure: (name: number) => number): number[] {
  const figures = Uint32Array.from(names, figure).toSorted();
  const least = figures.at(-namesPerFacet) ?? 0;
  return names
    .filter((name) => figure(name) >= least)
    .toSorted((a, b) => figure(b) - figure(a) || (slugOfName(a) < slugOfName(b) ? -1 : 1))
    .slice(0, namesPerFacet);
}
