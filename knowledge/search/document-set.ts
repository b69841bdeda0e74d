import { blockSize } from "./posting-key";

/** The bits of one block as the database writes them: `0` and `1`, the block's first document first. */
export interface BlockBits {
  readonly block: number;
  readonly bits: string;
}

const bytesPerBlock = blockSize / 8;
const everyByte = Array.from({ length: 256 }, (_, byte) => byte);

// The eight characters of each byte, first document first; the places of its ones; how many.
const written = everyByte.map((byte) => byte.toString(2).padStart(8, "0"));
const places = written.map((bits) => [...bits.matchAll(/1/g)].map(({ index }) => index));
const byteOf = new Map(written.map((bits, byte) => [bits, byte]));

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
      if (!members) blocks.set(block, (members = new Uint8Array(bytesPerBlock)));
      const place = id % blockSize;
      members[place >> 3] = (members[place >> 3] ?? 0) | (128 >> (place & 7));
    }
    return new DocumentSet(blocks);
  }

  static fromBits(rows: readonly BlockBits[]): DocumentSet {
    const blocks = rows.map(({ block, bits }) => {
      const members = new Uint8Array(bytesPerBlock);
      for (let at = 0; at < bytesPerBlock; at++) {
        members[at] = byteOf.get(bits.slice(at * 8, at * 8 + 8)) ?? 0;
      }
      return [block, members] as const;
    });
    return new DocumentSet(new Map(blocks));
  }

  /** The documents that are in any of the sets. */
  static union(sets: readonly DocumentSet[]): DocumentSet {
    const blocks = new Map<number, Uint8Array>();
    for (const [block, members] of sets.flatMap((set) => [...set.#blocks])) {
      const before = blocks.get(block);
      blocks.set(block, before ? before.map((byte, at) => byte | (members[at] ?? 0)) : members);
    }
    return new DocumentSet(blocks);
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

  or(other: DocumentSet): DocumentSet {
    return DocumentSet.union([this, other]);
  }

  /** All ids, ascending. */
  ids(): number[] {
    const ids: number[] = [];
    for (const [block, members] of this.#inOrder()) {
      for (const [at, byte] of members.entries()) {
        if (byte === 0) continue;
        for (const place of places[byte] ?? []) ids.push(block * blockSize + at * 8 + place);
      }
    }
    return ids;
  }

  /** The documents of the set that were the last to enter the library, at most so many; ascending. */
  latest(count: number): number[] {
    return this.ids().slice(-count);
  }

  get size(): number {
    let size = 0;
    for (const members of this.#blocks.values()) {
      for (const byte of members) size += places[byte]?.length ?? 0;
    }
    return size;
  }

  /** The blocks that hold a document, in order, as the database reads them. */
  toBits(): BlockBits[] {
    return this.#inOrder()
      .filter(([, members]) => members.some((byte) => byte !== 0))
      .map(([block, members]) => ({
        block,
        bits: Array.from(members, (byte) => written[byte]).join(""),
      }));
  }

  #inOrder(): [number, Uint8Array][] {
    return [...this.#blocks].toSorted(([a], [b]) => a - b);
  }

  #each(other: DocumentSet, join: (mine: number, theirs: number) => number): DocumentSet {
    const blocks = [...this.#blocks].map(([block, mine]) => {
      const theirs = other.#blocks.get(block);
      return [block, mine.map((byte, at) => join(byte, theirs?.[at] ?? 0))] as const;
    });
    return new DocumentSet(new Map(blocks));
  }
}
