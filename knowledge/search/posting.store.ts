import type { ClientBase } from "pg";
import { z } from "zod";

import { execute, rows } from "#knowledge/database/query";

import { blockSize, postingKey } from "./posting-key";

/**
 * The postings: bits that say which documents stand under a key. Documents are named by their ids in
 * `SearchEntry` and `SearchText`, where they must be when their bits are set and still be when they
 * are taken out.
 */

/** A word gets postings when it is in so many documents, and in one of so many. */
const postedFrom = { documents: 256, share: 64 } as const;

const columns = [
  ["text", postingKey.word("")],
  ["leading", postingKey.leading("")],
] as const;

// The keys of filters that the entries of $1 stand under.
const filterKeys = `
  SELECT unnest("keys") AS "key", "documentId" FROM "SearchEntry" WHERE "documentId" = ANY($1::int[])`;

// The words that have postings and that the entries of $1 hold.
const postedWords = columns
  .map(
    ([column, key]) => `
  SELECT '${key}' || l."lexeme" AS "key", e."documentId" FROM "SearchText" e,
    unnest(tsvector_to_array(e."${column}")) AS w("lexeme") JOIN "Lexeme" l USING ("lexeme")
  WHERE e."documentId" = ANY($1::int[]) AND l."isPosted"`,
  )
  .join(" UNION ALL ");

// All entries that hold the lexemes of $1. A lexeme is any text, so it is quoted for a query.
const entriesOfWords = columns
  .map(
    ([column, key]) => `
  SELECT '${key}' || w."lexeme" AS "key", e."documentId" FROM (
    SELECT l AS "lexeme", ('''' || replace(replace(l, '\\', '\\\\'), '''', '''''') || '''')::tsquery AS "query"
    FROM unnest($1::text[]) AS l) AS w
  JOIN "SearchText" e ON e."${column}" @@ w."query"`,
  )
  .join(" UNION ALL ");

// One row for each posting with the bits of its documents.
const bitsOf = (held: string) => `
  SELECT "key", "documentId" / ${blockSize} AS "block",
    bit_or(set_bit(repeat('0', ${blockSize})::bit(${blockSize}), "documentId" % ${blockSize}, 1)) AS "bits"
  FROM (${held}) AS held GROUP BY 1, 2`;

async function setBits(
  connection: ClientBase,
  held: string,
  values: readonly unknown[],
): Promise<void> {
  await execute(
    `INSERT INTO "Posting" ("key", "block", "members") ${bitsOf(held)}
     ON CONFLICT ("key", "block") DO UPDATE SET "members" = "Posting"."members" | excluded."members"`,
    [values],
    connection,
  );
}

/**
 * Sets the bits of documents that have just entered the index. A posting of a word is complete or is
 * not there: words that have one take in the documents, and words that have become frequent by them
 * get theirs from all documents. `Lexeme` must have counted the documents already.
 */
export async function post(connection: ClientBase, documentIds: readonly number[]): Promise<void> {
  await setBits(connection, filterKeys, documentIds);
  await setBits(connection, postedWords, documentIds);
  const frequent = await rows(
    z.object({ lexeme: z.string() }),
    `UPDATE "Lexeme" l SET "isPosted" = true
     FROM (SELECT DISTINCT unnest(tsvector_to_array("text")) AS "lexeme" FROM "SearchText"
       WHERE "documentId" = ANY($1::int[])) AS brought
     WHERE brought."lexeme" = l."lexeme" AND NOT l."isPosted"
       AND l."forMembers" >= greatest($2::int, (SELECT count(*) FROM "SearchEntry") / $3::int)
     RETURNING l."lexeme"`,
    [documentIds, postedFrom.documents, postedFrom.share],
    connection,
  );
  // Nobody has asked for the postings of a word that had none.
  if (frequent.length > 0) {
    await setBits(
      connection,
      entriesOfWords,
      frequent.map(({ lexeme }) => lexeme),
    );
  }
  await renewBlocksOf(connection, documentIds);
}

/** Clears the bits of documents that are about to leave the index. */
export async function unpost(
  connection: ClientBase,
  documentIds: readonly number[],
): Promise<void> {
  for (const held of [filterKeys, postedWords]) {
    await execute(
      `UPDATE "Posting" p SET "members" = p."members" & ~r."bits" FROM (${bitsOf(held)}) AS r
       WHERE r."key" = p."key" AND r."block" = p."block"`,
      [documentIds],
      connection,
    );
  }
  await renewBlocksOf(connection, documentIds);
}

/** Takes all postings away. */
export async function emptyPostings(connection: ClientBase): Promise<void> {
  await execute(`DELETE FROM "Posting"`, [], connection);
  await renewEveryBlock(connection);
}

// Whoever keeps postings in memory sees by the version that those of a block are others now. Versions
// come from one sequence, so none ever comes twice.
async function renewBlocksOf(
  connection: ClientBase,
  documentIds: readonly number[],
): Promise<void> {
  await execute(
    `INSERT INTO "PostingBlock" ("block")
     SELECT DISTINCT "documentId" / ${blockSize} FROM unnest($1::int[]) AS d("documentId")
     ON CONFLICT ("block") DO UPDATE SET "version" = DEFAULT`,
    [documentIds],
    connection,
  );
}

// There is always a first block, so that a library without incidents has a version too.
async function renewEveryBlock(connection: ClientBase): Promise<void> {
  await execute(
    `INSERT INTO "PostingBlock" ("block") VALUES (0) ON CONFLICT DO NOTHING`,
    [],
    connection,
  );
  await execute(`UPDATE "PostingBlock" SET "version" = DEFAULT`, [], connection);
}
