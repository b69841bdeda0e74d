import { blockSize } from "./posting-key";

const bytesPerBlock = blockSize / 8;
const wordsPerBlock = blockSize / 32;

/**
 * The bits of one block, in the order of their bytes: the first document is the highest bit of the
 * first byte, as PostgreSQL has it. They are joined and counted by words of 32.
 */
export type Bits = Uint32Array;

/** The bits of a block from its bytes as PostgreSQL has them. */
export function bitsFrom(bytes: Uint8Array): Bits {
  const bits = new Uint32Array(wordsPerBlock);
  bytesOf(bits).set(bytes.subarray(0, bytesPerBlock));
  return bits;
}

/** A set of documents by their ids, kept as the postings keep it: a bit for each, block by block. */
export class DocumentSet {
  static readonly empty = new DocumentSet(new Map());

  // Blocks are shared between sets and never written to after they were made.
  readonly #blocks: ReadonlyMap<number, Bits>;
  #filled: ReadonlyMap<number, Uint16Array> | undefined;

  private constructor(blocks: ReadonlyMap<number, Bits>) {
    this.#blocks = blocks;
  }

  static of(ids: Iterable<number>): DocumentSet {
    const blocks = new Map<number, Bits>();
    for (const id of ids) {
      const block = Math.floor(id / blockSize);
      let bits = blocks.get(block);
      if (!bits) blocks.set(block, (bits = new Uint32Array(wordsPerBlock)));
      const bytes = bytesOf(bits);
      const place = id % blockSize;
      bytes[place >> 3] = (bytes[place >> 3] ?? 0) | (128 >> (place & 7));
    }
    return new DocumentSet(blocks);
  }

  /** From bits by block, which are not copied: they may not be written to any more. */
  static fromBits(blocks: ReadonlyMap<number, Bits>): DocumentSet {
    return new DocumentSet(blocks);
  }

  /** The documents that are in any of the sets. */
  static union(sets: readonly DocumentSet[]): DocumentSet {
    const [only] = sets;
    if (only && sets.length === 1) return only;
    const blocks = new Map<number, Bits>();
    const own = new Set<number>();
    for (const [block, bits] of sets.flatMap((set) => [...set.#blocks])) {
      const before = blocks.get(block);
      if (!before) blocks.set(block, bits);
      else if (own.has(block)) addTo(before, bits);
      else {
        blocks.set(block, addTo(before.slice(), bits));
        own.add(block);
      }
    }
    return new DocumentSet(blocks);
  }

  has(id: number): boolean {
    const bits = this.#blocks.get(Math.floor(id / blockSize));
    if (!bits) return false;
    const place = id % blockSize;
    return ((bytesOf(bits)[place >> 3] ?? 0) & (128 >> (place & 7))) !== 0;
  }

  /** The documents that are in both sets. */
  and(other: DocumentSet): DocumentSet {
    const blocks = new Map<number, Bits>();
    for (const [block, mine] of this.#blocks) {
      const theirs = other.#blocks.get(block);
      if (!theirs) continue;
      const both = new Uint32Array(wordsPerBlock);
      for (let at = 0; at < wordsPerBlock; at++) both[at] = (mine[at] ?? 0) & (theirs[at] ?? 0);
      blocks.set(block, both);
    }
    return new DocumentSet(blocks);
  }

  /** The documents of this set that are not in the other. */
  without(other: DocumentSet): DocumentSet {
    const blocks = new Map(this.#blocks);
    for (const [block, mine] of this.#blocks) {
      const theirs = other.#blocks.get(block);
      if (!theirs) continue;
      const rest = new Uint32Array(wordsPerBlock);
      for (let at = 0; at < wordsPerBlock; at++) rest[at] = (mine[at] ?? 0) & ~(theirs[at] ?? 0);
      blocks.set(block, rest);
    }
    return new DocumentSet(blocks);
  }

  or(other: DocumentSet): DocumentSet {
    return DocumentSet.union([this, other]);
  }

  /** All ids, ascending. */
  ids(): number[] {
    const ids: number[] = [];
    for (const [block, held] of this.byBlock()) {
      for (const place of held) ids.push(block * blockSize + place);
    }
    return ids;
  }

  /** The blocks that may hold a document, in order, each with its documents' places there, ascending. */
  byBlock(): [block: number, places: Uint16Array][] {
    return this.#inOrder().map(([block, bits]) => [block, placesOf(bits)]);
  }

  /** The documents for which a test holds; it is chosen for each block, or says no to all of it. */
  filter(testOf: (block: number) => ((place: number) => boolean) | undefined): DocumentSet {
    const blocks = new Map<number, Bits>();
    for (const [block, places] of this.byBlock()) {
      const test = testOf(block);
      if (!test) continue;
      const bits = new Uint32Array(wordsPerBlock);
      const bytes = bytesOf(bits);
      for (const place of places) {
        if (test(place)) bytes[place >> 3] = (bytes[place >> 3] ?? 0) | (128 >> (place & 7));
      }
      blocks.set(block, bits);
    }
    return new DocumentSet(blocks);
  }

  /** The documents of the set that were the last to enter the library, at most so many; ascending. */
  latest(count: number): number[] {
    return this.ids().slice(-count);
  }

  get size(): number {
    let size = 0;
    for (const bits of this.#blocks.values()) size += onesOf(bits);
    return size;
  }

  /**
   * How many documents are in both sets: `and(other).size` without making that set. Asked of many
   * sets with the same other one, it looks only at the places where that one has documents.
   */
  sizeWith(other: DocumentSet): number {
    let size = 0;
    for (const [block, filled] of other.#filledWords()) {
      const mine = this.#blocks.get(block);
      const theirs = other.#blocks.get(block);
      if (mine && theirs) size += onesOfBoth(mine, theirs, filled);
    }
    return size;
  }

  #filledWords(): ReadonlyMap<number, Uint16Array> {
    this.#filled = this.#filled ?? filledWords(this.#blocks);
    return this.#filled;
  }

  /** The bytes of each block that may hold a document, in order. Not to be written to. */
  bytes(): [block: number, bytes: Uint8Array][] {
    return this.#inOrder().map(([block, bits]) => [block, bytesOf(bits)]);
  }

  #inOrder(): [number, Bits][] {
    return [...this.#blocks].toSorted(([a], [b]) => a - b);
  }
}

function bytesOf(bits: Bits): Uint8Array {
  return new Uint8Array(bits.buffer, bits.byteOffset, bytesPerBlock);
}

/** Of each block that holds a document the words that hold any. */
function filledWords(blocks: ReadonlyMap<number, Bits>): Map<number, Uint16Array> {
  const filled = new Map<number, Uint16Array>();
  for (const [block, bits] of blocks) {
    const words = new Uint16Array(wordsPerBlock);
    let count = 0;
    for (let at = 0; at < wordsPerBlock; at++) if (bits[at] !== 0) words[count++] = at;
    if (count > 0) filled.set(block, words.subarray(0, count));
  }
  return filled;
}

function onesOfBoth(mine: Bits, theirs: Bits, filled: Uint16Array): number {
  let count = 0;
  // Looking at all of them is quicker than at most of them by a list.
  if (filled.length > wordsPerBlock / 2) {
    for (let at = 0; at < wordsPerBlock; at++) {
      count += ones((mine[at] ?? 0) & (theirs[at] ?? 0));
    }
    return count;
  }
  for (let at = 0; at < filled.length; at++) {
    const word = filled[at] ?? 0;
    count += ones((mine[word] ?? 0) & (theirs[word] ?? 0));
  }
  return count;
}

function onesOf(bits: Bits): number {
  let count = 0;
  for (let at = 0; at < wordsPerBlock; at++) count += ones(bits[at] ?? 0);
  return count;
}

function placesOf(bits: Bits): Uint16Array {
  const held = new Uint16Array(onesOf(bits));
  let count = 0;
  for (let word = 0; word < wordsPerBlock; word++) {
    let left = firstHighest(bits[word] ?? 0);
    while (left !== 0) {
      const place = Math.clz32(left);
      held[count++] = word * 32 + place;
      left &= ~(0x80000000 >>> place);
    }
  }
  return held;
}

// Bytes are in the order of the documents, so in a word the first is the lowest: as on every machine
// that puts the lowest byte first, which all do that Node is made for but one.
function firstHighest(word: number): number {
  return (word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24);
}

function addTo(sum: Bits, more: Bits): Bits {
  for (let at = 0; at < wordsPerBlock; at++) sum[at] = (sum[at] ?? 0) | (more[at] ?? 0);
  return sum;
}

// How many of 32 bits are ones: in pairs, in fours, in eights, and these added up by one product.
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
