import { z } from "zod";

import { rows } from "#knowledge/database/query";
import { readable } from "#knowledge/people/audience.store";

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
 * The safeguards of incidents that stand in groups, one incident after the other in the order given:
 * `documentIds[i]` is of the group `groups[i]`.
 */
export async function safeguardsOf(
  groups: readonly number[],
  documentIds: readonly number[],
): Promise<HeldStatement[]> {
  return rows(
    HeldStatement,
    `SELECT n."group", f."rowId" AS "id", f."statement", f."luck",
       json_build_object('slug', i."slug", 'title', i."title", 'started', i."started") AS "incident"
     FROM unnest($1::int[], $2::int[]) WITH ORDINALITY AS n("group", "documentId", "place")
     JOIN "Incident" i USING ("documentId") JOIN "Factor" f USING ("documentId")
     WHERE f."role" = 'safeguard' AND ${readable("i")}
     ORDER BY n."place", f."position"`,
    [groups, documentIds],
  );
}
