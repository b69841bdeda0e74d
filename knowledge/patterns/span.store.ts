import { z } from "zod";

import { rowOrNull } from "#knowledge/database/query";
import { keptWhileSame } from "#knowledge/search/block-version.store";

/** What incidents take time to: noticing, limiting the harm, and the end of it. */
export const measures = ["detect", "mitigate", "resolve"] as const;
export type Measure = (typeof measures)[number];

/** The ends of spans in seconds, one for each incident. */
export interface SpanEnds {
  /** `unknown` where the record gives no span. */
  readonly least: Int32Array;
  /** `unknown` likewise, `open` where the span has no upper end. */
  readonly most: Int32Array;
}

/** What stands in place of an end that there is not. */
export const unknown = -1;
export const open = 2_147_483_647;

/** The spans of all incidents, whether public or not. */
export interface SpanTable {
  /** In the order of the ends. */
  readonly documentIds: Int32Array;
  readonly ends: Readonly<Record<Measure, SpanEnds>>;
}

const packed = (what: string) => `coalesce(string_agg(int4send(${what}), ''::bytea), ''::bytea)`;

// Moments are known to the second at best, so seconds are exact.
const seconds = (column: string) => `round("${column}" * 60)::int`;

// A hundred thousand incidents come as one row: read row by row they would take ten times as long.
const statement = `
  SELECT ${packed('"documentId"')} AS "documentIds", ${measures
    .map(
      (measure) => `
    ${packed(`coalesce(${seconds(`${measure}Least`)}, ${unknown})`)} AS "${measure}Least",
    ${packed(`CASE WHEN "${measure}Least" IS NULL THEN ${unknown}
      ELSE coalesce(${seconds(`${measure}Most`)}, ${open}) END`)} AS "${measure}Most"`,
    )
    .join(",")}
  FROM "IncidentSpans"`;

/** The database writes the greatest byte first. */
function numbersIn(bytes: Buffer): Int32Array {
  const numbers = new Int32Array(bytes.length / 4);
  for (let at = 0; at < numbers.length; at++) numbers[at] = bytes.readInt32BE(at * 4);
  return numbers;
}

const Numbers = z.instanceof(Buffer).transform(numbersIn);

const Packed = z.object({
  documentIds: Numbers,
  detectLeast: Numbers,
  detectMost: Numbers,
  mitigateLeast: Numbers,
  mitigateMost: Numbers,
  resolveLeast: Numbers,
  resolveMost: Numbers,
});

/** The spans of all incidents as they are now; read once, until something is published. */
export const findSpans = keptWhileSame(async (): Promise<SpanTable> => {
  const found = await rowOrNull(Packed, statement);
  if (!found) throw new Error("an aggregate always has a row");
  return {
    documentIds: found.documentIds,
    ends: {
      detect: { least: found.detectLeast, most: found.detectMost },
      mitigate: { least: found.mitigateLeast, most: found.mitigateMost },
      resolve: { least: found.resolveLeast, most: found.resolveMost },
    },
  };
});
