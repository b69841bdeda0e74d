import { z } from "zod";

import { rowOrNull } from "#knowledge/database/query";

import { keptWhileSame } from "./block-version.store";
import { DocumentIds } from "./document-ids";
import type { DocumentSet } from "./document-set";
import type { DocumentSums } from "./document-sums";
import type { Sort } from "./query";

/** The orders that need nothing but the incident itself; ties by slug. */
export type PlainSort = Extract<Sort, "date" | "severity" | "duration">;

/** All documents in an order. */
const inOrder = (order: string) =>
  keptWhileSame(async (): Promise<readonly number[]> => {
    const row = await rowOrNull(
      z.object({ ids: DocumentIds }),
      `SELECT coalesce(string_agg(int4send("documentId"), ''::bytea), ''::bytea) AS "ids"
       FROM (SELECT "documentId" FROM "SearchEntry" ORDER BY ${order}) AS ordered`,
    );
    return row?.ids ?? [];
  });

const orders = {
  date: inOrder(`"startedKey" DESC, "slug"`),
  severity: inOrder(`"severityRank", "slug"`),
  duration: inOrder(`"durationKey" DESC, "slug"`),
} satisfies Record<PlainSort, () => Promise<readonly number[]>>;

/** A part of an order: so many documents, after leaving out so many. */
export interface Slice {
  readonly limit: number;
  readonly offset: number;
}

/** A slice of documents in one of the plain orders. */
export async function inPlainOrder(
  documents: DocumentSet,
  sort: PlainSort,
  { limit, offset }: Slice,
): Promise<number[]> {
  const slice: number[] = [];
  let before = 0;
  for (const id of await orders[sort]()) {
    if (slice.length >= limit) break;
    if (!documents.has(id)) continue;
    if (before < offset) before += 1;
    else slice.push(id);
  }
  return slice;
}

const documentsBySlug = inOrder(`"slug"`);

/** At each document's id its place among all slugs. */
const slugPlaces = keptWhileSame(async () => {
  const bySlug = await documentsBySlug();
  const places = new Uint32Array(bySlug.reduce((most, id) => Math.max(most, id), 0) + 1);
  bySlug.forEach((id, place) => (places[id] = place));
  return places;
});

/** A slice of documents by a count of something, highest first; ties by slug. */
export async function inCountOrder(
  documents: DocumentSet,
  counts: DocumentSums,
  { limit, offset }: Slice,
): Promise<number[]> {
  const [places, bySlug] = await Promise.all([slugPlaces(), documentsBySlug()]);
  const ids = documents.ids();
  const most = ids.reduce((highest, id) => Math.max(highest, counts.of(id)), 0);
  // Count and place in one number, so that very many are put in order at once.
  return [
    ...Float64Array.from(ids, (id) => (most - counts.of(id)) * bySlug.length + (places[id] ?? 0))
      .toSorted()
      .subarray(offset, offset + limit),
  ].flatMap((key) => bySlug[key % bySlug.length] ?? []);
}

/** A document with a number to order it by. */
export interface Ranked {
  readonly documentId: number;
  readonly rank: number;
}

/** Documents by their rank, highest first; ties by slug. */
export async function inRankOrder(
  ranked: readonly Ranked[],
  { limit, offset }: Slice,
): Promise<number[]> {
  const places = await slugPlaces();
  const least = Float64Array.from(ranked, ({ rank }) => rank)
    .toSorted()
    .at(-(offset + limit));
  return ranked
    .filter(({ rank }) => least === undefined || rank >= least)
    .toSorted(
      (a, b) => b.rank - a.rank || (places[a.documentId] ?? 0) - (places[b.documentId] ?? 0),
    )
    .slice(offset, offset + limit)
    .map(({ documentId }) => documentId);
}
