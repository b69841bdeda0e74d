import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

import { closeDatabase } from "#knowledge/database/client";
import { execute, inTransaction, rows } from "#knowledge/database/query";
import { removeWithdrawn } from "#knowledge/library/projecting";
import { remindedBy } from "#knowledge/search/by-text";
import { findIncidents } from "#knowledge/search/find";
import { namesPerFacet } from "#knowledge/search/name-count";
import { readBoxText } from "#knowledge/search/query";
import type { FreshDatabase } from "#server/testing/fresh-database";
import { freshLibrary } from "#server/testing/fresh-library";

import { fillLibrary } from "./filled-library";

let fresh: FreshDatabase;

// Enough for words to become frequent, and for some to do so in the second filling only.
beforeAll(async () => {
  fresh = await freshLibrary();
  process.env.DATABASE_URL = fresh.url;
  const silent = () => undefined;
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

test("a frequent word is found when it is mistyped", async () => {
  const frequent = (await postedWords()).filter(({ lexeme }) => /^[a-z]{8,}$/.test(lexeme));
  const word = frequent.find(({ lexeme }) => !lexeme.includes("x"));
  const mistyped = word?.lexeme.replace(/^(.{4})./, "$1x");
  const { total, text } = await findIncidents(readBoxText(mistyped ?? ""));
  expect(text?.words[0]?.spellings.length).toBeGreaterThan(0);
  expect(total).toBeGreaterThanOrEqual(word?.held ?? Number.POSITIVE_INFINITY);
});

test("pages of a frequent word hold each incident once", async () => {
  const [frequent] = (await postedWords()).toSorted((a, b) => b.held - a.held);
  for (const sort of ["", " sort:factors"]) {
    const text = `${frequent?.lexeme}${sort}`;
    const { total } = await findIncidents(readBoxText(text));
    expect(total).toBeGreaterThan(300);
    const slugs: string[] = [];
    for (let offset = 0; offset < total; offset += 90) {
      const { results } = await findIncidents(readBoxText(text), { limit: 90, offset });
      slugs.push(...results.map(({ slug }) => slug));
    }
    expect(slugs).toHaveLength(total);
    expect(new Set(slugs).size).toBe(total);
  }
});

test("of more names than are told, those of most incidents are, by slug where they have as many", async () => {
  const counted = z.object({ slug: z.string(), incidents: z.number() });
  const products = await rows(
    counted,
    `SELECT "productSlug" AS "slug", count(*)::int AS "incidents" FROM "IncidentProduct" GROUP BY 1
     ORDER BY 2 DESC, "productSlug" COLLATE "C"`,
  );
  expect(products.length).toBeGreaterThan(namesPerFacet);
  const { facets } = await findIncidents(readBoxText(""));
  expect([...facets.product]).toEqual(
    products.slice(0, namesPerFacet).map(({ slug, incidents }) => [slug, incidents]),
  );
});

test("a pasted text is looked at in time, and so is one of one endless word", async () => {
  const { incidents } = await remindedBy(
    "Certificate expired in all regions at once after a configuration push; rollback failed.",
  );
  expect(incidents.length).toBeGreaterThan(3);
  expect(await remindedBy("abc-".repeat(4_999))).toEqual({ classes: [], incidents: [] });
});
