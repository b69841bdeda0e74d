import { z } from "zod";

import { rows } from "#knowledge/database/query";

import { keptPerDatabase } from "./block-version.store";
import { bitsFrom, DocumentSet, type Bits } from "./document-set";

const Block = z.object({ key: z.string(), block: z.number(), bits: z.instanceof(Uint8Array) });

/** PostgreSQL sends four bytes with the number of bits before the bits. */
const lengthBytes = 4;

/** The documents of postings by their keys, as they are now; of a key without a posting, none. */
export const documentsUnder = keptPerDatabase<Bits, DocumentSet>({
  async load(keys, blocks) {
    const found = await rows(
      Block,
      `SELECT "key", "block", bit_send("members") AS "bits" FROM "Posting"
       WHERE "key" = ANY($1::text[]) AND "block" = ANY($2::int[])`,
      [keys, blocks],
    );
    return found.map(({ key, block, bits }) => [key, block, bitsFrom(bits.subarray(lengthBytes))]);
  },
  assemble: (parts) => DocumentSet.fromBits(parts),
  weigh: (bits) => bits.byteLength,
  // Of a hundred thousand incidents a key takes 13 kB, and all keys of factors some 30 MB.
  limit: 96_000_000,
});
