import { once } from "node:events";
import { createServer, request as ask, type IncomingHttpHeaders } from "node:http";

import { z } from "zod";

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

const addresses = [
  "/api/v1/search",
  "/api/v1/incidents",
  "/api/v1/factors",
  "/search.json",
  "/search.csv",
  "/search.atom",
];

const strange = [
  "q=%22unclosed",
  "q=%22",
  "q=-",
  "q=%26%20%7C%20%21%20%28%20%29%20%3A%2A%20%5C",
  "q=%27%3B%20DROP%20TABLE%20document%3B--",
  "q=(a%2B)%2B%24+(x%2Bx%2B)%2By",
  "q=%F0%9F%A6%91%F0%9F%94%A5",
  "q=%E2%80%AE%D7%A9%D7%9C%D7%95%D7%9D%E2%81%A6",
  "q=%ED%A0%80",
  "q=%",
  `q=${"a".repeat(3_900)}`,
  `q=${"a%20".repeat(900)}`,
  "page=-1",
  "page=99999999999999999999",
  "limit=-1",
  "limit=1e9",
  "class=x&".repeat(480),
  `${Array.from({ length: 1_000 }, () => "class").join("=a&")}=b`.slice(0, 4_000),
  "from=0000&to=9999",
  "match=some&sort=;&rows=;",
  "__proto__=1&class[]=a",
];
/** What no page can have in its address: refused in plain words. */
const impossible = ["q=%00", "class=%00&org=a%00b", `q=${"a".repeat(10_000)}`];

for (const address of addresses) {
  test(`${address} answers whatever is asked, in bounded time`, async ({ site }) => {
    for (const asked of strange) {
      const began = performance.now();
      const { status } = await answerTo(site, `${address}?${asked}`);
      expect([asked.slice(0, 60), status]).toEqual([asked.slice(0, 60), 200]);
      expect(performance.now() - began).toBeLessThan(5_000);
    }
    for (const asked of impossible) {
      const { status, body } = await answerTo(site, `${address}?${asked}`);
      expect([200, 400]).toContain(status);
      expect(body.length).toBeGreaterThan(10);
    }
  });
}

test("the API is described for people, from the same description", async ({ page, request }) => {
  await page.goto("/api");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const { paths } = z
    .object({ paths: z.record(z.string(), z.unknown()) })
    .parse(await (await request.get("/api/v1/openapi.json")).json());
  expect(Object.keys(paths).length).toBeGreaterThan(4);
  for (const path of Object.keys(paths)) {
    await expect(page.getByText(`GET ${path}`, { exact: true })).toBeVisible();
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

/** Asks for an address exactly as it is written here, with any method. */
function answerTo(
  site: string,
  path: string,
  method = "GET",
): Promise<{ status: number; body: string; headers: IncomingHttpHeaders }> {
  const { hostname, port } = new URL(site);
  return new Promise((resolve, reject) => {
    const asked = ask({ hostname, port, path, method }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => (body += text));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
      );
    });
    asked.on("error", reject).end();
  });
}
