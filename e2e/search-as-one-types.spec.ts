import type { Page } from "@playwright/test";
import { z } from "zod";

import { expect, test } from "./support/test";

/** Until the page has come to life, its links lead away as links do. */
async function openSearch(page: Page, address = "/search"): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(() => {
    const island = document.querySelector("[data-island]");
    return island !== null && Object.keys(island).some((key) => key.startsWith("__react"));
  });
  // A mark that a new page would not have.
  await page.evaluate(() => document.body.setAttribute("data-same-page", ""));
}

async function expectSamePage(page: Page): Promise<void> {
  await expect(page.locator("body[data-same-page]")).toHaveCount(1);
}

// Its role changes from searchbox to combobox when it can suggest.
const box = (page: Page) => page.getByLabel("Words to look for");
const found = (page: Page) => page.getByRole("region", { name: "Incidents found" });
const titles = (page: Page) => found(page).getByRole("article").getByRole("heading");
const count = (page: Page) => found(page).locator(".results-head > p");

test("results, address and title follow what is typed, without a new page", async ({ page }) => {
  await openSearch(page);
  await expect(count(page)).toHaveText("101 incidents in all");
  const steps = await page.evaluate(() => history.length);
  await box(page).pressSequentially("leap day", { delay: 40 });
  await expect(page).toHaveURL(/\/search\?q=leap\+day$/);
  await expect(titles(page).first()).toContainText(/leap/i);
  await expect(page).toHaveTitle("leap day: search · Hindsight");
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue("leap day");
  expect(await page.evaluate(() => history.length), "typing is no step").toBe(steps);
  await expectSamePage(page);
  // The address alone brings the same to someone else.
  const shown = await titles(page).allInnerTexts();
  await page.goto(page.url());
  expect(await titles(page).allInnerTexts()).toEqual(shown);
});

test("the count is told once, after typing has come to rest", async ({ page }) => {
  await openSearch(page);
  const told = page.getByRole("status");
  await expect(told).toHaveText("");
  await box(page).pressSequentially("certificate", { delay: 40 });
  await expect(told).toHaveText(/^\d+ incidents?/);
  await expect(told).toContainText((await count(page).innerText()).trim());
});

test("choosing filters makes steps that one can go back and forward", async ({ page }) => {
  await openSearch(page, "/search?q=update");
  const all = await count(page).innerText();
  await page.getByRole("link", { name: /^Amplifier/ }).click();
  await expect(page).toHaveURL(/role=amplifier/);
  await expect(page.getByRole("link", { name: /^Amplifier/ })).toHaveAttribute(
    "aria-current",
    "true",
  );
  await page
    .getByRole("link", { name: /^Staged-rollout gap/ })
    .first()
    .click();
  await expect(page).toHaveURL(/class=staged-rollout-gap/);
  await expectAnswered(page);
  const narrow = await count(page).innerText();
  await box(page).fill("update file");
  await expect(page).toHaveURL(/q=update\+file/);

  await page.goBack();
  await expect(page).toHaveURL(/\/search\?q=update&role=amplifier$/);
  await expect(box(page)).toHaveValue("update");
  await page.goBack();
  await expect(page).toHaveURL(/\/search\?q=update$/);
  await expect(count(page)).toHaveText(all);
  await page.goForward();
  await page.goForward();
  await expect(page).toHaveURL(/q=update\+file/);
  await expect(box(page)).toHaveValue("update file");
  await box(page).fill("update");
  await expect(count(page)).toHaveText(narrow);
  await expectSamePage(page);
});

test("it all works from the keyboard, and the focus is never lost", async ({ page }) => {
  await openSearch(page);
  await page.keyboard.press("/");
  await expect(box(page)).toBeFocused();
  await page.keyboard.type("update");
  await expect(page).toHaveURL(/q=update/);
  const amplifier = page.getByRole("link", { name: /^Amplifier/ });
  await tabTo(page, "role amplifier");
  await page.keyboard.press("Enter");
  await expect(amplifier).toHaveAttribute("aria-current", "true");
  await expect(amplifier).toBeFocused();
  // A class moves in its list as figures change; the focus goes with it.
  await tabTo(page, "class staged-rollout-gap");
  await page.keyboard.press("Enter");
  const gap = page.locator('[data-stay="class staged-rollout-gap"]');
  await expect(gap).toHaveAttribute("aria-current", "true");
  await expect(gap).toBeFocused();
  const chip = page.getByRole("link", { name: /^Remove role/ });
  await chip.focus();
  await page.keyboard.press("Enter");
  await expect(chip).toHaveCount(0);
  await expect(box(page)).toBeFocused();
  await expectSamePage(page);
});

test("turning the page leads to the beginning of the list", async ({ page }) => {
  await openSearch(page);
  const first = await titles(page).first().innerText();
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/page=2$/);
  await expect(titles(page).first()).not.toHaveText(first);
  await expect(found(page)).toBeFocused();
  await expect(titles(page).first()).toBeInViewport();
  await expectSamePage(page);
});

test("filters typed into the box hold at once, and become filters when sent", async ({ page }) => {
  await openSearch(page);
  const typed = "class:staged-rollout-gap role:amplifier update";
  await box(page).fill(typed);
  await expect(page).toHaveURL(/\/search\?q=update&class=staged-rollout-gap&role=amplifier$/);
  await expect(box(page)).toHaveValue(typed);
  // Deleting one takes it away again.
  await box(page).fill("role:amplifier update");
  await expect(page).toHaveURL(/\/search\?q=update&role=amplifier$/);
  await box(page).press("Enter");
  await expect(box(page)).toHaveValue("update");
  await expect(page.getByRole("list", { name: "Filters in use" }).getByRole("link")).toHaveText([
    /Amplifier/,
  ]);
  await expectSamePage(page);
});

test("what was sent is a step of its own", async ({ page }) => {
  await openSearch(page);
  await box(page).fill("certificate");
  await box(page).press("Enter");
  await expect(page).toHaveURL(/q=certificate$/);
  await box(page).fill("leap second");
  await expect(page).toHaveURL(/q=leap\+second$/);
  await page.goBack();
  await expect(page).toHaveURL(/q=certificate$/);
  await expect(box(page)).toHaveValue("certificate");
});

test("an answer that is late does not replace a later one, and nobody waits for it", async ({
  page,
}) => {
  await openSearch(page);
  const given = new Promise<string>((resolve) => {
    page.on("requestfailed", (request) => resolve(request.url()));
  });
  await page.route(/\/search\/answer\?q=certificate$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue().catch(() => {});
  });
  await box(page).fill("certificate");
  await page.waitForRequest(/\/search\/answer\?q=certificate$/);
  // What was found before stays to be read, whatever the wait.
  await expect(titles(page)).toHaveCount(20);
  await expect(page.locator(".results")).toHaveAttribute("aria-busy", "true");
  await box(page).fill("leap day");
  await expect(titles(page).first()).toContainText(/leap/i);
  expect(await given).toMatch(/q=certificate$/);
  const shown = await titles(page).allInnerTexts();
  await page.waitForTimeout(1_600);
  expect(await titles(page).allInnerTexts()).toEqual(shown);
});

test("nothing vanishes between one answer and the next", async ({ page }) => {
  await openSearch(page, "/search?q=update");
  await page.evaluate(() => {
    const list = document.querySelector("#results");
    const watcher = new MutationObserver(() => {
      if (!list?.querySelector("article")) document.body.setAttribute("data-was-empty", "");
    });
    watcher.observe(document.body, { childList: true, subtree: true });
  });
  await box(page).press("End");
  await box(page).pressSequentially(" configuration", { delay: 150 });
  await page.getByRole("link", { name: /^Trigger/ }).click();
  await expect(page).toHaveURL(/role=trigger/);
  await expectAnswered(page);
  await expect(page.locator("body[data-was-empty]")).toHaveCount(0);
});

test("a click with a modifier key does what a link does", async ({ page, context }) => {
  await openSearch(page, "/search?q=update");
  const opened = context.waitForEvent("page");
  await page.getByRole("link", { name: /^Amplifier/ }).click({ modifiers: ["ControlOrMeta"] });
  const other = await opened;
  await expect(other).toHaveURL(/role=amplifier/);
  await expect(page).toHaveURL(/\/search\?q=update$/);
});

test("when the server does not answer, the page says so and asks again", async ({
  browser,
  site,
}) => {
  // Its own context: here the browser has reason to complain.
  const context = await browser.newContext({ baseURL: site });
  const page = await context.newPage();
  await openSearch(page);
  await page.route(/\/search\/answer/, (route) => route.fulfill({ status: 503, body: "" }));
  await box(page).fill("certificate");
  const alert = found(page).getByRole("alert");
  await expect(alert).toContainText("The search does not answer");
  await expect(titles(page)).toHaveCount(20);
  await page.unroute(/\/search\/answer/);
  // What is suggested lies above it.
  await box(page).press("Escape");
  await page.getByRole("button", { name: "Ask again" }).click();
  await expect(alert).toHaveCount(0);
  await expect(found(page).locator("mark").first()).toHaveText(/certificate/i);
  await context.close();
});

test.describe("processor time", () => {
  // A browser that shares its processor collects garbage and compiles when it may, which can come
  // together once. What the page itself does too long it does each time.
  test.describe.configure({ retries: 2 });

  test("typing never blocks the page for more than 50 ms", async ({ browser, site }) => {
    const page = await browser.newPage({ baseURL: site });
    await openSearch(page);
    await page.waitForLoadState("networkidle");
    await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline"] });
    await box(page).pressSequentially("configuration update of a certificate", { delay: 130 });
    await expect(page).toHaveURL(/certificate$/);
    await expectAnswered(page);
    const tasks = tasksOf(await browser.stopTracing());
    expect(tasks.length).toBeGreaterThan(100);
    expect(Math.max(...tasks)).toBeLessThan(50);
    await page.close();
  });
});

/** What was typed or chosen is answered, and the answer is drawn. */
async function expectAnswered(page: Page): Promise<void> {
  // Typing rests for a moment before it is a question.
  await page.waitForTimeout(200);
  await expect(page.locator(".results")).toHaveAttribute("aria-busy", "false");
}

const Trace = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      ts: z.number(),
      tdur: z.number().optional(),
      args: z.object({ data: z.object({ type: z.unknown().optional() }).optional() }).optional(),
    }),
  ),
});

/**
 * How long each task of the thread that hears the keys computed, in milliseconds, from the first key
 * on. Processor time, because a machine that is busy with other things makes every task long.
 */
function tasksOf(trace: Buffer): number[] {
  const { traceEvents } = Trace.parse(JSON.parse(trace.toString()));
  const keys = traceEvents.filter(({ args }) => args?.data?.type === "keydown");
  const [first] = keys.toSorted((a, b) => a.ts - b.ts);
  return traceEvents
    .filter(
      ({ name, pid, tid }) => name.endsWith("RunTask") && pid === first?.pid && tid === first.tid,
    )
    .filter(({ ts }) => ts >= (first?.ts ?? 0))
    .map(({ tdur = 0 }) => tdur / 1_000);
}

/** Goes forward with the tab key until what stays under this name has the focus. */
async function tabTo(page: Page, stays: string): Promise<void> {
  const isThere = () =>
    page.evaluate((name) => document.activeElement?.getAttribute("data-stay") === name, stays);
  for (let pressed = 0; pressed < 60 && !(await isThere()); pressed += 1) {
    await page.keyboard.press("Tab");
  }
  expect(await isThere(), `the tab key reaches ${stays}`).toBe(true);
}
