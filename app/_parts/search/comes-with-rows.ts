import "./without-eval";
import { z } from "zod";

import { Role } from "#knowledge/incident/vocabulary";
import { queryBehind, type Association } from "#knowledge/search/association";
import { writeQuery, type Query } from "#knowledge/search/query";

const ComesWithRow = z.object({
  name: z.string(),
  /** The role in which it is counted; null: any. */
  role: Role.nullable(),
  /** How many of the incidents found, and how many of all. */
  found: z.number(),
  all: z.number(),
  /** Shares of those found and of all, 0 to 1, and how many times as large the one is. */
  share: z.number(),
  shareOfAll: z.number(),
  lift: z.number(),
  /** Larger than chance would easily bring. */
  isClear: z.boolean(),
  /** Fewer than five incidents bear it. */
  isSmall: z.boolean(),
  /** Of the query that leads to the incidents behind it. */
  parameters: z.record(z.string(), z.array(z.string()).readonly()),
});
export type ComesWithRow = z.infer<typeof ComesWithRow>;

/** What comes with the incidents found, as plain data; null where there is nothing to compare. */
export const ComesWithRows = z.object({
  ofFound: z.number(),
  ofAll: z.number(),
  /** Most telling first; each class once, in a role or in any, as says most. */
  rows: z.array(ComesWithRow),
});
export type ComesWithRows = z.infer<typeof ComesWithRows>;

/** So many are shown. */
const most = 8;

interface Found {
  readonly query: Query;
  readonly classes: readonly Association[];
  readonly pairs: readonly Association[];
}

/** Makes what was found ready to be drawn; `names` are those of classes, by slug. */
export function comesWithRows(
  found: Found | null,
  names: ReadonlyMap<string, string>,
): ComesWithRows | null {
  const telling = [...(found?.classes ?? []), ...(found?.pairs ?? [])].toSorted(
    (a, b) => b.leastRatio - a.leastRatio,
  );
  const [first] = telling;
  if (!found || !first) return null;
  const once = telling.filter(
    (one, at) => telling.findIndex((other) => other.class === one.class) === at,
  );
  return {
    ofFound: first.ofFound,
    ofAll: first.ofAll,
    rows: once.slice(0, most).map((one) => ({
      name: names.get(one.class) ?? one.class,
      role: one.role,
      found: one.found,
      all: one.all,
      share: one.found / one.ofFound,
      shareOfAll: one.all / one.ofAll,
      lift: one.lift,
      isClear: one.leastRatio > 1,
      isSmall: one.isSmall,
      parameters: writeQuery(queryBehind(found.query, one)),
    })),
  };
}
