import { z } from "zod";

import { rows } from "#knowledge/database/query";
import { currentAudience } from "#knowledge/people/audience";

import { DocumentIds } from "./document-ids";
import { DocumentSet } from "./document-set";
import { documentsUnder } from "./kept-postings.store";
import { postingKey, readableKey } from "./posting-key";

/** A word or phrase as the index knows it. */
const Indexed = z.object({
  number: z.number(),
  /** A `tsquery`; empty for words so common that they are not indexed. */
  query: z.string(),
  /** In how many documents that may be read it may occur: those of its rarest part. */
  documents: z.number(),
  /** The lexeme, where it is one word of so many documents that it has a posting; else null. */
  posted: z.string().nullable(),
});
export type Indexed = z.infer<typeof Indexed> & {
  /** How many such documents there are. */
  readonly all: number;
};

/**
 * How words and phrases stand in the index, in their order. A hyphen counts as given or as a space:
 * documents have both.
 */
export async function indexedForms(texts: readonly string[]): Promise<Indexed[]> {
  const [forms, all] = await Promise.all([formsIn(texts), allDocuments()]);
  return forms.map((form) => ({ ...form, all: all.size }));
}

function formsIn(texts: readonly string[]): Promise<z.infer<typeof Indexed>[]> {
  const documents = documentsHolding();
  return rows(
    Indexed,
    `SELECT q."number"::int - 1 AS "number", q."query"::text AS "query",
       coalesce(min(coalesce(${documents}, 0)), 0)::int AS "documents",
       CASE WHEN count(*) = 1 AND bool_and(l."isPosted") THEN min(l."lexeme") END AS "posted"
     FROM (SELECT "number", replace("text", '-', ' ') AS "plain",
         -- A phrase stays an alternative even where both forms are one: so it is weighed by its words.
         CASE WHEN numnode("given") <= 1 AND "text" NOT LIKE '%-%' THEN "given"
           ELSE "given" || phraseto_tsquery('english', replace("text", '-', ' ')) END AS "query"
       FROM unnest($1::text[]) WITH ORDINALITY AS a("text", "number"),
         phraseto_tsquery('english', "text") AS "given") AS q
     LEFT JOIN LATERAL unnest(tsvector_to_array(to_tsvector('english', q."plain"))) AS x("lexeme") ON true
     LEFT JOIN "Lexeme" l USING ("lexeme")
     GROUP BY q."number", q."query" ORDER BY 1`,
    [texts],
  );
}

/** The column of `"Lexeme" l` that counts the documents which may be read. */
function documentsHolding(): string {
  return currentAudience() === "members" ? `l."forMembers"` : `l."documents"`;
}

const Spelling = z.object({
  word: z.string(),
  lexeme: z.string(),
  documents: z.number(),
  /** Whether the lexeme has a posting. */
  isPosted: z.boolean(),
});
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
  const documents = documentsHolding();
  // What only members' documents spell so would tell a visitor of them.
  const known = currentAudience() === "members" ? "TRUE" : `s."isPublic"`;
  return rows(
    Spelling,
    // The range finds words by their beginning in whatever order the database sorts letters.
    `SELECT DISTINCT ON (${documents}, s."lexeme") s."word", s."lexeme", ${documents} AS "documents", l."isPosted"
     FROM "Spelling" s JOIN "Lexeme" l USING ("lexeme")
     WHERE ${documents} > 0 AND ${known} AND (s."word" = ANY($2::text[])
       OR (s."word" BETWEEN $1 AND $1 || repeat('z', 24) AND starts_with(s."word", $1)))
     ORDER BY ${documents} DESC, s."lexeme", s."word" LIMIT ${spellingLimit}`,
    [start, variants],
  );
}

/** A word or phrase to be looked up. */
export interface Sought {
  /** Lexemes with postings: documents that hold one of them hold it. */
  readonly posted: readonly string[];
  /** A `tsquery` of what has none; empty where all have. */
  readonly rare: string;
}

/** What to look up for a word or phrase as it stands in the index. */
export function soughtOf({ query, posted }: Indexed): Sought {
  return posted === null ? { posted: [], rare: query } : { posted: [posted], rare: "" };
}

/** Where a word or phrase occurs. */
export interface Occurrence {
  readonly documents: DocumentSet;
  /** Those that hold it in title, organisation or a factor's statement. */
  readonly leading: DocumentSet;
}

const Holding = z.object({
  number: z.number(),
  isLeading: z.boolean(),
  ids: DocumentIds,
});

/** Where each of these occurs, in their order: from postings for frequent words, else by look-up. */
export async function occurrencesOf(sought: readonly Sought[]): Promise<Occurrence[]> {
  const posted = sought.flatMap((one) => one.posted);
  const rare = [...new Set(sought.flatMap((one) => (one.rare === "" ? [] : one.rare)))];
  const keys = posted.flatMap((lexeme) => [postingKey.word(lexeme), postingKey.leading(lexeme)]);
  const [sets, found] = await Promise.all([
    keys.length === 0 ? new Map<string, DocumentSet>() : documentsUnder(keys),
    lookUp(rare),
  ]);
  const looked = (query: string, isLeading: boolean) => {
    const number = rare.indexOf(query);
    const row = found.find((one) => one.number === number && one.isLeading === isLeading);
    return row ? [DocumentSet.of(row.ids)] : [];
  };
  const union = (own: Sought, isLeading: boolean, keyOf: (lexeme: string) => string) =>
    DocumentSet.union([
      ...own.posted.flatMap((lexeme) => sets.get(keyOf(lexeme)) ?? []),
      ...looked(own.rare, isLeading),
    ]);
  return sought.map((one) => ({
    documents: union(one, false, postingKey.word),
    leading: union(one, true, postingKey.leading),
  }));
}

async function lookUp(queries: readonly string[]): Promise<z.infer<typeof Holding>[]> {
  if (queries.length === 0) return [];
  return rows(
    Holding,
    `WITH q AS MATERIALIZED (
       SELECT "query"::tsquery AS "query", "number"::int - 1 AS "number"
       FROM unnest($1::text[]) WITH ORDINALITY AS a("query", "number"))
     SELECT q."number", false AS "isLeading", string_agg(int4send(e."documentId"), ''::bytea) AS "ids"
     FROM q JOIN "SearchText" e ON e."text" @@ q."query" GROUP BY 1
     UNION ALL
     SELECT q."number", true, string_agg(int4send(e."documentId"), ''::bytea)
     FROM q JOIN "SearchText" e ON e."leading" @@ q."query" GROUP BY 1`,
    [queries],
  );
}

/** All documents that those for whom is being read may know of. */
export async function allDocuments(): Promise<DocumentSet> {
  const key = readableKey();
  const sets = await documentsUnder([key]);
  return sets.get(key) ?? DocumentSet.empty;
}

// What a word counts where it stands: in the story and beside it, in summary and details, among
// names and aliases, in title, organisation and factor statements (DESIGN, "The search query").
const fieldWeights = "{0.2, 0.5, 0.4, 1}";

/**
 * Where the score of a word comes to half of what it can be, so that naming a word often does not
 * make up for another one; and the same for two words that stand near each other.
 */
const halfOf = { word: 0.6, pair: 0.2 } as const;

/** A word, phrase or pair of words and how much it tells. */
export interface Weighted {
  /** A `tsquery`. */
  readonly query: string;
  readonly weight: number;
}

/** Looking for pairs takes longest, so only those that answer the words best are looked at. */
const pairedAtMost = 40;

const Scored = z.object({ documentId: z.number(), score: z.number() });

/**
 * How well documents answer words: for each word its weight, the more the better it stands and the
 * more often; and the same for pairs of words, the more the nearer they stand to each other.
 */
export async function scoresOf(
  documentIds: readonly number[],
  words: readonly Weighted[],
  pairs: readonly Weighted[],
): Promise<Map<number, number>> {
  const scored = await rows(
    Scored,
    `WITH asked AS MATERIALIZED (
       SELECT "query"::tsquery AS "query", "weight", "isPair"
       FROM unnest($2::text[], $3::float8[], $4::bool[]) AS a("query", "weight", "isPair")),
     entry AS MATERIALIZED (
       -- What lies beside its row is fetched once, by being put into a list, and not for each word.
       SELECT "documentId", ARRAY["text"] AS "text" FROM "SearchText" WHERE "documentId" = ANY($1::int[])),
     worded AS MATERIALIZED (
       SELECT e."documentId", (SELECT coalesce(sum(a."weight" * r."rank" / (r."rank" + ${halfOf.word})), 0)
         FROM asked a, LATERAL (SELECT ts_rank('${fieldWeights}'::float4[], e."text"[1], a."query") AS "rank") AS r
         WHERE NOT a."isPair") AS "score" FROM entry e)
     SELECT w."documentId", w."score" + CASE WHEN w."place" > ${pairedAtMost} THEN 0 ELSE (
         SELECT coalesce(sum(a."weight" * r."rank" / (r."rank" + ${halfOf.pair})), 0)
         FROM asked a, LATERAL (SELECT ts_rank_cd('${fieldWeights}'::float4[], e."text"[1], a."query") AS "rank") AS r
         WHERE a."isPair") END AS "score"
     FROM (SELECT *, row_number() OVER (ORDER BY "score" DESC, "documentId") AS "place" FROM worded) AS w
     JOIN entry e USING ("documentId")`,
    [
      documentIds,
      [...words, ...pairs].map(({ query }) => query),
      [...words, ...pairs].map(({ weight }) => weight),
      [...words.map(() => false), ...pairs.map(() => true)],
    ],
  );
  return new Map(scored.map(({ documentId, score }) => [documentId, score]));
}
