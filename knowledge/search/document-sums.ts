import type { DocumentSet } from "./document-set";
import { blockSize } from "./posting-key";

/** A sum of weights for each document, 0 where none was added. */
export class DocumentSums {
  readonly #blocks = new Map<number, Float64Array>();

  /** Adds a weight to each of the documents. */
  add(documents: DocumentSet, weight: number): void {
    for (const [block, places] of documents.byBlock()) {
      const sums = this.#block(block);
      for (const place of places) sums[place] = (sums[place] ?? 0) + weight;
    }
  }

  /** Adds a weight for each time that a document is named. */
  addEach(ids: Iterable<number>, weight: number): void {
    for (const id of ids) {
      const sums = this.#block(Math.floor(id / blockSize));
      sums[id % blockSize] = (sums[id % blockSize] ?? 0) + weight;
    }
  }

  of(id: number): number {
    return this.#blocks.get(Math.floor(id / blockSize))?.[id % blockSize] ?? 0;
  }

  /** Those of the documents whose sum is above 0 and at least this much. */
  atLeast(least: number, among: DocumentSet): DocumentSet {
    return among.filter((block) => {
      const sums = this.#blocks.get(block);
      return sums && ((place) => (sums[place] ?? 0) > 0 && (sums[place] ?? 0) >= least);
    });
  }

  /**
   * Those of the documents that have the largest sums, at most so many and in order of their ids;
   * where too many have the same, those that entered the library last. Documents without a sum are none
   * of them.
   */
  largest(count: number, among: DocumentSet): number[] {
    let chosen: { id: number; sum: number }[] = [];
    let least = 0;
    const best = () => chosen.toSorted((a, b) => b.sum - a.sum || b.id - a.id).slice(0, count);
    // The last first: another one with the same sum can then be passed over.
    for (const [block, places] of among.byBlock().toReversed()) {
      const sums = this.#blocks.get(block);
      if (!sums) continue;
      for (const place of places.toReversed()) {
        const sum = sums[place] ?? 0;
        if (sum <= least) continue;
        chosen.push({ id: block * blockSize + place, sum });
        if (chosen.length < 2 * count) continue;
        chosen = best();
        least = chosen.at(-1)?.sum ?? 0;
      }
    }
    return best()
      .map(({ id }) => id)
      .toSorted((a, b) => a - b);
  }

  #block(block: number): Float64Array {
    const known = this.#blocks.get(block);
    if (known) return known;
    const made = new Float64Array(blockSize);
    this.#blocks.set(block, made);
    return made;
  }
}
