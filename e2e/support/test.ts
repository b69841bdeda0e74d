import { test as base } from "@playwright/test";

import { crawl, type Crawled } from "./crawl";
import { readLibrary, type Library } from "./library";
import { listenTo } from "./noise";

type WorkerFixtures = {
  library: Library;
  /** Where the server answers, without a slash at the end. */
  site: string;
  /** Every page that is reached from the front page by its links. */
  crawled: Crawled;
};

/**
 * Playwright's test, in Hindsight's world: a running server with the content that ships, and an ear
 * on every page. Whatever a page writes to the console, asks of another host or runs against the
 * policy makes the test fail, whatever it was about.
 */
export const test = base.extend<object, WorkerFixtures>({
  library: [async ({}, use) => use(await readLibrary()), { scope: "worker" }],
  site: [
    async ({}, use) => {
      const url = process.env.HINDSIGHT_URL;
      if (url === undefined) throw new Error("No server has said where it is.");
      await use(url.replace(/\/$/, ""));
    },
    { scope: "worker" },
  ],
  crawled: [
    async ({ browser, site }, use) => {
      const page = await browser.newPage({ baseURL: site });
      const crawled = await crawl(page);
      await page.close();
      await use(crawled);
    },
    { scope: "worker", timeout: 300_000 },
  ],
  baseURL: async ({ site }, use) => use(site),
  context: async ({ context, site }, use) => {
    const noise = listenTo(context, site);
    await use(context);
    test.expect(noise.heard, "what pages complained of").toEqual([]);
  },
});

export const { expect } = test;
