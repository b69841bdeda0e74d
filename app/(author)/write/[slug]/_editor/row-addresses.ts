import type { Draft } from "#knowledge/review/draft";
import type { Renames } from "#knowledge/review/merge/own-ids";
import { hasName, idsWithoutNames, wordsOfName } from "#knowledge/review/nameless-ids";

import type { DraftStore } from "./draft-store";
import { isSetAside, namesPerson, type PlacedFinding } from "./language-store";
import type { ProgressWatch } from "./progress-watch";

/** The lists of which rows have addresses, and how the part behind the `#` begins there. */
const anchors = [
  ["timeline", "event"],
  ["factors", "factor"],
  ["claims", "claim"],
  ["actions", "action"],
] as const;

/**
 * Keeps the names of people out of the ids of rows, which become addresses that nobody chose: who
 * takes a name out of a row, or asks for approval, has its id made anew without what the language
 * check has found there while it was open here. It is never done beside other work: for who writes in
 * that row at the same time it is another one. Ids that readers have seen, or may see at any moment
 * since a revision with them waits, stay.
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

  /** Once somebody asks or publishes while the page is open, the ids that were saved by then stay. */
  watch(progress: ProgressWatch, saved: () => Iterable<string>): void {
    const shown = () => {
      const { published, waiting } = progress.progress;
      return `${published} ${waiting?.revision}`;
    };
    let before = shown();
    progress.subscribe(() => {
      if (shown() === before) return;
      before = shown();
      for (const id of saved()) this.#published.add(id);
    });
  }

  /** Remembers who is named in which row; what somebody set aside is nobody's name. */
  learn(findings: readonly PlacedFinding[]): void {
    const { setAside } = this.#store.draft;
    const names = findings.filter((one) => namesPerson(one) && !isSetAside(one, setAside));
    for (const { place, text } of names) {
      const [, id] = place.split(".");
      if (id === undefined) continue;
      const key = this.#store.keyOf(id);
      this.#names.set(key, new Set([...(this.#names.get(key) ?? []), ...wordsOfName(text)]));
    }
  }

  /** Makes the ids anew that have a name, of all rows or of `only` these; gives the new ones by the old. */
  renew(only?: ReadonlySet<string>): Renames {
    const ids = idsWithoutNames(this.#store.draft.record, {
      namesIn: (id) => (only?.has(id) === false ? new Set() : this.#namesIn(id)),
      used: this.#store.usedIds,
      published: this.#published,
    });
    const renames = { rows: ids, sources: new Map<string, string>() };
    this.#store.rename(renames);
    return renames;
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
