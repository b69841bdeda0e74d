import { get } from "node:http";

import { incidents } from "./support/kinds";
import { longestOf } from "./support/library";
import { expect, test } from "./support/test";

/** Kilobytes as the budgets count them. */
const kB = 1_000;

test("an incident's page weighs at most 25 kB, the longest 45 kB", async ({ site, library }) => {
  const longest = longestOf(library).slug;
  const heavy: string[] = [];
  for (const { slug } of library.incidents) {
    const { bytes, encoding } = await weigh(`${site}/incidents/${slug}`);
    expect(encoding).toBe("br");
    if (bytes > (slug === longest ? 45 : 25) * kB) heavy.push(`${slug}: ${bytes}`);
  }
  expect(heavy).toEqual([]);
});

test("an incident's page runs a few kilobytes of script, and nothing of the framework", async ({
  page,
  site,
}) => {
  const scripts = new Set<string>();
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.add(request.url());
  });
  await page.goto(`/incidents/${incidents.channelFile}`);
  await page.waitForLoadState("networkidle");
  const weights = await Promise.all([...scripts].map((url) => weigh(url)));
  expect(weights.length).toBeGreaterThan(0);
  expect(weights.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(6 * kB);
  expect([...scripts].filter((url) => url.includes("/_next/"))).toEqual([]);
  expect(new URL([...scripts][0] ?? "").origin).toBe(site);
});

test("scripts, styles and fonts are kept by browsers for ever, pages are asked for again", async ({
  page,
  request,
}) => {
  await page.goto(`/incidents/${incidents.botManagement}`);
  const parts = await page.evaluate(() =>
    [...document.querySelectorAll("script[src], link[rel=stylesheet]")].map(
      (element) => element.getAttribute("src") ?? element.getAttribute("href") ?? "",
    ),
  );
  expect(parts.length).toBeGreaterThan(1);
  for (const part of parts) {
    expect((await request.get(part)).headers()["cache-control"], part).toMatch(/immutable/);
  }
  const first = await request.get(`/incidents/${incidents.botManagement}`);
  expect(first.headers()["cache-control"]).toMatch(/no-cache|max-age=0/);
  const again = await request.get(`/incidents/${incidents.botManagement}`, {
    headers: { "if-none-match": first.headers()["etag"] ?? "" },
  });
  expect(again.status()).toBe(304);
});

test("a page comes packed as the reader's browser asks", async ({ site }) => {
  const url = `${site}/incidents/${incidents.botManagement}`;
  const plain = await weigh(url, "identity");
  const gzip = await weigh(url, "gzip");
  const brotli = await weigh(url, "gzip, br");
  expect([plain.encoding, gzip.encoding, brotli.encoding]).toEqual(["none", "gzip", "br"]);
  expect(gzip.bytes).toBeLessThan(plain.bytes / 3);
  expect(brotli.bytes).toBeLessThan(gzip.bytes);
});

/** What really travels: the bytes of a body as they are packed. */
function weigh(url: string, accepted = "br"): Promise<{ bytes: number; encoding: string }> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": accepted } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => (bytes += chunk.length));
      response.on("end", () =>
        resolve({ bytes, encoding: response.headers["content-encoding"] ?? "none" }),
      );
    }).on("error", reject);
  });
}
