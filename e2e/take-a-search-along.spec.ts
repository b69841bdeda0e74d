import { once } from "node:events";
import { createServer } from "node:http";

import { z } from "zod";

import { answerTo } from "./support/answer-to";
import { incidents } from "./support/kinds";
import { faultsOfHeaders } from "./support/security-headers";
import { expect, test } from "./support/test";

const query = "class=staged-rollout-gap&role=amplifier";

const Answer = z.object({
  total: z.number(),
  results: z.array(z.object({ slug: z.string() })),
  next: z.string().nullable(),
});

const api: Readonly<Record<string, string>> = {
  search: `/api/v1/search?${query}`,
  incidents: `/api/v1/incidents?${query}`,
  "one incident": `/api/v1/incidents/${incidents.botManagement}`,
  factors: `/api/v1/factors?${query}`,
  classes: "/api/v1/classes",
  "the description": "/api/v1/openapi.json",
};

for (const [name, address] of Object.entries(api)) {
  test(`${name}: JSON for everyone, asked for again for nothing`, async ({ request }) => {
    const first = await request.get(address);
    const headers = first.headers();
    expect(first.status()).toBe(200);
    expect(headers["content-type"]).toBe("application/json");
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(headers["cache-control"]).toBe("no-cache");
    expect(faultsOfHeaders(headers)).toEqual([]);
    const etag = headers["etag"] ?? "";
    const again = await request.get(address, { headers: { "if-none-match": etag } });
    expect([again.status(), (await again.body()).length]).toEqual([304, 0]);
    const head = await request.head(address);
    expect([head.status(), head.headers()["etag"]]).toEqual([200, etag]);
  });
}

test("what the API cannot answer comes as a problem", async ({ site }) => {
  const problems: readonly [method: string, address: string, status: number][] = [
    ["GET", "/api/v1/search?cursor=abc", 400],
    ["GET", "/api/v1/incidents/no-such", 404],
    ["GET", "/api/v1/nothing", 404],
    ["GET", "/api/v2/search", 404],
    ["GET", "/api/v1/%00", 400],
    ["GET", `/api/v1/search?q=${"a".repeat(10_000)}`, 400],
    ["POST", "/api/v1/search", 405],
    ["DELETE", `/api/v1/incidents/${incidents.botManagement}`, 405],
    ["PATCH", "/api/v1/classes", 405],
    ["PROPFIND", "/api/v1/factors", 405],
  ];
  for (const [method, address, status] of problems) {
    const answer = await answerTo(site, address, method);
    expect([address, answer.status]).toEqual([address, status]);
    expect(answer.headers["content-type"]).toBe("application/problem+json");
    expect(JSON.parse(answer.body)).toMatchObject({
      status,
      title: expect.stringMatching(/./),
      detail: expect.stringMatching(/./),
    });
    if (status === 405) expect(answer.headers.allow).toContain("GET, HEAD");
  }
});

test("a page of another site may read the API", async ({ browser, site }) => {
  const elsewhere = createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end("<!DOCTYPE html><title>Elsewhere</title>");
  });
  elsewhere.listen(0, "127.0.0.1");
  await once(elsewhere, "listening");
  const { port } = z.object({ port: z.number() }).parse(elsewhere.address());
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  const total = await page.evaluate(async (address) => {
    // Naming an ETag makes the browser ask beforehand whether it may.
    const answer = await fetch(address, { headers: { "If-None-Match": '"none"' } });
    return answer.headers.has("etag") ? JSON.stringify(await answer.json()) : "no ETag";
  }, `${site}/api/v1/search?${query}`);
  expect(Answer.parse(JSON.parse(total)).total).toBeGreaterThan(0);
  await page.close();
  elsewhere.close();
});

test("a search can be had as JSON, as tables and as a feed", async ({ request, page, site }) => {
  const { total, results } = Answer.parse(
    await (await request.get(`/api/v1/search?${query}&limit=100`)).json(),
  );
  expect(results).toHaveLength(total);
  const slugs = results.map(({ slug }) => slug);

  const twin = Answer.parse(await (await request.get(`/search.json?${query}`)).json());
  expect(twin.results.map(({ slug }) => slug)).toEqual(slugs.slice(0, 20));

  const table = await request.get(`/search.csv?page=2&utm_source=x&${query}`);
  expect(table.headers()["content-type"]).toMatch(/^text\/csv; charset=utf-8/);
  expect(table.headers()["content-disposition"]).toBe(
    'attachment; filename="hindsight-incidents-staged-rollout-gap-amplifier.csv"',
  );
  const bytes = await table.body();
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(rowsOf(bytes).map(([slug]) => slug)).toEqual(slugs);

  const factors = rowsOf(await (await request.get(`/search.csv?rows=factors&${query}`)).body());
  expect(new Set(factors.map(([slug]) => slug))).toEqual(new Set(slugs));
  for (const [, , , role] of factors) expect(role).toBe("amplifier");
  const address = factors[0]?.at(-1) ?? "";
  expect(address.startsWith(site)).toBe(true);
  await page.goto(address);
  await expect(page.locator(new URL(address).hash)).toBeVisible();

  const feed = await request.get(`/search.atom?${query}`);
  expect(feed.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
  const links = [...(await feed.text()).matchAll(/type="text\/html" href="([^"]+)"/g)];
  const entries = links.slice(1).map(([, link]) => new URL(link ?? "").pathname.split("/").at(-1));
  expect(new Set(entries)).toEqual(new Set(slugs));
  expect(entries).toHaveLength(slugs.length);
});

test("the API is described for people, from the same description", async ({ page, request }) => {
  await page.goto("/api");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const { paths } = z
    .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
    .parse(await (await request.get("/api/v1/openapi.json")).json());
  expect(Object.keys(paths).length).toBeGreaterThan(4);
  for (const [path, methods] of Object.entries(paths)) {
    for (const method of Object.keys(methods)) {
      const call = `${method.toUpperCase()} ${path}`;
      await expect(page.getByText(call, { exact: true })).toBeVisible();
    }
  }
  const main = page.getByRole("main");
  for (const link of await main.locator("a[href^='/']").all()) {
    const href = (await link.getAttribute("href")) ?? "";
    expect([href, (await request.get(href)).status()]).toEqual([href, 200]);
  }
  for (const link of await main.locator("a[href^='#']").all()) {
    const anchor = (await link.getAttribute("href")) ?? "";
    await expect(page.locator(anchor), anchor).toHaveCount(1);
  }
});

/** The rows of a table without its head; good enough for cells that span no lines. */
function rowsOf(bytes: Buffer): string[][] {
  const lines = bytes.toString("utf8").split("\r\n").slice(1, -1);
  return lines.map((line) =>
    [...line.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g)]
      .map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "")
      .slice(0, 8),
  );
}
