import type { Page } from "@playwright/test";

import { expectNoBarrierIn } from "./support/barriers";
import { expect, test } from "./support/test";

/** The search box of the page; of several, the one that `/` leads to. */
const box = (page: Page) => page.locator("[data-search-box]").last();
const list = (page: Page) => page.getByRole("listbox", { name: "Suggestions" });
const options = (page: Page) => list(page).getByRole("option");
const told = (page: Page) => page.locator("[aria-live=polite]").filter({ hasText: /suggestion/ });

test("an alias brings its class, and choosing it searches by the class", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("/");
  await expect(box(page)).toBeFocused();
  await page.keyboard.type("BSOD");
  await expect(options(page).first()).toHaveAccessibleName(
    /^Kernel-mode crash ?, ?BSOD ?, ?failure class ?, ?\d+ incidents?$/,
  );
  await expect(options(page).first().locator("mark")).toHaveText("BSOD");
  await expect(told(page)).toHaveText(/^\d+ suggestions?\.$/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?class=kernel-mode-crash$/);
});

test("organisations and terms are offered too, and a term leads to its page", async ({ page }) => {
  await page.goto("/classes");
  await box(page).fill("cloudfl");
  await expect(options(page).first()).toHaveAccessibleName(/^Cloudflare ?, ?organisation/);
  await box(page).fill("rollback");
  const term = options(page).filter({ hasText: "term" }).first();
  await term.click();
  await expect(page).toHaveURL(/\/glossary\/rollback/);
});

test("the box says what is open, which option is meant, and what it controls", async ({ page }) => {
  await page.goto("/classes");
  await box(page).focus();
  await expect(box(page)).toHaveRole("combobox");
  await expect(box(page)).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.type("cas");
  await expect(options(page).first()).toBeVisible();
  await expect(box(page)).toHaveAttribute("aria-expanded", "true");
  const id = await list(page).getAttribute("id");
  await expect(box(page)).toHaveAttribute("aria-controls", id ?? "none");
  await expect(box(page)).not.toHaveAttribute("aria-activedescendant");
  await page.keyboard.press("ArrowDown");
  await expect(options(page).first()).toHaveAttribute("aria-selected", "true");
  const first = await options(page).first().getAttribute("id");
  await expect(box(page)).toHaveAttribute("aria-activedescendant", first ?? "none");
  await page.keyboard.press("ArrowUp");
  await expect(box(page)).not.toHaveAttribute("aria-activedescendant");
  await page.keyboard.press("ArrowUp");
  await expect(options(page).last()).toHaveAttribute("aria-selected", "true");
  await expect(box(page)).toBeFocused();

  await page.keyboard.press("Escape");
  await expect(list(page)).toBeHidden();
  await expect(box(page)).toHaveValue("cas");
  await expect(box(page)).toHaveAttribute("aria-expanded", "false");
  await expect(box(page)).not.toHaveAttribute("aria-activedescendant");
  await page.keyboard.press("ArrowDown");
  await expect(list(page)).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(list(page)).toBeHidden();
  await expect(box(page)).not.toBeFocused();
});

test("without a chosen option, Enter searches for what was typed", async ({ page }) => {
  await page.goto("/classes");
  await box(page).fill("certificate");
  await expect(list(page)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=certificate$/);
  await expect(page.getByRole("listbox")).toHaveCount(0);
});

test("a press outside closes the list, and what is pointed at can be chosen", async ({ page }) => {
  await page.goto("/classes");
  await box(page).fill("staged");
  await expect(list(page)).toBeVisible();
  await page.mouse.click(20, 700);
  await expect(list(page)).toBeHidden();
  await box(page).fill("staged ro");
  await options(page)
    .filter({ hasText: /^Staged-rollout gap/ })
    .click();
  await expect(page).toHaveURL(/\/search\?class=staged-rollout-gap$/);
});

test("the words that name something are replaced, the others stay", async ({ page }) => {
  await page.goto("/classes");
  await box(page).fill("role:recovery windows bsod");
  await options(page).first().click();
  await expect(page).toHaveURL(/\/search\?q=role%3Arecovery\+windows&class=kernel-mode-crash$/);
});

test("the list of incidents keeps its filters and its address", async ({ page }) => {
  await page.goto("/incidents?severity=critical&page=2");
  await box(page).fill("staged-rollout g");
  await options(page).first().click();
  await expect(page).toHaveURL(/\/incidents\?severity=critical&class=staged-rollout-gap$/);
});

test("in the search, choosing adds the filter without a new page", async ({ page }) => {
  await page.goto("/search?role=amplifier");
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.body.setAttribute("data-same-page", ""));
  await box(page).fill("staged-rollout g");
  await expect(options(page).first()).toHaveAccessibleName(/^Staged-rollout gap/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?class=staged-rollout-gap&role=amplifier$/);
  await expect(box(page)).toHaveValue("");
  await expect(box(page)).toBeFocused();
  await expect(list(page)).toBeHidden();
  await expect(page.locator("body[data-same-page]")).toHaveCount(1);
  await expect(page.getByRole("link", { name: /Remove .*Staged-rollout gap/ })).toBeVisible();
});

test("what an input method is putting together is not asked for", async ({ page }) => {
  await page.goto("/classes");
  await box(page).focus();
  await page.waitForLoadState("networkidle");
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/search/suggestions")) asked.push(request.url());
  });
  const client = await page.context().newCDPSession(page);
  await client.send("Input.imeSetComposition", {
    text: "cas",
    selectionStart: 3,
    selectionEnd: 3,
  });
  await expect(box(page)).toHaveValue("cas");
  await page.waitForTimeout(300);
  expect(asked).toEqual([]);
  await client.send("Input.insertText", { text: "cascading" });
  await expect(options(page).first()).toHaveAccessibleName(/^Cascading failure/);
  expect(asked.map((url) => new URL(url).search)).toEqual(["?q=cascading"]);
});

test("typing on asks once it rests, and a late answer is not shown", async ({ page }) => {
  await page.goto("/classes");
  await box(page).focus();
  await page.route(/suggestions\?q=cas$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800));
    await route.continue().catch(() => {});
  });
  await box(page).fill("cas");
  await page.waitForRequest(/suggestions\?q=cas$/);
  await box(page).fill("split brain");
  await expect(options(page).first()).toHaveAccessibleName(/split.brain/i);
  const shown = await options(page).allInnerTexts();
  await page.waitForTimeout(900);
  expect(await options(page).allInnerTexts()).toEqual(shown);
});

test("where the server suggests nothing, a box is a box", async ({ browser, site }) => {
  const context = await browser.newContext({ baseURL: site });
  const page = await context.newPage();
  await page.route(/\/assets\/finding|suggestions/, (route) => route.abort());
  await page.goto("/classes");
  await box(page).fill("certificate");
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=certificate$/);
  await context.close();
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const address of ["/", "/search"]) {
    test(`axe finds nothing in the suggestions of ${address} at 320 pixels, ${colorScheme}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(address);
      await box(page).fill("cas");
      await expect(list(page)).toBeVisible();
      await page.keyboard.press("ArrowDown");
      await expectNoBarrierIn(page, ".suggestions:popover-open");
    });
  }
}
