import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { closeDatabase } from "#knowledge/database/client";
import { publishBare } from "#knowledge/incident/testing/bare-incident";
import { freshDatabase, type FreshDatabase } from "#server/testing/fresh-database";

import { emptyQuery } from "./query";
import { countYears, findIncidents } from "./search.store";

let fresh: FreshDatabase;

beforeAll(async () => {
  fresh = await freshDatabase();
  process.env.DATABASE_URL = fresh.url;
});

afterAll(async () => {
  await closeDatabase();
  await fresh.drop();
});

test("an empty collection spans no year", async () => {
  expect(await countYears()).toEqual([]);
});

describe("years", () => {
  beforeAll(async () => {
    await publishBare({ slug: "between", started: "2018/2020", severity: "major" });
    await publishBare({ slug: "before", started: "before 2015" });
    await publishBare({ slug: "after", started: "after 2019-06" });
    await publishBare({ slug: "new-year", started: "2012-12-31T23:59Z", severity: "major" });
    await publishBare({ slug: "about", started: "about 2022" });
    await publishBare({ slug: "secret", started: "1999", visibility: "members" });
  });

  test("are counted wherever a moment reaches, within what the public collection spans", async () => {
    const years = await countYears();
    expect(years.map(({ year, incidents }) => [year, incidents])).toEqual([
      [2023, 2],
      [2022, 2],
      [2021, 2],
      [2020, 2],
      [2019, 2],
      [2018, 1],
      [2014, 1],
      [2013, 1],
      [2012, 2],
    ]);
  });

  test.each([
    ["all", emptyQuery],
    ["some", { ...emptyQuery, severity: ["major" as const] }],
    ["whatever its own years", { ...emptyQuery, from: "2021", to: "2021" }],
    ["none", { ...emptyQuery, q: "nothing" }],
  ])("have the figures that choosing them gives, of %s", async (_, query) => {
    for (const { year, incidents, upTo } of await countYears(query)) {
      const text = String(year);
      expect(await findIncidents({ ...query, from: text, to: text })).toMatchObject({
        total: incidents,
      });
      expect(await findIncidents({ ...query, from: null, to: text })).toMatchObject({
        total: upTo,
      });
    }
  });
});
