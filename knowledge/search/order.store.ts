import { z } from "zod";

import { rows } from "#knowledge/database/query";

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
  const order = plainOrders[sort];
  const ids = documents.ids();
  const found =
    ids.length <= fewDocuments
      ? await rows(
          Id,
          `SELECT "documentId" FROM "SearchEntry" WHERE "documentId" = ANY($1::int[])
           ORDER BY ${order} LIMIT $2 OFFSET $3`,
          [ids, limit, offset],
        )
      : await rows(
          Id,
          `SELECT "documentId" FROM "SearchEntry"
           WHERE get_bit(($1::bit(${blockSize})[])["documentId" / ${blockSize} + 1], "documentId" % ${blockSize}) = 1
           ORDER BY ${order} LIMIT $2 OFFSET $3`,
          [everyBlock(documents), limit, offset],
        );
  return found.map(({ documentId }) => documentId);
}

// The database finds a block by its place in the list, so those without documents are there too.
function everyBlock(documents: DocumentSet): string[] {
  const blocks = documents.toBits();
  const last = blocks.at(-1)?.block ?? 0;
  const every = Array.from({ length: last + 1 }, () => "0".repeat(blockSize));
  for (const { block, bits } of blocks) every[block] = bits;
  return every;
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
  const found = await rows(
    Id,
    `SELECT "documentId" FROM unnest($1::int[], $2::float8[]) AS r("documentId", "rank")
     JOIN "SearchEntry" USING ("documentId") ORDER BY "rank" DESC, "slug" LIMIT $3 OFFSET $4`,
    [ranked.map(({ documentId }) => documentId), ranked.map(({ rank }) => rank), limit, offset],
  );
  return found.map(({ documentId }) => documentId);
}
