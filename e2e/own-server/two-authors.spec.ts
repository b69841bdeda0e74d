import type { Browser, Page } from "@playwright/test";

import { paths } from "#app/paths";

import { chance, rename, valuesOf, writeSomething, type Author } from "./author-acts";
import { ask, begin, save, written as documentOf } from "./authored";
import type { OwnServer } from "./own-server";
import { done, expect, test, type Writers } from "./people";
import { browserOf, saved, stored } from "./writing";

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
  own,
  writers,
}) => {
  const settled = await Promise.all(
    Array.from({ length: pairs }, (_, pair) => writeTogether({ browser, own, writers }, pair)),
  );
  const conflicts = settled.flat();
  // Histories that never met would show nothing.
  expect(conflicts.length, "conflicts that were settled").toBeGreaterThan(5);
  expect(new Set(conflicts)).toContain("Take mine");
});

test("who has a review open sees what others write and what editors do, without writing", async ({
  browser,
  own,
  writers: { ann, ben },
}) => {
  const slug = await begin(ben, documentOf("Watched while it is open"));
  const context = await browserOf(browser, own.url, ben);
  const page = await context.newPage();
  await open(page, slug);
  const heading = page.getByRole("heading", { level: 1 });
  const title = page.getByPlaceholder("What happened, in one line");
  await title.focus();

  const { version } = await save(ann, slug, { version: 1, document: documentOf("Ann was here") });
  await lookAgain(page);
  await expect(title).toHaveValue("Ann was here");
  await expect(title).toBeFocused();
  await expect(page.locator(".ed-status")).toHaveText(/^Saved .+ by Ann · version 2/);

  const revision = await ask(ben, slug, version);
  await lookAgain(page);
  await expect(heading).toContainText("Waits");
  const editors = await (await browserOf(browser, own.url, ann)).newPage();
  await open(editors, slug);
  await editors.getByRole("link", { name: "Approve or send back" }).click();
  await expect(editors.getByLabel("A word to its authors")).toBeInViewport();
  await lookAgain(page);
  await expect(page.getByText("Also here: Ann")).toBeVisible();
  await editors.context().close();

  const sentBack = { revision, assessment: "sent-back", note: "Say who noticed.\nAnd when." };
  await done(ann, paths.apiOfReview(slug, "assessments"), sentBack);
  await lookAgain(page);
  await expect(heading).toContainText("Sent back");
  const news = page.getByRole("status").filter({ hasText: "It was sent back. Ann: “Say who" });
  await expect(news).toBeVisible();
  expect(await news.innerText()).toContain("noticed.\nAnd when.”");
  // The foot follows.
  const steps = page.locator(".ed-steps");
  await expect(steps).toContainText(`Ann sent back revision ${revision}`);
  await expect(steps).not.toContainText("waits for an editor");
  await page.getByRole("button", { name: "Show it as it stands" }).first().click();
  await expect(page.getByText("Say who noticed.").first()).toBeVisible();
  expect((await stored(ben, slug)).version).toBe(version);
  await context.close();
});

/** Comes back to the page, which then looks what became of the review. */
async function lookAgain(page: Page): Promise<void> {
  const heard = page.waitForResponse((response) => response.url().includes("?since="));
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await heard;
}

interface Desks {
  readonly browser: Browser;
  readonly own: OwnServer;
  readonly writers: Writers;
}

async function writeTogether(
  { browser, own, writers: { ann, ben } }: Desks,
  pair: number,
): Promise<string[]> {
  const slug = await begin(ben, beginning, "full-review");
  const next = chance((pair + 1) * 7_919);
  const contexts = await Promise.all([ann, ben].map((who) => browserOf(browser, own.url, who)));
  const pages = await Promise.all(contexts.map((context) => context.newPage()));
  for (const page of pages) await open(page, slug);
  const names = ["ann", "ben"];
  const authors = pages.map((page, nth): Author => {
    const theirs = chance(next(100_000) + nth);
    return { page, name: names[nth] ?? "", next: theirs, written: [], takenAway: [] };
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
