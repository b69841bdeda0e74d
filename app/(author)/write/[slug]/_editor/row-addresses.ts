import type { Draft } from "#knowledge/review/draft";
import { hasName, idsWithoutNames, wordsOfName } from "#knowledge/review/nameless-ids";

import type { DraftStore } from "./draft-store";
import { namesPerson, type PlacedFinding } from "./language-store";
import type { ProgressWatch } from "./progress-watch";

/** The lists of which rows have addresses, and how the part behind the `#` begins there. */
const anchors = [
  ["timeline", "event"],
  ["factors", "factor"],
  ["claims", "claim"],
  ["actions", "action"],
] as const;

/**
 * Keeps the names of people out of the ids of rows, which become addresses that nobody chose: what
 * the language check has found in a row while it was open here is taken out of its id, also after
 * other words stand in its place. Ids that readers have seen stay.
 */
export class RowAddresses {
  readonly #store: DraftStore;
  readonly #published: Set<string>;
  /** Words of names, by what a row is known by on the screen: that stays whatever it is called. */
  readonly #names = new Map<string, Set<string>>();

  constructor(store: DraftStore, published: readonly string[]) {
    this.#store = store;
    this.#published = new Set(published);
  }

  /** Once somebody publishes while the page is open, the ids that were saved by then stay. */
  watch(progress: ProgressWatch, saved: () => Iterable<string>): void {
    let { published } = progress.progress;
    progress.subscribe(() => {
      if (progress.progress.published === published) return;
      ({ published } = progress.progress);
      for (const id of saved()) this.#published.add(id);
    });
  }

  /** Remembers who is named in which row. */
  learn(findings: readonly PlacedFinding[]): void {
    for (const { place, text } of findings.filter(namesPerson)) {
      const [, id] = place.split(".");
      if (id === undefined) continue;
      const key = this.#store.keyOf(id);
      this.#names.set(key, new Set([...(this.#names.get(key) ?? []), ...wordsOfName(text)]));
    }
  }

  /** Makes the ids anew that have a name; gives the new ones by the old. */
  renew(): ReadonlyMap<string, string> {
    const ids = idsWithoutNames(this.#store.draft.record, {
      namesIn: (id) => this.#namesIn(id),
      used: this.#store.usedIds,
      published: this.#published,
    });
    this.#store.rename(ids);
    return ids;
  }

  /**
   * The addresses within the page, without the `#`, that keep the name of somebody who is named in
   * their row, or was while it was open.
   */
  kept({ record }: Draft): string[] {
    return anchors.flatMap(([list, prefix]) =>
      record[list]
        .filter(({ id }) => this.#published.has(id) && hasName(id, this.#namesIn(id)))
        .map(({ id }) => `${prefix}-${id}`),
    );
  }

  #namesIn(id: string): ReadonlySet<string> {
    return this.#names.get(this.#store.keyOf(id)) ?? new Set();
  }
}
