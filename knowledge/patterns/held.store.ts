import { z } from "zod";

import { rows } from "#knowledge/database/query";

const HeldStatement = z.object({
  /** The position of its group among those asked for, from 0. */
  group: z.number(),
  /** Of the factor. */
  id: z.string(),
  /** A text of the record, in which `[[…]]` is read. */
  statement: z.string(),
  /** It held by luck, the record says. */
  luck: z.boolean(),
  incident: z.object({ slug: z.string(), title: z.string(), started: z.string() }),
});
export type HeldStatement = z.infer<typeof HeldStatement>;

/**
 * The safeguards of the newest incidents of each group, one incident after the other: `documentIds[i]`
 * is of the group `groups[i]`.
 */
export async function newestStatements(
  groups: readonly number[],
  documentIds: readonly number[],
  incidentsOfGroup: number,
): Promise<HeldStatement[]> {
  return rows(
    HeldStatement,
    `WITH newest AS (
       SELECT n."group", n."documentId", row_number() OVER (PARTITION BY n."group"
         ORDER BY e."startedKey" DESC, e."slug") AS "rank"
       FROM unnest($1::int[], $2::int[]) AS n("group", "documentId") JOIN "SearchEntry" e USING ("documentId"))
     SELECT n."group", f."rowId" AS "id", f."statement", f."luck",
       json_build_object('slug', i."slug", 'title', i."title", 'started', i."started") AS "incident"
     FROM newest n JOIN "Incident" i USING ("documentId") JOIN "Factor" f USING ("documentId")
     WHERE n."rank" <= $3 AND f."role" = 'safeguard' AND i."visibility" = 'public'
     ORDER BY n."group", n."rank", f."position"`,
    [groups, documentIds, incidentsOfGroup],
  );
}
