/** A part of an order: so many documents, after leaving out so many. */
export interface Slice {
  readonly limit: number;
  readonly offset: number;
}

/** A document with a number to order it by. */
export interface Ranked {
  readonly documentId: number;
  readonly rank: number;
}

/** All documents by their slugs, which decide between equals. */
export interface SlugOrder {
  readonly bySlug: readonly number[];
  /** At a document's id its place in `bySlug`; of other ids anything. */
  readonly places: Uint32Array;
}

export function slugOrderOf(bySlug: readonly number[]): SlugOrder {
  const places = new Uint32Array(bySlug.reduce((most, id) => Math.max(most, id), 0) + 1);
  bySlug.forEach((id, place) => (places[id] = place));
  return { bySlug, places };
}

/** A slice of documents by their rank, highest first; ties by slug. */
export function byRank(
  ranked: readonly Ranked[],
  { places }: SlugOrder,
  { limit, offset }: Slice,
): Ranked[] {
  const least = Float64Array.from(ranked, ({ rank }) => rank)
    .toSorted()
    .at(-(offset + limit));
  return ranked
    .filter(({ rank }) => least === undefined || rank >= least)
    .toSorted(
      (a, b) => b.rank - a.rank || (places[a.documentId] ?? 0) - (places[b.documentId] ?? 0),
    )
    .slice(offset, offset + limit);
}

/**
 * A slice of documents by a count of something, a whole number, highest first; ties by slug. For very
 * many documents. One that has left since it was found has no place any more, and is left out.
 */
export function byCount(
  ids: readonly number[],
  countOf: (id: number) => number,
  { bySlug, places }: SlugOrder,
  { limit, offset }: Slice,
): number[] {
  const there = ids.filter((id) => bySlug[places[id] ?? 0] === id);
  const most = there.reduce((highest, id) => Math.max(highest, countOf(id)), 0);
  // Count and place in one number, so that all are put in order as numbers are.
  const keys = Float64Array.from(
    there,
    (id) => (most - countOf(id)) * bySlug.length + (places[id] ?? 0),
  );
  const slice = keys.toSorted().subarray(offset, offset + limit);
  return Array.from(slice).flatMap((key) => bySlug[key % bySlug.length] ?? []);
}
