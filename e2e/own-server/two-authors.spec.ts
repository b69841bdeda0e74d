import type { Browser, Page } from "@playwright/test";

import { paths } from "#app/paths";

import { chance, rename, valuesOf, writeSomething, type Author } from "./author-acts";
import { begin, browserOf, expect, saved, stored, test, type WritingSite } from "./writing-site";

test.setTimeout(240_000);

/** Histories side by side, each pair of pages with some of them one after the other. */
const pairs = 4;
const historiesEach = 5;

const beginning = {
  record: {
    title: "Caches were empty",
    summary: "The cache was cold. Reads went to one database. A replica was at hand.",
    factors: ["Nothing limits a flush", "One database takes all reads"].map((statement, nth) => ({
      id: `factor-${nth}`,
      role: "precondition",
      statement,
      standing: "inferred",
    })),
    timeline: ["A flush begins", "Reads are slow"].map((text, nth) => ({
      id: `entry-${nth}`,
      at: `2026-11-14T14:0${nth}Z`,
      kind: "impact",
      text,
    })),
    sources: [{ id: "log", title: "Log of the cache", kind: "log", seen: "full" }],
    lessons: ["Ask for the region before a flush"],
  },
  story: "## Background\n\nThe cache is filled by reads. It was made for one region.\n",
};

test(`what two write in one review at once is all there, in ${pairs * historiesEach} histories`, async ({
  browser,
  writing,
}) => {
  const settled = await Promise.all(
    Array.from({ length: pairs }, (_, pair) => writeTogether(browser, writing, pair)),
  );
  const conflicts = settled.flat();
  // Histories that never met would show nothing.
  expect(conflicts.length, "conflicts that were settled").toBeGreaterThan(5);
  expect(new Set(conflicts)).toContain("Take mine");
});

async function writeTogether(
  browser: Browser,
  { url, ada, ben }: WritingSite,
  pair: number,
): Promise<string[]> {
  const slug = await begin(ben, "full-review", beginning);
  const next = chance((pair + 1) * 7_919);
  const contexts = await Promise.all([ada, ben].map((who) => browserOf(browser, url, who)));
  const pages = await Promise.all(contexts.map((context) => context.newPage()));
  for (const page of pages) await open(page, slug);
  const names = ["ada", "ben"];
  const authors = pages.map((page, nth): Author => {
    const own = chance(next(100_000) + nth);
    return { page, name: names[nth] ?? "", next: own, written: [], takenAway: [] };
  });

  const settled: string[] = [];
  let shown = "";
  for (let history = 1; history <= historiesEach; history += 1) {
    // Both go on from what they see, which is not always what the other saved last.
    const told = (await Promise.all(authors.map(writeOn))).flat();
    // Now and then they meet for certain.
    if (history % 2 === 1) await Promise.all(authors.map(rename));
    for (const page of pages) await saved(page);
    shown += (await Promise.all(pages.map(conflictsOf))).join("\n");
    for (const page of pages) settled.push(...(await settleAll(page, history)));
    const held = JSON.stringify(await stored(ben, slug));
    expectAllOf(authors, `${held}\n${shown}`, `${slug}, history ${history}: ${told.join(", ")}`);
  }
  await expectTheSame(pages);
  for (const context of contexts) await context.close();
  return settled;
}

async function open(page: Page, slug: string): Promise<void> {
  const response = await page.goto(paths.review(slug));
  expect(response?.status()).toBe(200);
  await saved(page);
}

/** Every phrase that somebody wrote, and nobody saw and took away, is in a text. */
function expectAllOf(authors: readonly Author[], text: string, where: string): void {
  const takenAway = authors.flatMap((author) => author.takenAway).join("\n");
  for (const phrase of authors.flatMap(({ written }) => written)) {
    if (!takenAway.includes(phrase)) expect(text, where).toContain(phrase);
  }
}

/** Some acts in a row, with pauses in which saves come and go. */
async function writeOn(author: Author): Promise<string[]> {
  const told: string[] = [];
  for (let act = 0; act < 3; act += 1) {
    told.push(await writeSomething(author));
    await author.page.waitForTimeout(author.next(700));
  }
  return told;
}

/** All texts of the conflicts that an author is shown. */
async function conflictsOf(page: Page): Promise<string> {
  return (await page.locator(".ed-conflict dd").allTextContents()).join("\n");
}

/** Chooses in every conflict that is shown; gives what was chosen. */
async function settleAll(page: Page, turn: number): Promise<string[]> {
  const chosen: string[] = [];
  const conflicts = page.locator(".ed-conflict");
  for (let left = await conflicts.count(); left > 0; left -= 1) {
    const buttons = conflicts.first().getByRole("button");
    const button = buttons.nth((turn + left) % (await buttons.count()));
    chosen.push((await button.innerText()).replace(" (as it stands)", ""));
    await button.click();
    await expect(conflicts).toHaveCount(left - 1);
  }
  await saved(page);
  return chosen;
}

/** Both read the same, which is what is saved. */
async function expectTheSame(pages: readonly Page[]): Promise<void> {
  const texts: string[] = [];
  for (const page of pages) {
    await page.reload();
    await saved(page);
    await expect(page.locator(".cm-content").first()).toBeVisible();
    texts.push(await valuesOf(page.locator(".ed-main")));
  }
  expect(texts[0]).toBe(texts[1]);
}
