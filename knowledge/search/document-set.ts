import { blockSize } from "./posting-key";

/** The bits of one block as the database writes them: `0` and `1`, the block's first document first. */
export interface BlockBits {
  readonly block: number;
  readonly bits: string;
}

const bytes = blockSize / 8;

// The eight characters of each byte, first document first.
const written = Array.from({ length: 256 }, (_, byte) => byte.toString(2).padStart(8, "0"));

/** A set of documents by their ids, kept as the postings keep it: a bit for each, block by block. */
export class DocumentSet {
  readonly #blocks: ReadonlyMap<number, Uint8Array>;

  private constructor(blocks: ReadonlyMap<number, Uint8Array>) {
    this.#blocks = blocks;
  }

  static of(ids: Iterable<number>): DocumentSet {
    const blocks = new Map<number, Uint8Array>();
    for (const id of ids) {
      const block = Math.floor(id / blockSize);
      let members = blocks.get(block);
      if (!members) blocks.set(block, (members = new Uint8Array(bytes)));
      const place = id % blockSize;
      members[place >> 3] = (members[place >> 3] ?? 0) | (128 >> (place & 7));
    }
    return new DocumentSet(blocks);
  }

  static fromBits(rows: readonly BlockBits[]): DocumentSet {
    return DocumentSet.of(rows.flatMap(({ block, bits }) => idsIn(block, bits)));
  }

  has(id: number): boolean {
    const place = id % blockSize;
    const byte = this.#blocks.get(Math.floor(id / blockSize))?.[place >> 3] ?? 0;
    return (byte & (128 >> (place & 7))) !== 0;
  }

  /** The documents that are in both sets. */
  and(other: DocumentSet): DocumentSet {
    return this.#each(other, (mine, theirs) => mine & theirs);
  }

  /** The documents of this set that are not in the other. */
  without(other: DocumentSet): DocumentSet {
    return this.#each(other, (mine, theirs) => mine & ~theirs);
  }

  /** The documents that are in either set. */
  or(other: DocumentSet): DocumentSet {
    return DocumentSet.of([...this.ids(), ...other.ids()]);
  }

  /** All ids, ascending. */
  ids(): number[] {
    return this.toBits().flatMap(({ block, bits }) => idsIn(block, bits));
  }

  get size(): number {
    return this.ids().length;
  }

  /** The blocks that hold a document, in order, as the database reads them. */
  toBits(): BlockBits[] {
    return [...this.#blocks]
      .toSorted(([a], [b]) => a - b)
      .filter(([, members]) => members.some((byte) => byte !== 0))
      .map(([block, members]) => ({
        block,
        bits: Array.from(members, (byte) => written[byte]).join(""),
      }));
  }

  #each(other: DocumentSet, join: (mine: number, theirs: number) => number): DocumentSet {
    const blocks = [...this.#blocks].map(([block, mine]) => {
      const theirs = other.#blocks.get(block);
      return [block, mine.map((byte, at) => join(byte, theirs?.[at] ?? 0))] as const;
    });
    return new DocumentSet(new Map(blocks));
  }
}

function idsIn(block: number, bits: string): number[] {
  const ids: number[] = [];
  for (let at = bits.indexOf("1"); at !== -1; at = bits.indexOf("1", at + 1)) {
    ids.push(block * blockSize + at);
  }
  return ids;
}
