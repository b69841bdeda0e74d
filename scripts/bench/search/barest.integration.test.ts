import { afterAll, beforeAll, expect, test } from "vitest";

import { closeDatabase } from "#knowledge/database/client";
import { findIncidents } from "#knowledge/search/find";
import { emptyQuery, writeBoxText, type Query } from "#knowledge/search/query";
import { freshDatabase, type FreshDatabase } from "#server/testing/fresh-database";

import { chanceFrom } from "../chance";
import { BarestSearch } from "./barest";
import { growingLibrary } from "./growing-library";
import { searchMaterial, type Material } from "./material";
import { agree } from "./measured";
import { mixSeed, queryShapes } from "./shapes";

const size = 300;

let fresh: FreshDatabase;
let material: Material;
let barest: BarestSearch;

beforeAll(async () => {
  fresh = await freshDatabase();
  material = await searchMaterial();
  const library = await growingLibrary(fresh.url, () => undefined);
  await library.growTo(200);
  await library.growTo(size);
  process.env.DATABASE_URL = fresh.url;
  barest = await BarestSearch.open(fresh.url);
}, 120_000);

afterAll(async () => {
  await barest.close();
  await closeDatabase();
  await fresh.drop();
});

async function bothWays(query: Query) {
  const { total, results } = await findIncidents(query);
  const found = { total, slugs: results.map(({ slug }) => slug) };
  const brought = await barest.find(query);
  if (!brought) throw new Error("the statement was given up");
  return { found, brought };
}

test("a library grows to as many incidents as it is told", () => {
  expect(barest.incidents).toBe(size);
});

test("hand-written SQL brings what the search brings, for every query that means the same", async () => {
  const shapes = [mixSeed, 8, 9].flatMap((seed) => queryShapes(200, material, chanceFrom(seed)));
  let [compared, finding] = [0, 0];
  for (const { query } of shapes) {
    if (!(await barest.meansTheSame(query))) continue;
    compared += 1;
    const { found, brought } = await bothWays(query);
    if (found.total > 0) finding += 1;
    const what = { query: writeBoxText(query), found, brought };
    expect({ ...what, agree: agree(query, found, brought) }).toEqual({ ...what, agree: true });
  }
  expect(compared).toBeGreaterThan(450);
  expect(finding).toBeGreaterThan(300);
}, 120_000);

test.each<[name: string, query: Partial<Query>]>([
  ["a phrase and what is excluded", { q: '"power loss" -battery' }],
  ["words that are all too common", { q: "the of and" }],
  ["a word with a hyphen", { q: "re-enabled roll-out" }],
  ["roles by the number of factors", { role: ["trigger"], sort: "factors" }],
  ["families by the number of factors", { family: ["software-defect"], sort: "factors" }],
  ["a product", { product: ["amazon-ec2"] }],
  ["kinds and months", { kind: ["incident"], from: "2010-03", to: "2024-06-15" }],
])("they agree on %s", async (_name, asked) => {
  const query = { ...emptyQuery, ...asked };
  const { found, brought } = await bothWays(query);
  expect(found.total).toBeGreaterThan(0);
  expect(brought.total).toBe(found.total);
  expect(agree(query, found, brought)).toBe(true);
});

test("a word that occurs nowhere is told from those that do", async () => {
  expect(await barest.meansTheSame({ ...emptyQuery, q: "certificate expired" })).toBe(true);
  expect(await barest.meansTheSame({ ...emptyQuery, q: "certifcate expired" })).toBe(false);
  expect(await barest.meansTheSame(emptyQuery)).toBe(true);
});

test("very broad queries find a tenth of all incidents or more", async () => {
  const shapes = queryShapes(200, material, chanceFrom(mixSeed));
  for (const { query } of shapes.filter(({ kind }) => kind === "broad")) {
    const { brought } = await bothWays(query);
    expect([writeBoxText(query), brought.total >= size / 10]).toEqual([writeBoxText(query), true]);
  }
});

test("ranking puts the same incidents into another order, those that hold all words first", async () => {
  const query = { ...emptyQuery, q: "database outage" };
  const { found, brought } = await bothWays(query);
  const ranked = await barest.findRanked(query);
  expect(ranked?.total).toBe(found.total);
  expect(ranked?.slugs).not.toEqual(brought.slugs);
});

test("figures of facets are counted for what was found", async () => {
  const all = await barest.countFacets(emptyQuery);
  expect(all).toBeGreaterThan(100);
  const few = await barest.countFacets({ ...emptyQuery, q: "certificate" });
  expect(few ?? 0).toBeGreaterThan(10);
  expect(few ?? 0).toBeLessThan(all ?? 0);
});
