import { afterAll, beforeAll, expect, test } from "vitest";

import { closeDatabase } from "#knowledge/database/client";
import { execute } from "#knowledge/database/query";
import { publishBare } from "#knowledge/incident/testing/bare-incident";
import { readingAs } from "#knowledge/people/audience";
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

test("what members alone may read takes no visitor's place among the nearest", async () => {
  for (const end of ["a", "b", "c"]) {
    await publishBare({ slug: `example-2024-vent-${end}`, started: "2024", visibility: "members" });
  }
  const near = async () => {
    const things = await nearestThings("example-2024-vent", 1, "incident");
    return things.map(({ slug }) => slug);
  };
  expect(await readingAs("members", near)).toEqual(["example-2024-vent-a"]);
  expect(await near()).toEqual(["example-2024-valve"]);
});

test("a page that is suggested can be read now, though its slug is remembered from before", async () => {
  const near = () => nearestThings("example-2024-vlave", 3, "incident");
  expect(await near()).toMatchObject([{ slug: "example-2024-valve" }]);
  expect(await nearestThings("example-2024-vlave", 3, "class")).toEqual([]);
  await execute(`UPDATE "Incident" SET "visibility" = 'members'`);
  expect(await near()).toEqual([]);
});
