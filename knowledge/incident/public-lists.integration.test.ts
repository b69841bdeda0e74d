import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { closeDatabase } from "#knowledge/database/client";
import { execute } from "#knowledge/database/query";
import { freshDatabase, type FreshDatabase } from "#server/testing/fresh-database";

import { findOrganization, findOrganizations } from "./directory.store";
import { findSource, findSources, sourcesOfSamePublisher } from "./source.store";
import { publishBare } from "./testing/bare-incident";

let fresh: FreshDatabase;

beforeAll(async () => {
  fresh = await freshDatabase();
  process.env.DATABASE_URL = fresh.url;
  await execute(
    `INSERT INTO "Organization" ("slug", "name", "aka", "parentSlug") VALUES
       ('alphabet', 'Alphabet', '{}', NULL), ('google', 'Google', '{}', 'alphabet'),
       ('google-cloud', 'Google Cloud', '{}', 'google'), ('youtube', 'YouTube', '{}', 'google'),
       ('quiet', 'Quiet', '{}', NULL), ('members-parent', 'Parent', '{}', NULL),
       ('members-only', 'Members only', '{}', 'members-parent')`,
  );
  await publishBare({
    slug: "one",
    started: "2024",
    organizations: ["google-cloud"],
    citations: ["press-00000001", "press-00000001", "press-00000002"],
  });
  await publishBare({ slug: "two", started: "2023", citations: ["press-00000001"] });
  await publishBare({
    slug: "secret",
    started: "2022",
    visibility: "members",
    organizations: ["members-only", "google-cloud"],
    citations: ["press-00000002", "press-00000003"],
  });
});

afterAll(async () => {
  await closeDatabase();
  await fresh.drop();
});

describe("organisations", () => {
  test("are listed when a public incident names them or a part of them", async () => {
    const listed = await findOrganizations();
    expect(listed.map(({ slug, incidents }) => [slug, incidents])).toEqual([
      ["alphabet", 0],
      ["google", 0],
      ["google-cloud", 1],
    ]);
  });

  test("that only members' incidents name have no page, like those that no incident names", async () => {
    expect(await findOrganization("members-only")).toBeNull();
    expect(await findOrganization("quiet")).toBeNull();
    expect(await findOrganization("nobody")).toBeNull();
  });
});

describe("sources", () => {
  test("count the public incidents that cite them, each once", async () => {
    const { total, sources } = await findSources(1);
    expect(total).toBe(2);
    expect(sources.map(({ slug, incidents }) => [slug, incidents])).toEqual([
      ["press-00000001", 2],
      ["press-00000002", 1],
    ]);
    const source = await findSource("press-00000001");
    expect(source?.incidents).toBe(2);
    expect(source?.uses).toHaveLength(3);
    expect(await findSource("press-00000003")).toBeNull();
  });

  test("of one publisher are those that the public may know", async () => {
    const found = await sourcesOfSamePublisher("press-ffffffff");
    expect(found.map(({ slug }) => slug)).toEqual(["press-00000001", "press-00000002"]);
    expect(await sourcesOfSamePublisher("other-ffffffff")).toEqual([]);
  });
});
