import { z } from "zod";

import { rowOrNull, rows } from "#knowledge/database/query";

import { blockSize } from "./posting-key";
import type { DocumentSet } from "./document-set";

const Id = z.object({ documentId: z.number() });

/** Up to so many documents are named one by one. */
const fewDocuments = 2_000;

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
