import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { closeDatabase } from "#knowledge/database/client";
import { findIncidents } from "#knowledge/search/find";
import { emptyQuery } from "#knowledge/search/query";
import { freshDatabase, type FreshDatabase } from "#server/testing/fresh-database";

import { importContent } from "./import";
import { smallContent, type SmallContent } from "./testing/small-content";

let fresh: FreshDatabase;
let content: SmallContent;

beforeAll(async () => {
  fresh = await freshDatabase();
  process.env.DATABASE_URL = fresh.url;
  content = await smallContent();
});

afterAll(async () => {
  await closeDatabase();
  await fresh.drop();
  await content.drop();
});

test("an empty collection spans no year", async () => {
  expect((await findIncidents(emptyQuery)).facets.year.size).toBe(0);
});

describe("years", () => {
  beforeAll(async () => {
    await content.incident("between", { started: "2018/2020", severity: "major" });
    await content.incident("before", { started: "before 2015" });
    await content.incident("after", { started: "after 2019-06" });
    await content.incident("new-year", { started: "2012-12-31T23:59Z", severity: "major" });
    await content.incident("about", { started: "about 2022" });
    await content.incident("secret", { started: "1999", visibility: "members" });
    await importContent({ folder: content.folder, say: () => undefined });
  });

  test("are counted wherever a moment reaches, within what the public collection spans", async () => {
    expect([...(await findIncidents(emptyQuery)).facets.year]).toEqual([
      ["2012", 2],
      ["2013", 1],
      ["2014", 1],
      ["2018", 1],
      ["2019", 2],
      ["2020", 2],
      ["2021", 2],
      ["2022", 2],
      ["2023", 2],
    ]);
  });

  test.each([
    ["all", emptyQuery],
    ["some", { ...emptyQuery, severity: ["major" as const] }],
    ["whatever its own years", { ...emptyQuery, from: "2021", to: "2021" }],
    ["none", { ...emptyQuery, q: "nothing" }],
  ])("have the figures that choosing them gives, of %s", async (_, query) => {
    const { facets, upTo } = await findIncidents(query);
    for (let year = 2012; year < 2024; year++) {
      const text = String(year);
      const chosen = await findIncidents({ ...query, from: text, to: text });
      expect(chosen.total).toBe(facets.year.get(text) ?? 0);
      if (!upTo.has(text)) continue;
      const begun = await findIncidents({ ...query, from: null, to: text });
      expect(begun.total).toBe(upTo.get(text));
    }
  });
});
