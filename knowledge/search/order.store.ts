import { z } from "zod";

import { rowOrNull, rows } from "#knowledge/database/query";

import { blockSize } from "./posting-key";
import type { DocumentSet } from "./document-set";
import type { Sort } from "./query";

const Id = z.object({ documentId: z.number() });

/** A part of an order: so many documents, after leaving out so many. */
export interface Slice {
  readonly limit: number;
  readonly offset: number;
}

/** The orders that need nothing but the incident itself; ties by slug. */
export type PlainSort = Extract<Sort, "date" | "severity" | "duration">;

const plainOrders: Record<PlainSort, string> = {
  date: `"startedKey" DESC, "slug"`,
  severity: `"severityRank", "slug"`,
  duration: `"durationKey" DESC, "slug"`,
};

/** Up to so many documents are fetched and sorted; of more, the order's index is walked. */
const fewDocuments = 2_000;

/** A slice of documents in one of the plain orders. */
export async function inPlainOrder(
  documents: DocumentSet,
  sort: PlainSort,
  { limit, offset }: Slice,
): Promise<number[]> {
  const among = amongDocuments(documents);
  const found = await rows(
    Id,
    `SELECT "documentId" FROM "SearchEntry" WHERE ${among.condition}
     ORDER BY ${plainOrders[sort]} LIMIT $2 OFFSET $3`,
    [among.value, limit, offset],
  );
  return found.map(({ documentId }) => documentId);
}

/** A condition on `"documentId"` that holds for these documents, and the value of its `$1`. */
function amongDocuments(documents: DocumentSet): { condition: string; value: unknown } {
  if (documents.size <= fewDocuments) {
    return { condition: `"documentId" = ANY($1::int[])`, value: documents.ids() };
  }
  return {
    condition: `CASE WHEN "documentId" / 8 < length($1::bytea)
      THEN (get_byte($1::bytea, "documentId" / 8) & (128 >> ("documentId" % 8))) <> 0 ELSE false END`,
    value: everyByte(documents),
  };
}

// Up to the last block that holds one; documents after it are none of them.
function everyByte(documents: DocumentSet): Buffer {
  const blocks = documents.bytes();
  const bytes = Buffer.alloc((((blocks.at(-1)?.[0] ?? 0) + 1) * blockSize) / 8);
  for (const [block, some] of blocks) bytes.set(some, (block * blockSize) / 8);
  return bytes;
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
  const least = Float64Array.from(ranked, ({ rank }) => rank)
    .toSorted()
    .at(-(offset + limit));
  const reaching = ranked.filter(({ rank }) => least === undefined || rank >= least);
  const found = await rows(
    Id,
    `SELECT "documentId" FROM unnest($1::int[], $2::float8[]) AS r("documentId", "rank")
     JOIN "SearchEntry" USING ("documentId") ORDER BY "rank" DESC, "slug" LIMIT $3 OFFSET $4`,
    [reaching.map(({ documentId }) => documentId), reaching.map(({ rank }) => rank), limit, offset],
  );
  return found.map(({ documentId }) => documentId);
}

/** The document of an incident that search knows; null when it knows none of this slug. */
export async function documentOfSlug(slug: string): Promise<number | null> {
  const row = await rowOrNull(Id, `SELECT "documentId" FROM "SearchEntry" WHERE "slug" = $1`, [
    slug,
  ]);
  return row?.documentId ?? null;
}

/** Those of the documents that are newest in the knowledge base: by `recorded`, then by slug. */
export async function newestRecorded(documents: DocumentSet, count: number): Promise<number[]> {
  const among = amongDocuments(documents);
  const found = await rows(
    Id,
    `SELECT "documentId" FROM "Incident" WHERE ${among.condition}
     ORDER BY "recorded" DESC, "slug" LIMIT $2`,
    [among.value, count],
  );
  return found.map(({ documentId }) => documentId);
}
