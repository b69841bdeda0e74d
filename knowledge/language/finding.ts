/** How sure a rule is that words assign blame: nearly always, usually, or sometimes. */
export const levels = ["strong", "likely", "hint"] as const;
export type Level = (typeof levels)[number];

/** Something the language check points out. It never forbids: the author decides. */
export interface Finding {
  /** Where the words begin and end in the text, as UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** The words as they stand, marks of Markdown between them included. */
  readonly text: string;
  readonly rule: string;
  readonly level: Level;
  /** Why the words are pointed out, in a sentence or two. */
  readonly reason: string;
  /** Two rephrasings or ways to rephrase; "…" stands for what only the author knows. */
  readonly suggestions: string[];
}

const weights: Readonly<Record<Level, number>> = { strong: 2, likely: 1, hint: 0 };

/**
 * Findings that do not overlap, in the order of the text: where several rules see the same words,
 * the stronger one is heard, then the longer, then the earlier.
 */
export function withoutOverlaps<Found extends Pick<Finding, "start" | "end" | "level">>(
  found: readonly Found[],
): Found[] {
  if (found.length < 2) return [...found];
  const byStrength = found.toSorted(
    (a, b) =>
      weights[b.level] - weights[a.level] ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start,
  );
  const inOrder = new Spans();
  const kept = byStrength.filter(({ start, end }) => inOrder.take(start, end));
  return kept.toSorted((a, b) => a.start - b.start);
}

/** Spans that do not overlap. Findings of one block are few, or short: buckets keep this linear. */
class Spans {
  readonly #buckets = new Map<number, [number, number][]>();

  take(start: number, end: number): boolean {
    const first = bucketOf(start);
    const last = bucketOf(end);
    for (let bucket = first; bucket <= last; bucket++) {
      const taken = this.#buckets.get(bucket) ?? [];
      if (taken.some(([from, to]) => start < to && from < end)) return false;
    }
    for (let bucket = first; bucket <= last; bucket++) {
      const taken = this.#buckets.get(bucket);
      if (taken) taken.push([start, end]);
      else this.#buckets.set(bucket, [[start, end]]);
    }
    return true;
  }
}

function bucketOf(offset: number): number {
  return Math.floor(offset / 256);
}
