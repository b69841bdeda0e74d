import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { closeDatabase } from "#knowledge/database/client";
import { suggestNames } from "#knowledge/search/suggesting";
import type { FreshDatabase } from "#server/testing/fresh-database";
import { freshLibrary } from "#server/testing/fresh-library";

import { readContent } from "./read-content";

let fresh: FreshDatabase;
let classes: { slug: string; name: string; aka: readonly string[] }[] = [];

beforeAll(async () => {
  fresh = await freshLibrary();
  process.env.DATABASE_URL = fresh.url;
  const read = await readContent("content");
  if (read.kind === "faulty") throw new Error("the content is faulty");
  classes = read.content.families.flatMap((family) => family.classes);
});

afterAll(async () => {
  await closeDatabase();
  await fresh.drop();
});

const folded = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

describe("suggestions", () => {
  test("begin with the class of an alias, or with those that share it", async () => {
    let aliases = 0;
    for (const { aka } of classes) {
      for (const alias of aka) {
        const sharing = classes
          .filter((one) => [one.name, ...one.aka].some((name) => folded(name) === folded(alias)))
          .map(({ slug }) => slug);
        const suggested = await suggestNames(alias);
        const first = suggested.slice(0, sharing.length).map(({ slug }) => slug);
        expect({ alias, first: first.toSorted() }).toEqual({ alias, first: sharing.toSorted() });
        aliases++;
      }
    }
    expect(aliases).toBeGreaterThan(250);
  });

  test("have each class by its name, whatever the signs and capitals", async () => {
    for (const { slug, name } of classes) {
      for (const typed of [name, name.toUpperCase(), name.replaceAll("-", " ")]) {
        expect((await suggestNames(typed))[0]).toMatchObject({ kind: "class", slug });
      }
    }
  });

  test("say by which alias they were found, and in how many incidents they are", async () => {
    expect((await suggestNames("bsod"))[0]).toEqual({
      kind: "class",
      slug: "kernel-mode-crash",
      name: "Kernel-mode crash",
      alias: "BSOD",
      incidents: 3,
    });
  });

  test("come from the beginnings of words, for every kind of thing", async () => {
    const kinds = async (typed: string) =>
      (await suggestNames(typed)).map(({ kind, slug }) => `${kind} ${slug}`);
    expect(await kinds("roll stag")).toContain("class staged-rollout-gap");
    expect(await kinds("cloudf")).toContain("organization cloudflare");
    expect(await kinds("dynamo")).toContain("product amazon-dynamodb");
    expect(await kinds("bake")).toContain("term bake-time");
  });

  test("count the parts of an organisation with it", async () => {
    const [microsoft] = await suggestNames("microsoft");
    const [azure] = await suggestNames("microsoft azure");
    expect(microsoft?.incidents).toBeGreaterThan(azure?.incidents ?? Infinity);
  });

  test("are none for what is no word", async () => {
    for (const typed of ["", "  ", '"', "&|!", ":*", "'", "\\", "(", "😀", "\u0000"]) {
      expect(await suggestNames(typed)).toEqual([]);
    }
  });
});
