/** The version of each block of documents; a block without documents has none. */
export type Versions = ReadonlyMap<number, number>;

/** What is kept: how to read it, block by block, and what is made of the blocks. */
export interface Keeping<Part, Whole> {
  /** The parts of these keys in these blocks; a key has none in a block where nothing stands. */
  load(
    keys: readonly string[],
    blocks: readonly number[],
  ): Promise<readonly (readonly [key: string, block: number, part: Part])[]>;
  assemble(parts: ReadonlyMap<number, Part>): Whole;
  /** How much memory a part takes, in bytes. */
  weigh(part: Part): number;
  /** How much memory all may take, in bytes. */
  readonly limit: number;
}

interface Kept<Part, Whole> {
  readonly versions: Versions;
  readonly parts: ReadonlyMap<number, Part>;
  readonly whole: Whole;
  readonly bytes: number;
}

type KeptByKey<Part, Whole> = ReadonlyMap<string, Kept<Part, Whole>>;

/** What an entry takes besides its parts, in bytes. */
const entryBytes = 500;

/**
 * What a process has read of the search index, so that it need not read it again for each query. It is
 * never out of date: a publication gives each block of documents that it touches a new version in its
 * own transaction, every query brings the versions of its moment, and a block of another version is
 * read anew. What was used longest ago goes when it is too much.
 */
export class KeptBlocks<Part, Whole> {
  readonly #keeping: Keeping<Part, Whole>;
  readonly #kept = new Map<string, Kept<Part, Whole>>();
  readonly #loading = new Map<
    string,
    { versions: Versions; kept: Promise<KeptByKey<Part, Whole>> }
  >();
  #versions: Versions = new Map();
  #bytes = 0;

  constructor(keeping: Keeping<Part, Whole>) {
    this.#keeping = keeping;
  }

  /** What stands under these keys, where the blocks are of these versions. */
  async read(keys: readonly string[], now: Versions): Promise<ReadonlyMap<string, Whole>> {
    const versions = this.#sameIfSame(now);
    const found = new Map<string, Whole>();
    const outdated: string[] = [];
    const coming = new Set<Promise<KeptByKey<Part, Whole>>>();
    for (const key of new Set(keys)) {
      const kept = this.#kept.get(key);
      const loading = this.#loading.get(key);
      if (kept && isSame(kept.versions, versions)) {
        found.set(key, kept.whole);
        this.#kept.delete(key);
        this.#kept.set(key, kept);
      } else if (loading?.versions === versions) coming.add(loading.kept);
      else outdated.push(key);
    }
    for (const loading of this.#load(outdated, versions)) coming.add(loading);
    const wanted = new Set(keys);
    for (const loaded of await Promise.all(coming)) {
      for (const [key, kept] of loaded) if (wanted.has(key)) found.set(key, kept.whole);
    }
    return found;
  }

  /** Loads what is outdated, those of the same age together; who asks meanwhile waits for the same. */
  #load(keys: readonly string[], versions: Versions): Promise<KeptByKey<Part, Whole>>[] {
    const ages = new Map<Versions | undefined, string[]>();
    for (const key of keys) {
      const age = this.#kept.get(key)?.versions;
      ages.set(age, [...(ages.get(age) ?? []), key]);
    }
    return [...ages.values()].map((group) => {
      const kept = this.#renewed(group, versions).finally(() => {
        for (const key of group) {
          if (this.#loading.get(key)?.kept === kept) this.#loading.delete(key);
        }
      });
      for (const key of group) this.#loading.set(key, { versions, kept });
      return kept;
    });
  }

  /** The versions as they were kept, if these are the same: two of the same are compared at once. */
  #sameIfSame(now: Versions): Versions {
    if (!isSame(this.#versions, now)) this.#versions = now;
    return this.#versions;
  }

  async #renewed(keys: readonly string[], versions: Versions): Promise<KeptByKey<Part, Whole>> {
    // What is kept may be thrown away while its changes are read.
    const before = new Map(keys.map((key) => [key, this.#kept.get(key)]));
    const changed = changedBlocks(before.get(keys[0] ?? "")?.versions, versions);
    const parts = new Map(keys.map((key) => [key, new Map(before.get(key)?.parts ?? [])] as const));
    for (const own of parts.values()) for (const block of changed) own.delete(block);
    for (const [key, block, part] of await this.#keeping.load(keys, changed)) {
      parts.get(key)?.set(block, part);
    }
    const renewed = new Map(
      [...parts].map(([key, own]) => [key, this.#made(own, versions)] as const),
    );
    for (const [key, kept] of renewed) this.#keep(key, kept);
    return renewed;
  }

  #made(parts: ReadonlyMap<number, Part>, versions: Versions): Kept<Part, Whole> {
    let bytes = entryBytes;
    for (const part of parts.values()) bytes += this.#keeping.weigh(part);
    return { versions, parts, whole: this.#keeping.assemble(parts), bytes };
  }

  #keep(key: string, kept: Kept<Part, Whole>): void {
    this.#bytes += kept.bytes - (this.#kept.get(key)?.bytes ?? 0);
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#bytes <= this.#keeping.limit) return;
      this.#kept.delete(oldest);
      this.#bytes -= bytes;
    }
  }
}

/** Whether nothing has changed between two moments. */
export function isSame(kept: Versions, now: Versions): boolean {
  if (kept === now) return true;
  if (kept.size !== now.size) return false;
  for (const [block, version] of now) if (kept.get(block) !== version) return false;
  return true;
}

/** The blocks that were kept in another version, or not at all, or that are no more. */
function changedBlocks(kept: Versions | undefined, now: Versions): number[] {
  const there = [...now].filter(([block, version]) => kept?.get(block) !== version);
  const gone = [...(kept?.keys() ?? [])].filter((block) => !now.has(block));
  return [...there.map(([block]) => block), ...gone];
}
