import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";

import { GET as notThere } from "#app/api/[...rest]/route";
import { GET as classes } from "#app/api/v1/classes/route";
import { GET as factors } from "#app/api/v1/factors/route";
import { GET as incident } from "#app/api/v1/incidents/[slug]/route";
import { GET as incidents } from "#app/api/v1/incidents/route";
import { GET as description } from "#app/api/v1/openapi.json/route";
import { GET as search, OPTIONS, POST } from "#app/api/v1/search/route";
import { closeDatabase, database } from "#knowledge/database/client";
import type { FreshDatabase } from "#server/testing/fresh-database";
import { freshLibrary } from "#server/testing/fresh-library";

import { answering } from "./answering";
import { FactorsAnswer, IncidentsAnswer, SearchAnswer } from "./shapes";
import { asked, json, whole } from "./testing/asking";

const origin = "https://incidents.example";
const known = "cloudflare-2025-11-bot-management";

let fresh: FreshDatabase;
const before = { database: process.env.DATABASE_URL, origin: process.env.PUBLIC_URL };

beforeAll(async () => {
  fresh = await freshLibrary();
  process.env.DATABASE_URL = fresh.url;
  process.env.PUBLIC_URL = origin;
});

afterAll(async () => {
  await closeDatabase();
  process.env.DATABASE_URL = before.database;
  process.env.PUBLIC_URL = before.origin;
  await fresh.drop();
});

const theIncident = (slug: string) => incident(asked(), { params: Promise.resolve({ slug }) });

/** A validator for a shape, made from the published description alone. */
async function shapeOf(name: string): Promise<z.ZodType> {
  const text = JSON.stringify(await json(description(asked())));
  const { components } = z
    .object({ components: z.object({ schemas: z.record(z.string(), z.looseObject({})) }) })
    .parse(JSON.parse(text));
  const schema = components.schemas[name];
  if (!schema) throw new Error(`the description has no ${name}`);
  return z.fromJSONSchema(schema);
}

describe("every answer is what the description says", () => {
  const queries = [
    "",
    "?limit=100",
    "?class=staged-rollout-gap&role=amplifier",
    "?q=dns+cache&limit=7",
    "?q=%22feature+file%22+-bgp&sort=factors",
    "?family=software-defect&severity=critical&from=2010&to=2024-05",
    "?class=no-such",
    "?org=microsoft&page=2&limit=3",
  ];

  test.each([
    ["Search", search],
    ["Incidents", incidents],
    ["Factors", factors],
  ])("%s", async (name, list) => {
    const shape = await shapeOf(name);
    for (const query of queries) {
      const answer: unknown = await json(list(asked(query)));
      expect({ query, fault: shape.safeParse(answer).error }).toEqual({ query });
      // A description that allows anything would allow this.
      expect(shape.safeParse({ ...z.looseObject({}).parse(answer), more: 1 }).success).toBe(false);
    }
  });

  test("Incident, for all there are", async () => {
    const shape = await shapeOf("Incident");
    const slugs = await everySlug("");
    expect(slugs.length).toBeGreaterThan(100);
    for (const slug of slugs) {
      const answer = await json(theIncident(slug));
      expect({ slug, fault: shape.safeParse(answer).error }).toEqual({ slug });
      expect(answer).toMatchObject({ slug });
    }
  });

  test("Classes", async () => {
    const answer = await json(classes(asked()));
    expect((await shapeOf("Classes")).safeParse(answer).error).toBeUndefined();
    expect(JSON.stringify(answer)).toContain('"slug":"retry-storm"');
  });

  test("Problem, for every way of going wrong", async () => {
    const shape = await shapeOf("Problem");
    const problems: readonly [Response, number][] = [
      [await search(asked("?cursor=abc")), 400],
      [await incidents(asked("?cursor=abc")), 400],
      [await factors(asked(`?cursor=${"a".repeat(3_000)}`)), 400],
      [await theIncident("no-such-incident"), 404],
      [await theIncident("__proto__"), 404],
      [await notThere(asked()), 404],
      [POST(), 405],
    ];
    for (const [answer, status] of problems) {
      expect(answer.status).toBe(status);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      const problem: unknown = await answer.json();
      expect(shape.safeParse(problem).error).toBeUndefined();
      expect(problem).toMatchObject({ status });
    }
    expect(POST().headers.get("allow")).toContain("GET");
  });
});

async function everySlug(query: string): Promise<string[]> {
  const results = await whole(incidents, IncidentsAnswer, query);
  return results.map(({ slug }) => slug);
}

describe("a list", () => {
  test.each([
    "",
    "?sort=severity",
    "?sort=duration",
    "?q=dns+failure",
    "?role=trigger&sort=factors",
  ])("of %j gives by its cursors what it gives by its pages, each once", async (query) => {
    const found = await whole(search, SearchAnswer, `${query}${query ? "&" : "?"}limit=9`);
    const slugs = found.map(({ slug }) => slug);
    const paged: string[] = [];
    for (let page = 1; ; page++) {
      const answer = SearchAnswer.parse(
        await json(search(asked(`${query}${query ? "&" : "?"}limit=9&page=${page}`))),
      );
      if (answer.results.length === 0) break;
      expect(slugs).toHaveLength(answer.total);
      paged.push(...answer.results.map(({ slug }) => slug));
    }
    expect(slugs).toEqual(paged);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(await everySlug(query)).toEqual(slugs);
  });

  test("of factors is that of the incidents' matching factors, whatever its answers hold", async () => {
    for (const query of [
      "?class=retry-storm",
      "?role=safeguard&org=cloudflare",
      "?q=certificate",
    ]) {
      const found = await whole(search, SearchAnswer, `${query}&limit=100`);
      const expected = found.flatMap(({ slug, factors: own }) =>
        own.map(({ number }) => `${slug}#${number}`),
      );
      expect(expected.length).toBeGreaterThan(3);
      for (const limit of [1, 2, 3, 100]) {
        const results = await whole(factors, FactorsAnswer, `${query}&limit=${limit}`);
        expect(results.map((factor) => `${factor.incident}#${factor.number}`)).toEqual(expected);
      }
    }
  });

  test.each([
    ["", 20],
    ["?limit=3", 3],
    ["?limit=100", 100],
    ["?limit=5000", 100],
    ["?limit=0", 20],
    ["?limit=-1", 20],
    ["?limit=x", 20],
    ["?limit=1&limit=4", 4],
  ])("asked with %j holds %i", async (query, held) => {
    const answer = SearchAnswer.parse(await json(search(asked(query))));
    expect(answer.results).toHaveLength(held);
    expect(answer.next).not.toBeNull();
  });
});

describe("an answer", () => {
  test("need not be sent again to who has it", async () => {
    const first = await search(asked("?q=dns"));
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    expect(first.headers.get("cache-control")).toBe("no-cache");
    for (const sent of [etag, `W/${etag}`, `"x", ${etag}`, "*", etag.replace(/"$/, '-gzip"')]) {
      const again = await search(asked("?q=dns", { "if-none-match": sent }));
      expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([
        304,
        "",
        etag,
      ]);
    }
    const other = await search(asked("?q=bgp", { "if-none-match": etag }));
    expect(other.status).toBe(200);
  });

  test("may be read from pages of other sites, without credentials", async () => {
    for (const answer of [await search(asked()), await notThere(asked()), POST(), OPTIONS()]) {
      expect(answer.headers.get("access-control-allow-origin")).toBe("*");
      expect(answer.headers.has("access-control-allow-credentials")).toBe(false);
    }
    expect(OPTIONS().headers.get("access-control-allow-methods")).toBe("GET, HEAD");
  });

  test("to what fails by a fault of ours tells nothing but where the log has it", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const failed = await answering(asked(), () => Promise.reject(new Error("a secret")));
    const { detail } = z.object({ detail: z.string() }).parse(await failed.json());
    expect(failed.status).toBe(500);
    expect(detail).not.toContain("secret");
    const [id = "none"] = detail.match(/[\w-]{8}(?=\.$)/) ?? [];
    expect(logged.mock.calls[0]?.[0]).toMatch(new RegExp(`${id} failed: GET .*a secret`));
    logged.mockRestore();
  });

  test("leads to where an incident went", async () => {
    await database().query(`INSERT INTO "Name" ("slug", "kind") VALUES ('bot-trouble', 'former')`);
    await database().query(
      `INSERT INTO "FormerSlug" ("slug", "documentId") SELECT 'bot-trouble', "documentId" FROM "Incident" WHERE "slug" = $1`,
      [known],
    );
    const moved = await theIncident("bot-trouble");
    expect([moved.status, moved.headers.get("location")]).toEqual([
      308,
      `/api/v1/incidents/${known}`,
    ]);
  });
});
