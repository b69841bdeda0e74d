import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { SearchAnswer } from "#app/_api/shapes";
import { asked, json, whole } from "#app/_api/testing/asking";
import { GET as factors } from "#app/api/v1/factors/route";
import { GET as incidents } from "#app/api/v1/incidents/route";
import { GET as search } from "#app/api/v1/search/route";
import { GET as searchAtom } from "#app/search.atom/route";
import { GET as searchCsv } from "#app/search.csv/route";
import { GET as searchJson } from "#app/search.json/route";
import { closeDatabase, database } from "#knowledge/database/client";
import { childrenOf, readXml, textOf } from "#knowledge/text/testing/xml-reading";
import type { FreshDatabase } from "#server/testing/fresh-database";
import { freshLibrary } from "#server/testing/fresh-library";

let fresh: FreshDatabase;
const before = { database: process.env.DATABASE_URL, origin: process.env.PUBLIC_URL };

beforeAll(async () => {
  fresh = await freshLibrary();
  process.env.DATABASE_URL = fresh.url;
  process.env.PUBLIC_URL = "https://incidents.example";
});

afterAll(async () => {
  await closeDatabase();
  process.env.DATABASE_URL = before.database;
  process.env.PUBLIC_URL = before.origin;
  await fresh.drop();
});

describe("a search taken along", () => {
  const query = "?class=staged-rollout-gap&role=amplifier&role=precondition";

  test("as JSON is what the API answers for the page", async () => {
    const twin = await json(searchJson(asked(`${query}&page=2&limit=3`)));
    expect(twin).toEqual(await json(search(asked(`${query}&page=2`))));
  });

  test("as a table holds every incident, and every factor", async () => {
    const results = await whole(search, SearchAnswer, `${query}&limit=4`);
    const table = await searchCsv(asked(`${query}&page=2`));
    expect(table.headers.get("content-disposition")).toBe(
      'attachment; filename="hindsight-incidents-staged-rollout-gap-amplifier-precondition.csv"',
    );
    expect(table.headers.get("x-cut-after")).toBeNull();
    const lines = (await table.text()).split("\r\n").slice(1, -1);
    expect(lines.map((line) => line.split(",")[0])).toEqual(results.map(({ slug }) => slug));
    const ofFactors = await (await searchCsv(asked(`${query}&rows=factors`))).text();
    const addresses = [
      ...ofFactors.matchAll(/,https:\/\/incidents\.example\/incidents\/(\S+)\r\n/g),
    ];
    const matching = results.flatMap((one) => one.factors.map(() => one.slug));
    expect(addresses.map(([, address]) => address?.split("#factor-")[0])).toEqual(matching);
  });

  test("as a table has each incident's number of matching factors", async () => {
    const results = await whole(search, SearchAnswer, "?q=dns&limit=50");
    const lines = (await (await searchCsv(asked("?q=dns"))).text()).split("\r\n").slice(1, -1);
    expect(lines.map((line) => Number(line.split(",").at(-2)))).toEqual(
      results.map((one) => one.factors.length),
    );
  });

  test("as a feed has the same incidents once each, as the feed of all has them", async () => {
    const results = await whole(search, SearchAnswer, `${query}&limit=100`);
    const ids = new Set<string>();
    for (const sort of ["", "&sort=severity", "&page=2"]) {
      const feed = readXml(await (await searchAtom(asked(query + sort))).text());
      const entries = childrenOf(feed, "entry").map((entry) => textOf(entry, "id"));
      expect(new Set(entries.map((id) => id.split(":")[2]))).toEqual(
        new Set(results.map(({ slug }) => slug)),
      );
      expect(entries).toHaveLength(results.length);
      ids.add([textOf(feed, "id"), ...entries].join("\n"));
    }
    expect(ids.size).toBe(1);
    const { rows } = await database().query<{ id: string }>(
      `SELECT 'tag:incidents.example,' || "recorded" || ':' || "slug" AS "id" FROM "Incident"
       WHERE "slug" = ANY($1) ORDER BY "recorded" DESC, "slug"`,
      [results.map(({ slug }) => slug)],
    );
    expect([...ids][0]?.split("\n").slice(1)).toEqual(rows.map(({ id }) => id));
  });

  test("as a feed holds the fifty newest of many, and those of words that some lack", async () => {
    const count = async (asking: string) =>
      childrenOf(readXml(await (await searchAtom(asked(asking))).text()), "entry").length;
    expect(await count("")).toBe(50);
    const { total } = SearchAnswer.parse(await json(search(asked("?q=leap+second+certificate"))));
    expect(total).toBeGreaterThan(2);
    expect(await count("?q=leap+second+certificate")).toBe(Math.min(total, 50));
  });
});

describe("what nobody means", () => {
  const strange = [
    "%ED%A0%80",
    "%00",
    "a%00b",
    "%22",
    "%22%22%22",
    "-",
    "%26%20%7C%20%21%20%28%20%29%20%3A%2A%20%5C",
    "%27%3B%20DROP%20TABLE%20%22Incident%22%3B--",
    "(a%2B)%2B%24",
    `${"a".repeat(40)}!`,
    "%F0%9F%A6%91%F0%9F%94%A5",
    "%E2%80%AE%D7%A9%D7%9C%D7%95%D7%9D%E2%81%A6",
    "%",
    "%ff",
    "x".repeat(3_000),
    "a+".repeat(1_500),
  ];
  const parameters = [
    ...strange.map((text) => `?q=${text}`),
    ...strange
      .slice(0, 14)
      .flatMap((text) => [`?class=${text}&org=${text}`, `?from=${text}&limit=${text}`]),
    "?page=-1",
    "?page=99999999999999999999",
    "?page=100000&limit=100",
    `?${"class=x&".repeat(1_000)}`,
    `?${Array.from({ length: 1_000 }, (_, at) => `class=c${at}&not-class=d${at}&org=o${at}`).join("&")}`,
    "?match=factor&class=retry-storm&class=retry-storm&role=x",
    "?__proto__=1&constructor=2&class[]=a",
    "?from=0000&to=9999",
    "?sort=;&rows=;&match=;",
  ];

  test("is answered all the same, by every address, in bounded time", async () => {
    const every = { search, incidents, factors, searchJson, searchCsv, searchAtom };
    for (const [name, ask] of Object.entries(every)) {
      for (const query of parameters) {
        const began = performance.now();
        const answer = await ask(asked(query));
        await answer.arrayBuffer();
        expect([name, query.slice(0, 60), answer.status]).toEqual([name, query.slice(0, 60), 200]);
        expect(performance.now() - began).toBeLessThan(5_000);
      }
    }
  }, 120_000);
});
