import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { GET as factors } from "#app/api/v1/factors/route";
import { GET as incidents } from "#app/api/v1/incidents/route";
import { GET as search } from "#app/api/v1/search/route";
import { closeDatabase } from "#knowledge/database/client";
import { importContent } from "#knowledge/library/import";
import { smallContent, type SmallContent } from "#knowledge/library/testing/small-content";
import { freshDatabase, type FreshDatabase } from "#server/testing/fresh-database";

import { FactorsAnswer, IncidentsAnswer, SearchAnswer } from "./shapes";

let fresh: FreshDatabase;
let content: SmallContent;
const before = process.env.DATABASE_URL;

beforeEach(async () => {
  fresh = await freshDatabase();
  process.env.DATABASE_URL = fresh.url;
  content = await smallContent();
  // Newest first: six, five, … one.
  for (const [at, slug] of ["one", "two", "three", "four", "five", "six"].entries()) {
    await content.incident(slug, { started: `2024-02-0${at + 1}` });
  }
  await publish();
});

afterEach(async () => {
  await closeDatabase();
  process.env.DATABASE_URL = before;
  await content.drop();
  await fresh.drop();
});

async function publish(): Promise<void> {
  await importContent({ folder: content.folder, say: () => undefined });
}

interface Part {
  readonly slugs: readonly string[];
  readonly next: string | null;
}

type List = (query: string) => Promise<Part>;

const asked = (query: string) => new Request(`https://incidents.example/asked?${query}`);

/** The lists of the API, each as the incidents that it tells of. Each incident has one factor. */
const lists: Readonly<Record<string, List>> = {
  search: async (query) => {
    const { results, next } = SearchAnswer.parse(await (await search(asked(query))).json());
    return { slugs: results.map(({ slug }) => slug), next };
  },
  incidents: async (query) => {
    const { results, next } = IncidentsAnswer.parse(await (await incidents(asked(query))).json());
    return { slugs: results.map(({ slug }) => slug), next };
  },
  factors: async (query) => {
    const answer = await (await factors(asked(`class=dns-failure&${query}`))).json();
    const { results, next } = FactorsAnswer.parse(answer);
    return { slugs: results.map(({ incident }) => incident), next };
  },
};

const changes: Readonly<Record<string, [() => Promise<void>, expected: readonly string[]]>> = {
  "nothing changed": [async () => undefined, ["four", "three", "two", "one"]],
  "three newer ones were published": [
    async () => {
      for (const slug of ["x", "y", "z"]) await content.incident(slug, { started: "2025" });
    },
    ["four", "three", "two", "one"],
  ],
  "older ones were published further down": [
    () => content.incident("x", { started: "2024-02-03" }),
    ["four", "three", "x", "two", "one"],
  ],
  "the last one given left the list": [
    () => content.incident("five", { started: "2024-02-05", visibility: "members" }),
    ["four", "three", "two", "one"],
  ],
  "one given before left the list": [
    () => content.incident("six", { started: "2024-02-06", visibility: "members" }),
    ["four", "three", "two", "one"],
  ],
  "nothing is left of it": [
    async () => {
      for (const slug of ["one", "two", "three", "four"])
        await content.incident(slug, { visibility: "members" });
    },
    [],
  ],
};

describe.each(Object.entries(lists))("a cursor of %s", (_, list) => {
  test.each(Object.entries(changes))(
    "goes on behind what was given when %s",
    async (__, [change, expected]) => {
      const first = await list("limit=2");
      expect(first.slugs).toEqual(["six", "five"]);
      await change();
      await publish();
      const rest: string[] = [];
      let { next } = first;
      while (next !== null) {
        const part = await list(`limit=2&cursor=${next}`);
        rest.push(...part.slugs);
        ({ next } = part);
      }
      expect(rest).toEqual(expected);
    },
  );
});
