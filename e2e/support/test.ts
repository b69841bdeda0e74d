import { test as base, type Page } from "@playwright/test";

import { crawl, type Crawled } from "./crawl";
import { readLibrary, type Library } from "./library";
import { listenTo, type Noise } from "./noise";

type TestFixtures = {
  /**
   * The page of a person who reads on: one for all tests of a worker, with the fonts and scripts of
   * the pages before already there. For tests that visit page after page and change nothing that a
   * browser keeps.
   */
  readingOn: Page;
};

type WorkerFixtures = {
  library: Library;
  /** Where the server answers, without a slash at the end. */
  site: string;
  /** Every page that is reached from the front page by its links. */
  crawled: Crawled;
  keptPage: { page: Page; noise: Noise };
};

/**
 * Playwright's test, in Hindsight's world: a running server with the content that ships, and an ear
 * on every page. Whatever a page writes to the console, asks of another host or runs against the
 * policy makes the test fail, whatever it was about.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
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
  keptPage: [
    async ({ browser, site }, use) => {
      const context = await browser.newContext({ baseURL: site });
      const noise = listenTo(context, site);
      const page = await context.newPage();
      await page.goto("/");
      await page.evaluate(() => document.fonts.ready);
      await use({ page, noise });
      await context.close();
    },
    { scope: "worker" },
  ],
  readingOn: async ({ keptPage: { page, noise } }, use) => {
    noise.heard.length = 0;
    await page.emulateMedia({ colorScheme: null, reducedMotion: null });
    await use(page);
    test.expect(noise.heard, "what pages complained of").toEqual([]);
  },
  baseURL: async ({ site }, use) => use(site),
  context: async ({ context, site }, use) => {
    const noise = listenTo(context, site);
    await use(context);
    test.expect(noise.heard, "what pages complained of").toEqual([]);
  },
});

export const { expect } = test;
