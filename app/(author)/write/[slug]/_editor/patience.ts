import type { DraftStore } from "./draft-store";

/**
 * Quiet milliseconds after which what somebody else wrote comes in: who halts within a sentence should
 * not go on in another one. Who never halts waits no longer than the second.
 */
const quietForOthers = 2_500;
const longest = 10_000;

/** Says when what somebody else wrote may come in, of whom somebody writes here. */
export class Patience {
  readonly #store: DraftStore;
  readonly #now: () => number;
  /** Since when something waits for a pause. */
  #since: number | null = null;

  constructor(store: DraftStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** Whether nobody has typed lately. */
  get isQuiet(): boolean {
    return this.#now() - this.#store.editedAt >= quietForOthers;
  }

  /** Whether what waits from now on, at the latest, goes on waiting. */
  holds(): boolean {
    const now = this.#now();
    this.#since ??= now;
    return !this.isQuiet && now - this.#since < longest;
  }

  /** What comes next need not wait. */
  forgo(): void {
    this.#since = -Infinity;
  }

  /** Nothing waits any more. */
  end(): void {
    this.#since = null;
  }
}
