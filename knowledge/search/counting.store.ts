import { z } from "zod";

import { rows } from "#knowledge/database/query";

import type { Condition } from "./condition";
import { DocumentSet } from "./document-set";
import { blockSize, postingKey } from "./posting-key";
import type { TextMatch } from "./text-match";

/** A figure to be counted: the documents of a variation that stand in one of the postings. */
export interface Figure {
  readonly facet: string;
  readonly value: string;
  /** Which of the variations it is counted over, by position. */
  readonly variation: number;
  readonly keys: readonly string[];
}

export interface Counting {
  /** Lists of conditions that must all hold; the first is the query itself. */
  readonly variations: readonly (readonly Condition[])[];
  /** Postings of which a document may stand in none. */
  readonly excludedKeys: readonly string[];
  /** Null: the query has no words. */
  readonly text: TextMatch | null;
  readonly figures: readonly Figure[];
  /** The variations whose documents are wanted, not only their number. */
  readonly wanted: readonly number[];
}

/** How many documents hold all words, and how many others hold enough of them. */
export interface Tally {
  readonly whole: number;
  readonly partial: number;
}

/** The documents that hold all words, and those that hold enough of them. */
export interface Documents {
  readonly whole: DocumentSet;
  readonly partial: DocumentSet;
}

export interface Counted {
  /** The documents of each variation that was wanted, by its position. */
  readonly documents: ReadonlyMap<number, Documents>;
  /** One for each variation, in their order. */
  readonly variations: readonly Tally[];
  /** One for each figure, in their order. */
  readonly figures: readonly Tally[];
}

const bitmap = `bit(${blockSize})`;

// Every set is bits by block. Within a condition they are united, conditions are intersected, and
// all that is counted are ones. $1–$3: variation, condition and key of what is asked; $4–$7: the same
// for sets that are no postings; $8: how many conditions each variation has; $9: excluded keys;
// $10–$12: blocks with the documents of the words, if $13; $14–$16: number, variation and key of
// figures; $17: the variations whose documents are wanted.
const statement = `
  WITH excluded AS (
    SELECT "block", bit_or("members") AS "bits" FROM "Posting" WHERE "key" = ANY($9::text[]) GROUP BY 1),
  ground AS (
    SELECT p."block", CASE WHEN x."bits" IS NULL THEN p."members" ELSE p."members" & ~x."bits" END AS "bits"
    FROM "Posting" p LEFT JOIN excluded x USING ("block") WHERE p."key" = '${postingKey.public}'),
  united AS (
    SELECT "variation", "condition", "block", bit_or("bits") AS "bits" FROM (
      SELECT a."variation", a."condition", p."block", p."members" AS "bits"
      FROM unnest($1::int[], $2::int[], $3::text[]) AS a("variation", "condition", "key")
      JOIN "Posting" p USING ("key")
      UNION ALL
      SELECT * FROM unnest($4::int[], $5::int[], $6::int[], $7::${bitmap}[])) AS every
    GROUP BY 1, 2, 3),
  met AS (
    SELECT "variation", "block", bit_and("bits") AS "bits", count(*) AS "conditions" FROM united GROUP BY 1, 2),
  allowed AS (
    SELECT v."variation" - 1 AS "variation", g."block",
      CASE WHEN v."conditions" = 0 THEN g."bits" ELSE g."bits" & m."bits" END AS "bits"
    FROM unnest($8::int[]) WITH ORDINALITY AS v("conditions", "variation") CROSS JOIN ground g
    LEFT JOIN met m ON m."variation" = v."variation" - 1 AND m."block" = g."block"
    WHERE v."conditions" = 0 OR m."conditions" = v."conditions"),
  words AS (
    SELECT * FROM unnest($10::int[], $11::${bitmap}[], $12::${bitmap}[]) AS w("block", "whole", "partial")),
  found AS MATERIALIZED (
    SELECT a."variation", a."block", CASE WHEN $13 THEN a."bits" & w."whole" ELSE a."bits" END AS "whole",
      a."bits" & w."partial" AS "partial"
    FROM allowed a LEFT JOIN words w USING ("block") WHERE NOT $13 OR w."block" IS NOT NULL),
  asked AS (
    SELECT "number", "variation", "key", count(*) OVER (PARTITION BY "number") AS "keys"
    FROM unnest($14::int[], $15::int[], $16::text[]) AS a("number", "variation", "key")),
  figure AS (
    SELECT a."number", a."variation", p."block", p."members" AS "bits"
    FROM asked a JOIN "Posting" p USING ("key") WHERE a."keys" = 1
    UNION ALL
    SELECT a."number", a."variation", p."block", bit_or(p."members")
    FROM asked a JOIN "Posting" p USING ("key") WHERE a."keys" > 1 GROUP BY 1, 2, 3)
  SELECT 'set' AS "what", "variation"::int AS "number", "block", NULL::int AS "whole", NULL::int AS "partial",
    "whole"::text AS "wholeBits", "partial"::text AS "partialBits" FROM found WHERE "variation" = ANY($17::int[])
  UNION ALL
  SELECT 'variation', "variation", NULL, sum(bit_count("whole"))::int, sum(bit_count("partial"))::int, NULL, NULL
  FROM found GROUP BY "variation"
  UNION ALL
  SELECT 'figure', c."number", NULL, sum(c."whole")::int, sum(c."partial")::int, NULL, NULL
  FROM (SELECT k."number", bit_count(f."whole" & k."bits") AS "whole", bit_count(f."partial" & k."bits") AS "partial"
    FROM figure k JOIN found f USING ("variation", "block") OFFSET 0) AS c GROUP BY c."number"`;

const Row = z.object({
  what: z.enum(["set", "variation", "figure"]),
  number: z.coerce.number(),
  block: z.number().nullable(),
  whole: z.number().nullable(),
  partial: z.number().nullable(),
  wholeBits: z.string().nullable(),
  partialBits: z.string().nullable(),
});

/** Finds and counts in one statement, over the postings alone. */
export async function countDocuments(counting: Counting): Promise<Counted> {
  const found = await rows(Row, statement, parametersOf(counting));
  const tallies = (what: string, length: number): Tally[] => {
    const list = Array.from({ length }, () => ({ whole: 0, partial: 0 }));
    for (const row of found) {
      if (row.what === what)
        list[row.number] = { whole: row.whole ?? 0, partial: row.partial ?? 0 };
    }
    return list;
  };
  return {
    documents: new Map(
      counting.wanted.map((variation) => [variation, documentsIn(found, variation)]),
    ),
    variations: tallies("variation", counting.variations.length),
    figures: tallies("figure", counting.figures.length),
  };
}

function documentsIn(found: readonly z.infer<typeof Row>[], variation: number): Documents {
  const sets = found.filter(({ what, number }) => what === "set" && number === variation);
  const united = (column: "wholeBits" | "partialBits") =>
    DocumentSet.fromBits(
      sets.flatMap(({ block, [column]: bits }) =>
        block === null || bits === null ? [] : [{ block, bits }],
      ),
    );
  return { whole: united("wholeBits"), partial: united("partialBits") };
}

function parametersOf({ variations, excludedKeys, text, figures, wanted }: Counting): unknown[] {
  const conditions = variations.flatMap((list, variation) =>
    list.map((condition, number) => ({ variation, number, ...condition })),
  );
  const keyed = conditions.flatMap(({ keys, ...place }) => keys.map((key) => ({ ...place, key })));
  const listed = conditions.flatMap(({ documents, ...place }) =>
    (documents?.toBits() ?? []).map((bits) => ({ ...place, ...bits })),
  );
  const counted = figures.flatMap(({ variation, keys }, number) =>
    keys.map((key) => ({ number, variation, key })),
  );
  const words = text ? blocksOf(text) : [];
  return [
    keyed.map(({ variation }) => variation),
    keyed.map(({ number }) => number),
    keyed.map(({ key }) => key),
    listed.map(({ variation }) => variation),
    listed.map(({ number }) => number),
    listed.map(({ block }) => block),
    listed.map(({ bits }) => bits),
    variations.map((list) => list.length),
    excludedKeys,
    words.map(({ block }) => block),
    words.map(({ whole }) => whole),
    words.map(({ partial }) => partial),
    text !== null,
    counted.map(({ number }) => number),
    counted.map(({ variation }) => variation),
    counted.map(({ key }) => key),
    wanted,
  ];
}

function blocksOf({ whole, partial }: TextMatch) {
  const none = "0".repeat(blockSize);
  const [wholeBits, partialBits] = [whole, partial].map(
    (set) => new Map(set.toBits().map(({ block, bits }) => [block, bits])),
  );
  const blocks = new Set([...(wholeBits?.keys() ?? []), ...(partialBits?.keys() ?? [])]);
  return [...blocks].map((block) => ({
    block,
    whole: wholeBits?.get(block) ?? none,
    partial: partialBits?.get(block) ?? none,
  }));
}
