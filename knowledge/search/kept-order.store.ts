import { z } from "zod";

import { rowOrNull } from "#knowledge/database/query";

import { keptWhileSame } from "./block-version.store";
import { DocumentIds } from "./document-ids";
import type { DocumentSet } from "./document-set";
import type { DocumentSums } from "./document-sums";
import type { Sort } from "./query";
import { byCount, byRank, slugOrderOf, type Ranked, type Slice } from "./rank-order";

/** The orders that need nothing but the incident itself; ties by slug. */
export type PlainSort = Extract<Sort, "date" | "severity" | "duration">;

/** All documents in an order. */
async function readOrder(order: string): Promise<readonly number[]> {
  const row = await rowOrNull(
    z.object({ ids: DocumentIds }),
    `SELECT coalesce(string_agg(int4send("documentId"), ''::bytea), ''::bytea) AS "ids"
     FROM (SELECT "documentId" FROM "SearchEntry" ORDER BY ${order}) AS ordered`,
  );
  return row?.ids ?? [];
}

const orders = {
  date: keptWhileSame(() => readOrder(`"startedKey" DESC, "slug"`)),
  severity: keptWhileSame(() => readOrder(`"severityRank", "slug"`)),
  duration: keptWhileSame(() => readOrder(`"durationKey" DESC, "slug"`)),
} satisfies Record<PlainSort, () => Promise<readonly number[]>>;

const slugOrder = keptWhileSame(async () => slugOrderOf(await readOrder(`"slug"`)));

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

/** A slice of documents by a count of something, highest first; ties by slug. */
export async function inCountOrder(
  documents: DocumentSet,
  counts: DocumentSums,
  slice: Slice,
): Promise<number[]> {
  return byCount(documents.ids(), (id) => counts.of(id), await slugOrder(), slice);
}

/** A slice of documents by their rank, highest first; ties by slug. */
export async function inRankOrder(ranked: readonly Ranked[], slice: Slice): Promise<number[]> {
  return byRank(ranked, await slugOrder(), slice).map(({ documentId }) => documentId);
}
