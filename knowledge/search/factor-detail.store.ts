import { z } from "zod";

import { rows } from "#knowledge/database/query";

const Detail = z.object({
  documentId: z.number(),
  id: z.string(),
  detail: z.string(),
});

/** What identifies a factor: its document and its id in it. */
interface FactorKey {
  readonly documentId: number;
  readonly id: string;
}

/** The mechanisms of factors, in any order; of a factor without one there is none. */
export async function detailsOf(factors: readonly FactorKey[]): Promise<z.infer<typeof Detail>[]> {
  return rows(
    Detail,
    `SELECT f."documentId", f."rowId" AS "id", f."detail" FROM "Factor" f
     JOIN unnest($1::int[], $2::text[]) AS wanted("documentId", "rowId") USING ("documentId", "rowId")
     WHERE f."detail" IS NOT NULL`,
    [factors.map(({ documentId }) => documentId), factors.map(({ id }) => id)],
  );
}
