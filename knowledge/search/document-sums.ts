import { DocumentSet } from "./document-set";
import { blockSize } from "./posting-key";

const none = new Float64Array();

/** A sum of weights for each document, 0 where none was added. */
export class DocumentSums {
  readonly #blocks = new Map<number, Float64Array>();

  /** Adds a weight to each of the documents. */
  add(documents: DocumentSet, weight: number): void {
    let current = -1;
    let sums: Float64Array = none;
    documents.each((block, place) => {
      if (block !== current) [current, sums] = [block, this.#block(block)];
      sums[place] = (sums[place] ?? 0) + weight;
    });
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

  /** Those of the documents whose sum is at least this much. */
  atLeast(least: number, among: DocumentSet): DocumentSet {
    const ids: number[] = [];
    this.#each(among, (id, sum) => {
      if (sum >= least) ids.push(id);
    });
    return DocumentSet.of(ids);
  }

  /**
   * Those of the documents that have the largest sums, at most so many and in order of their ids;
   * where too many have the same, those that entered the library last. Documents without a sum are none
   * of them.
   */
  largest(count: number, among: DocumentSet): number[] {
    const values: number[] = [];
    this.#each(among, (_, sum) => values.push(sum));
    const least = Float64Array.from(values).toSorted().at(-count) ?? 0;
    const [over, level]: [number[], number[]] = [[], []];
    this.#each(among, (id, sum) => {
      if (sum > least) over.push(id);
      else if (sum === least) level.push(id);
    });
    const room = count - over.length;
    return [...over, ...(room > 0 ? level.slice(-room) : [])].toSorted((a, b) => a - b);
  }

  #each(among: DocumentSet, visit: (id: number, sum: number) => void): void {
    let current = -1;
    let sums: Float64Array = none;
    among.each((block, place) => {
      if (block !== current) [current, sums] = [block, this.#blocks.get(block) ?? none];
      const sum = sums[place] ?? 0;
      if (sum > 0) visit(block * blockSize + place, sum);
    });
  }

  #block(block: number): Float64Array {
    const known = this.#blocks.get(block);
    if (known) return known;
    const made = new Float64Array(blockSize);
    this.#blocks.set(block, made);
    return made;
  }
}
