/** A render under way. */
export type Render<T> = {
  readonly result: Promise<T>;
  /** Whether what it made may be kept: nothing that it shows has changed since it began. */
  mayBeKept: (tags: Iterable<string>) => boolean;
};

type UnderWay<T> = { dropped: Set<string>; outdated: boolean; render: Render<T> };

/**
 * The renders under way, one an address at a time.
 *
 * A render reads the database at some unknown moment, so one begun before a publication may show
 * what was before it. Which tags it carries is only known at its end; until then every tag dropped
 * meanwhile is remembered with it, and no later reader is given its result.
 */
export class Renders<T> {
  readonly #open = new Map<string, UnderWay<T>>();
  readonly #all = new Set<UnderWay<T>>();

  /** The render of this address that is under way, or the one begun now. */
  join(key: string, begin: (render: Pick<Render<T>, "mayBeKept">) => Promise<T>): Promise<T> {
    return (this.#open.get(key) ?? this.#begin(key, begin)).render.result;
  }

  /** Notes that these have changed. */
  drop(tags: readonly string[]): void {
    for (const underWay of this.#all) for (const tag of tags) underWay.dropped.add(tag);
    this.#open.clear();
  }

  /** Notes that anything may have changed. */
  clear(): void {
    for (const underWay of this.#all) underWay.outdated = true;
    this.#open.clear();
  }

  #begin(key: string, begin: (render: Pick<Render<T>, "mayBeKept">) => Promise<T>): UnderWay<T> {
    const dropped = new Set<string>();
    const mayBeKept = (tags: Iterable<string>) =>
      !underWay.outdated && ![...tags].some((tag) => dropped.has(tag));
    const result = begin({ mayBeKept }).finally(() => {
      this.#all.delete(underWay);
      if (this.#open.get(key) === underWay) this.#open.delete(key);
    });
    const underWay: UnderWay<T> = { dropped, outdated: false, render: { result, mayBeKept } };
    this.#all.add(underWay);
    this.#open.set(key, underWay);
    return underWay;
  }
}
