import * as z from "zod";

/** How sure a rule is that words assign blame: nearly always, usually, or sometimes. */
export const Level = z.enum(["strong", "likely", "hint"]);
export type Level = z.infer<typeof Level>;

/** Something the language check points out. It never forbids: the author decides. */
export const Finding = z.strictObject({
  /** Where the words begin and end in the text, as UTF-16 offsets. */
  start: z.int().min(0),
  end: z.int().min(0),
  /** The words as they stand, marks of Markdown between them included. */
  text: z.string(),
  rule: z.string(),
  level: Level,
  /** Why the words are pointed out, in a sentence or two. */
  reason: z.string(),
  /** Two rephrasings or ways to rephrase; "…" stands for what only the author knows. */
  suggestions: z.array(z.string()),
});
export type Finding = z.infer<typeof Finding>;

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
