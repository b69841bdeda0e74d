import { z } from "zod";

import { rows } from "#knowledge/database/query";

import { postingKey } from "./posting-key";

/** A word or phrase as the index knows it. */
const Indexed = z.object({
  number: z.number(),
  /** A `tsquery`; empty for words so common that they are not indexed. */
  query: z.string(),
  /** In how many public documents it may occur: those of its rarest part. */
  documents: z.number(),
  /** How many public documents there are. */
  all: z.number(),
});
export type Indexed = z.infer<typeof Indexed>;

/**
 * How words and phrases stand in the index, in their order. A hyphen counts as given or as a space:
 * documents have both.
 */
export async function indexedForms(texts: readonly string[]): Promise<Indexed[]> {
  return rows(
    Indexed,
    `SELECT q."number"::int - 1 AS "number", q."query"::text AS "query",
       coalesce(min(coalesce(l."documents", 0)), 0)::int AS "documents",
       coalesce((SELECT sum(bit_count("members")) FROM "Posting" WHERE "key" = '${postingKey.public}'), 0)::int AS "all"
     FROM (SELECT "number", replace("text", '-', ' ') AS "plain",
         phraseto_tsquery('english', "text") || phraseto_tsquery('english', replace("text", '-', ' ')) AS "query"
       FROM unnest($1::text[]) WITH ORDINALITY AS a("text", "number")) AS q
     LEFT JOIN LATERAL unnest(tsvector_to_array(to_tsvector('english', q."plain"))) AS x("lexeme") ON true
     LEFT JOIN "Lexeme" l USING ("lexeme")
     GROUP BY q."number", q."query" ORDER BY 1`,
    [texts],
  );
}

const Spelling = z.object({ word: z.string(), lexeme: z.string(), documents: z.number() });
export type Spelling = z.infer<typeof Spelling>;

/** How many spellings may stand in for a word that occurs nowhere. */
const spellingLimit = 12;

/**
 * Words that documents hold and that begin with `start` or are one of `variants`, those of most
 * documents first. Small letters a to z.
 */
export async function spellingsLike(
  start: string,
  variants: readonly string[],
): Promise<Spelling[]> {
  return rows(
    Spelling,
    // The range finds words by their beginning in whatever order the database sorts letters.
    `SELECT DISTINCT ON (l."documents", s."lexeme") s."word", s."lexeme", l."documents"
     FROM "Spelling" s JOIN "Lexeme" l USING ("lexeme")
     WHERE l."documents" > 0 AND (s."word" = ANY($2::text[])
       OR (s."word" BETWEEN $1 AND $1 || repeat('z', 24) AND starts_with(s."word", $1)))
     ORDER BY l."documents" DESC, s."lexeme", s."word" LIMIT ${spellingLimit}`,
    [start, variants],
  );
}

const Holding = z.object({
  number: z.number(),
  ids: z.instanceof(Buffer).transform((bytes) => {
    const ids: number[] = [];
    for (let at = 0; at < bytes.length; at += 4) ids.push(bytes.readInt32BE(at));
    return ids;
  }),
});

/** The ids of the documents that match each `tsquery`, in the order of the queries. */
export async function documentsMatching(queries: readonly string[]): Promise<number[][]> {
  const found = await rows(
    Holding,
    `SELECT q."number"::int - 1 AS "number", string_agg(int4send(e."documentId"), ''::bytea) AS "ids"
     FROM unnest($1::text[]) WITH ORDINALITY AS q("query", "number")
     JOIN "SearchEntry" e ON e."text" @@ q."query"::tsquery GROUP BY 1`,
    [queries],
  );
  const lists = queries.map((): number[] => []);
  for (const { number, ids } of found) lists[number] = ids;
  return lists;
}

/** The ids of all documents in the index. */
export async function allDocuments(): Promise<number[]> {
  const [found] = await rows(
    Holding,
    `SELECT 0 AS "number", coalesce(string_agg(int4send("documentId"), ''::bytea), ''::bytea) AS "ids"
     FROM "SearchEntry"`,
  );
  return found?.ids ?? [];
}

// What a word counts where it stands: in the story and beside it, in the summary, among names and
// aliases, in title, organisation and factor statements (DESIGN, "The search query").
const fieldWeights = "{0.1, 0.3, 0.5, 1}";

const Scored = z.object({ documentId: z.number(), score: z.number() });

/**
 * How well documents answer words: for each word its weight times where and how often it occurs.
 * `queries` and `weights` go together.
 */
export async function scoresOf(
  documentIds: readonly number[],
  queries: readonly string[],
  weights: readonly number[],
): Promise<Map<number, number>> {
  const scored = await rows(
    Scored,
    `SELECT e."documentId", coalesce((SELECT sum(q."weight" * ts_rank('${fieldWeights}'::float4[], e."text", q."query"::tsquery))
       FROM unnest($2::text[], $3::float8[]) AS q("query", "weight")), 0)::float8 AS "score"
     FROM "SearchEntry" e WHERE e."documentId" = ANY($1::int[])`,
    [documentIds, queries, weights],
  );
  return new Map(scored.map(({ documentId, score }) => [documentId, score]));
}
