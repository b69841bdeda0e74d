import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

import { closeDatabase } from "#knowledge/database/client";
import { execute, inTransaction, rows } from "#knowledge/database/query";
import { importContent } from "#knowledge/library/import";
import { removeWithdrawn } from "#knowledge/library/projecting";
import { remindedBy } from "#knowledge/search/by-text";
import { findIncidents } from "#knowledge/search/find";
import { readBoxText } from "#knowledge/search/query";
import { freshDatabase, type FreshDatabase } from "#server/testing/fresh-database";

import { fillLibrary } from "./filled-library";

let fresh: FreshDatabase;

// Enough for words to become frequent, and for some to do so in the second filling only.
beforeAll(async () => {
  fresh = await freshDatabase();
  process.env.DATABASE_URL = fresh.url;
  const silent = () => undefined;
  await importContent({ folder: "content", say: silent });
  await fillLibrary({ from: 0, count: 400, seed: 1, say: silent });
  await fillLibrary({ from: 400, count: 300, seed: 1, say: silent });
}, 120_000);

afterAll(async () => {
  await closeDatabase();
  await fresh.drop();
});

const Word = z.object({ lexeme: z.string(), posted: z.number(), held: z.number() });

/**
 * For every word with postings: how many documents they name, and how many hold the word. It takes
 * longer than a page may.
 */
const postedWords = () =>
  inTransaction(
    (connection) =>
      rows(
        Word,
        `SELECT l."lexeme",
       (SELECT sum(bit_count(p."members"))::int FROM "Posting" p WHERE p."key" = 'word:' || l."lexeme") AS "posted",
       (SELECT count(*)::int FROM "SearchText" e
        WHERE e."text" @@ ('''' || replace(l."lexeme", '''', '''''') || '''')::tsquery) AS "held"
     FROM "Lexeme" l WHERE l."isPosted" ORDER BY 1`,
        [],
        connection,
      ),
    0,
  );

test("the postings of frequent words name the documents that hold them", async () => {
  const words = await postedWords();
  expect(words.length).toBeGreaterThan(200);
  expect(words.filter(({ posted, held }) => posted !== held)).toEqual([]);
});

test("they do so still when documents have left", async () => {
  await execute(`UPDATE "Document" SET "state" = 'archived' WHERE "id" % 5 = 0`);
  await inTransaction((connection) => removeWithdrawn(connection));
  const words = await postedWords();
  expect(words.filter(({ posted, held }) => posted !== held)).toEqual([]);
  const [count] = await rows(
    z.object({ documents: z.number() }),
    `SELECT count(*)::int AS "documents" FROM "SearchEntry"`,
  );
  expect((await findIncidents(readBoxText(""))).total).toBe(count?.documents);
});

test("a frequent word and a rare one are found together", async () => {
  const [rare] = await rows(
    z.object({ word: z.string() }),
    `SELECT s."word" FROM "Spelling" s JOIN "Lexeme" l USING ("lexeme")
     WHERE l."documents" = 3 AND length(s."word") > 6 ORDER BY 1 LIMIT 1`,
  );
  const [frequent] = (await postedWords()).toSorted((a, b) => b.held - a.held);
  const { total, text } = await findIncidents(readBoxText(`${rare?.word} ${frequent?.lexeme}`));
  expect(text?.words.map(({ spellings }) => spellings)).toEqual([[], []]);
  expect(total).toBe(3);
});

test("a pasted text is looked at in time, and so is one of one endless word", async () => {
  const { incidents } = await remindedBy(
    "Certificate expired in all regions at once after a configuration push; rollback failed.",
  );
  expect(incidents.length).toBeGreaterThan(3);
  expect(await remindedBy("abc-".repeat(4_999))).toEqual({ classes: [], incidents: [] });
});
