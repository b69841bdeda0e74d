import { afterAll, beforeAll, expect, test } from "vitest";

import { closeDatabase } from "#knowledge/database/client";
import { execute } from "#knowledge/database/query";
import { publishBare } from "#knowledge/incident/testing/bare-incident";
import { freshDatabase, type FreshDatabase } from "#server/testing/fresh-database";

import { nearestThings } from "./known-slugs";

let fresh: FreshDatabase;

beforeAll(async () => {
  fresh = await freshDatabase();
  process.env.DATABASE_URL = fresh.url;
  await publishBare({ slug: "example-2024-valve", started: "2024" });
});

afterAll(async () => {
  await closeDatabase();
  await fresh.drop();
});

test("a page that is suggested can be read now, though its slug is remembered from before", async () => {
  const near = () => nearestThings("example-2024-vlave", 3, "incident");
  expect(await near()).toMatchObject([{ slug: "example-2024-valve" }]);
  expect(await nearestThings("example-2024-vlave", 3, "class")).toEqual([]);
  await execute(`UPDATE "Incident" SET "visibility" = 'members'`);
  expect(await near()).toEqual([]);
});
