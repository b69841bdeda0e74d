import type { ClientBase } from "pg";

import { z } from "zod";

import { execute, rows } from "#knowledge/database/query";
import type { Published } from "#knowledge/incident/projection";

import { indexEntry } from "./index-entry";
import { postingKey } from "./posting-key";
import { emptyPostings, post, unpost } from "./posting.store";
import type { NameWords } from "./search-text";

/**
 * The search index: what finding, counting and ordering look at. Like the projection it holds
 * nothing that is not in the published documents, and follows each change in its transaction.
 */

const isPublic = `'${postingKey.readableBy("visitors")}' = ANY("keys")`;

// What visitors may not read has no say for them in how rare a word is, and no spelling hints at it.
const lexemes = `
  SELECT l."lexeme", count(*) FILTER (WHERE ${isPublic})::int AS "documents", count(*)::int AS "forMembers"
  FROM "SearchText" JOIN "SearchEntry" USING ("documentId"), unnest(tsvector_to_array("text")) AS l("lexeme")
  WHERE "documentId" = ANY($1::int[]) GROUP BY 1`;

const insertion = `
  WITH brought AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($1) AS r ("documentId" int, "slug" text, "startedKey" int,
      "severityRank" smallint, "durationKey" float8, "keys" text[], "a" text, "b" text, "c" text, "d" text)),
  spelled AS (
    INSERT INTO "Spelling" ("word", "lexeme", "isPublic")
    SELECT s."word", s."lexeme"[1], s."isPublic" FROM (
      SELECT w AS "word", ts_lexize('english_stem', w) AS "lexeme", bool_or("isPublic") AS "isPublic" FROM (
        SELECT unnest(tsvector_to_array(to_tsvector('simple', concat_ws(E'\\n', "a", "b", "c", "d")))) AS w,
          ${isPublic} AS "isPublic"
        FROM brought) AS words
      WHERE w ~ '^[a-z]{3,24}$' GROUP BY w) AS s
    WHERE cardinality(s."lexeme") > 0 ORDER BY 1
    ON CONFLICT ("word") DO UPDATE SET "isPublic" = true
      WHERE excluded."isPublic" AND NOT "Spelling"."isPublic"),
  entered AS (
    INSERT INTO "SearchEntry" ("documentId", "slug", "startedKey", "severityRank", "durationKey", "keys")
    SELECT "documentId", "slug", "startedKey", "severityRank", "durationKey", "keys" FROM brought)
  INSERT INTO "SearchText" ("documentId", "text", "leading")
  SELECT "documentId",
    setweight(to_tsvector('english', "a"), 'A') || setweight(to_tsvector('english', "b"), 'B') ||
    setweight(to_tsvector('english', "c"), 'C') || setweight(to_tsvector('english', "d"), 'D'),
    to_tsvector('english', "a")
  FROM brought`;

/** Puts published documents that are in the projection into the index. */
export async function writeToSearchIndex(
  connection: ClientBase,
  published: readonly Published[],
): Promise<void> {
  if (published.length === 0) return;
  await lockSearchIndex(connection);
  const names = await nameWords(connection);
  const entries = published.map((one) => indexEntry(one, names));
  await execute(insertion, [JSON.stringify(entries)], connection);
  const ids = entries.map(({ documentId }) => documentId);
  await execute(
    `INSERT INTO "Lexeme" ("lexeme", "documents", "forMembers") ${lexemes}
     ON CONFLICT ("lexeme") DO UPDATE SET "documents" = "Lexeme"."documents" + excluded."documents",
       "forMembers" = "Lexeme"."forMembers" + excluded."forMembers"`,
    [ids],
    connection,
  );
  await post(connection, ids);
}

/** Takes documents out of the index; to be done before they leave the projection. */
export async function removeFromSearchIndex(
  connection: ClientBase,
  documentIds: readonly number[],
): Promise<void> {
  await lockSearchIndex(connection);
  await execute(
    `UPDATE "Lexeme" l SET "documents" = l."documents" - r."documents",
       "forMembers" = l."forMembers" - r."forMembers" FROM (${lexemes}) AS r
     WHERE r."lexeme" = l."lexeme"`,
    [documentIds],
    connection,
  );
  await unpost(connection, documentIds);
  await execute(
    `DELETE FROM "SearchEntry" WHERE "documentId" = ANY($1::int[])`,
    [documentIds],
    connection,
  );
}

/** Empties the index, for all documents to be written anew. */
export async function emptySearchIndex(connection: ClientBase): Promise<void> {
  await lockSearchIndex(connection);
  for (const table of ["SearchEntry", "Lexeme", "Spelling"]) {
    await execute(`DELETE FROM "${table}"`, [], connection);
  }
  await emptyPostings(connection);
}

// Two publications at once change bits of the same rows; one after the other they cannot deadlock.
async function lockSearchIndex(connection: ClientBase): Promise<void> {
  await execute(`SELECT pg_advisory_xact_lock(hashtext('hindsight search index'))`, [], connection);
}

/** The names and aliases of all classes and organisations, which are among an incident's words. */
async function nameWords(connection: ClientBase): Promise<NameWords> {
  const named = z.object({ key: z.string(), words: z.string() });
  const all = (column: string, table: string) =>
    rows(
      named,
      `SELECT "${column}" AS "key", concat_ws(E'\\n', "name", array_to_string("aka", E'\\n')) AS "words"
       FROM "${table}"`,
      [],
      connection,
    );
  const classes = await all("slug", "FailureClass");
  const organizations = await all("name", "Organization");
  const byKey = (found: typeof classes) => new Map(found.map(({ key, words }) => [key, words]));
  return { classes: byKey(classes), organizations: byKey(organizations) };
}
