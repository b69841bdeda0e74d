import type { Answer } from "./answer";

/** How much is kept. */
export type KeptFigures = { entries: number; bytes: number };

type Kept = {
  readonly key: string;
  answer: Answer;
  readonly tags: ReadonlySet<string>;
  /** Milliseconds of the epoch from which on it is out of date. */
  readonly until: number;
  bytes: number;
  /** How often it was asked for since it was last passed over. */
  wanted: number;
};

/** Tag of answers that no publication concerns, such as immutable files. */
const NO_TAGS: ReadonlySet<string> = new Set();

/** Objects and map slots of an entry, beside its answer. */
const OVERHEAD = 500;

/** Asked for so often, an answer is worth more work. */
const MUCH_WANTED = 5;

/**
 * The kept answers by address, never more than so many bytes of them.
 *
 * When room is needed, entries go in the order in which they came, but one that was asked for since
 * it was last passed over stays for another round. That is nearly "least recently used" and costs a
 * hit one assignment.
 */
export class KeptAnswers {
  readonly #most: number;
  readonly #byKey = new Map<string, Kept>();
  readonly #byTag = new Map<string, Set<Kept>>();
  #bytes = 0;

  readonly #whenMuchWanted: (key: string, answer: Answer) => void;

  constructor(mostBytes: number, whenMuchWanted: (key: string, answer: Answer) => void = () => {}) {
    this.#most = mostBytes;
    this.#whenMuchWanted = whenMuchWanted;
  }

  figures(): KeptFigures {
    return { entries: this.#byKey.size, bytes: this.#bytes };
  }

  /** The answer kept for this address, unless it is out of date by now. */
  find(key: string, now: number): Answer | undefined {
    const kept = this.#byKey.get(key);
    if (kept === undefined) return undefined;
    if (kept.until <= now) {
      this.#forget(kept);
      return undefined;
    }
    kept.wanted += 1;
    if (kept.wanted === MUCH_WANTED) this.#whenMuchWanted(key, kept.answer);
    return kept.answer;
  }

  /** Keeps an answer in place of the one before it. One that would fill half of the room is not kept. */
  keep(
    key: string,
    answer: Answer,
    holds: { tags?: ReadonlySet<string>; until?: number } = {},
  ): void {
    const tags = holds.tags ?? NO_TAGS;
    const before = this.#byKey.get(key);
    if (before) this.#forget(before);
    let bytes = OVERHEAD + answer.bytes + 2 * key.length;
    for (const tag of tags) bytes += 100 + tag.length;
    if (bytes * 2 > this.#most) return;
    this.#makeRoom(bytes);
    const until = holds.until ?? Number.POSITIVE_INFINITY;
    const kept = { key, answer, tags, until, bytes, wanted: 0 };
    this.#byKey.set(key, kept);
    this.#bytes += bytes;
    for (const tag of tags) {
      const sharing = this.#byTag.get(tag);
      if (sharing) sharing.add(kept);
      else this.#byTag.set(tag, new Set([kept]));
    }
  }

  /** Puts a smaller answer with the same content in the place of this one, if it is still kept. */
  improve(key: string, from: Answer, to: Answer): void {
    const kept = this.#byKey.get(key);
    if (kept?.answer !== from) return;
    kept.answer = to;
    kept.bytes += to.bytes - from.bytes;
    this.#bytes += to.bytes - from.bytes;
  }

  /** Forgets every answer that shows one of these. */
  drop(tags: Iterable<string>): void {
    for (const tag of tags) {
      for (const kept of this.#byTag.get(tag) ?? []) this.#forget(kept);
    }
  }

  clear(): void {
    this.#byKey.clear();
    this.#byTag.clear();
    this.#bytes = 0;
  }

  #makeRoom(bytes: number): void {
    while (this.#bytes + bytes > this.#most) {
      const oldest = this.#byKey.values().next();
      if (oldest.done) return;
      const kept = oldest.value;
      if (kept.wanted === 0) {
        this.#forget(kept);
        continue;
      }
      kept.wanted = 0;
      this.#byKey.delete(kept.key);
      this.#byKey.set(kept.key, kept);
    }
  }

  #forget(kept: Kept): void {
    this.#byKey.delete(kept.key);
    this.#bytes -= kept.bytes;
    for (const tag of kept.tags) {
      const sharing = this.#byTag.get(tag);
      sharing?.delete(kept);
      if (sharing?.size === 0) this.#byTag.delete(tag);
    }
  }
}
