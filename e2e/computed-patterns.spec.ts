import type { Locator, Page } from "@playwright/test";

import { expectNoBarrierInEitherTheme } from "./support/barriers";
import { overflowOf } from "./support/browser-facts";
import { expect, test } from "./support/test";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a pair leads to a search that finds just as many", async ({ page }) => {
    await page.goto("/patterns?sort=incidents");
    await open(page, "pairs as a table");
    const rows = table(page, "Pairs of classes").locator("tbody tr");
    for (const at of [0, 7, 60]) {
      const both = await figureIn(rows.nth(at).locator("td").first());
      await rows.nth(at).getByRole("link").click();
      await expect(page).toHaveURL(/\/search\?class=[a-z-]+&class=[a-z-]+$/);
      expect(await found(page)).toBe(both);
      await page.goBack();
      await open(page, "pairs as a table");
    }
  });

  test("a role is counted for both classes, and its search asks for it", async ({
    page,
    library,
  }) => {
    await page.goto("/patterns");
    await page
      .getByRole("navigation", { name: "Count only factors in one role" })
      .getByRole("link", { name: "Amplifier" })
      .click();
    await expect(page).toHaveURL(/\/patterns\?role=amplifier#counted$/);
    await open(page, "pairs as a table");
    const row = table(page, "Pairs of classes").locator("tbody tr").first();
    const href = new URL((await row.getByRole("link").getAttribute("href")) ?? "", page.url());
    const classes = href.searchParams.getAll("class");
    expect(href.searchParams.getAll("role")).toEqual(["amplifier"]);
    const incidents = library.incidents.filter(({ document: { record } }) =>
      classes.every((slug) =>
        record.factors.some((one) => one.role === "amplifier" && one.classes.includes(slug)),
      ),
    );
    expect(await figureIn(row.locator("td").first())).toBe(incidents.length);
    await row.getByRole("link").click();
    expect(await found(page)).toBe(incidents.length);
  });

  test("the table of pairs is sorted by its headings", async ({ page }) => {
    await page.goto("/patterns");
    await open(page, "pairs as a table");
    const pairs = table(page, "Pairs of classes");
    await expect(pairs.locator("th[aria-sort]")).toHaveText(/Times as often/);
    await pairs.getByRole("link", { name: "Both" }).click();
    await expect(page).toHaveURL(/\/patterns\?sort=incidents#pairs$/);
    await expect(pairs.locator("th[aria-sort]")).toHaveText(/Both/);
    const both = await figuresIn(pairs.locator("tbody tr td:nth-of-type(1)"));
    expect(both.length).toBeGreaterThan(100);
    expect(both).toEqual(both.toSorted((a, b) => b - a));
  });

  test("a family is looked at class by class, in all pictures", async ({ page, library }) => {
    await page.goto("/patterns");
    await page
      .getByRole("navigation", { name: "Look at the classes of one family" })
      .getByRole("link", { name: "Data and state" })
      .click();
    await expect(page).toHaveURL(/\?family=data-and-state#counted$/);
    const family = library.families.find(({ slug }) => slug === "data-and-state");
    const names = new Set(family?.classes.map(({ name }) => name));
    await open(page, "times as a table");
    const rows = await table(page, "Times by class").locator("tbody th").allInnerTexts();
    expect(rows[0]).toBe("All incidents");
    expect(rows.slice(1).filter((name) => !names.has(name))).toEqual([]);
    const panels = page.getByRole("region", { name: "Its classes over the years" });
    const heads = await panels.getByRole("heading", { level: 3 }).allInnerTexts();
    expect(heads.slice(1).filter((name) => !names.has(name))).toEqual([]);
    expect(heads.length).toBe(rows.length);
  });

  test("a year of a family leads to a search that finds just as many", async ({ page }) => {
    await page.goto("/patterns");
    await open(page, "years as a table");
    const years = table(page, "Incidents by year");
    const heads = await years.locator("thead th").allInnerTexts();
    const column = heads.indexOf("Data and state");
    const row = years.getByRole("row", { name: /^2021/ });
    const link = row
      .getByRole("cell")
      .nth(column - 1)
      .getByRole("link");
    const figure = await figureIn(link);
    await link.click();
    await expect(page).toHaveURL(/\/search\?family=data-and-state&from=2021&to=2021$/);
    expect(await found(page)).toBe(figure);
  });

  test("times are medians with their ranges, of how many records, and never means", async ({
    page,
    library,
  }) => {
    await page.goto("/patterns");
    await open(page, "times as a table");
    const all = table(page, "Times by class").getByRole("row", { name: /^All incidents/ });
    const cells = await all.getByRole("cell").allInnerTexts();
    const known = library.incidents.filter(
      ({ document: { record } }) => record.resolved !== undefined,
    ).length;
    expect(cells[0]).toBe(String(library.incidents.length));
    expect(cells[7]).toBe(String(known));
    expect(cells[8]).toMatch(/ to | about|at most|at least|min|h|d/);
    await expect(page.getByRole("region", { name: "How long it took" })).not.toContainText(
      /average|mean time/i,
    );
  });

  test("what held leads to the very safeguard", async ({ page }) => {
    await page.goto("/patterns#held");
    const statement = page.locator(".held-statement a").first();
    const words = (await statement.innerText()).slice(0, 40);
    await statement.click();
    await expect(page).toHaveURL(/\/incidents\/[a-z0-9-]+#factor-[a-z0-9-]+$/);
    await expect(page.locator(":target")).toContainText(words);
  });

  test("what cannot be meant in the address is as if it were not there", async ({ page }) => {
    await page.goto("/patterns?role=safeguard&family=no-such&sort=sideways");
    await expect(page.getByRole("heading", { level: 1, name: "Patterns" })).toBeVisible();
    await expect(page.locator(".counted [aria-current]").first()).toHaveText("Any role");
  });
});

test("one who points at a cell, or at a bar, gets the incidents that it counts", async ({
  page,
}) => {
  await page.goto("/patterns");
  for (const [picture, address] of [
    [".matrix a:has(rect)", /\/search\?class=/],
    [".year-panels li:nth-child(2) a:has(rect)", /\/search\?family=/],
  ] as const) {
    const cell = page.locator(picture).nth(12);
    const title = (await cell.locator("title").textContent()) ?? "";
    const [, promised] = /: (\d+)/.exec(title) ?? [];
    await cell.locator("rect").last().click();
    await expect(page).toHaveURL(address);
    expect(await found(page), title).toBe(Number(promised));
    await page.goBack();
  }
});

test("the tables behind the pictures open and scroll from the keyboard", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/patterns");
  for (const [summary, label] of [
    ["pairs as a table", "Pairs of classes"],
    ["years as a table", "Incidents by year"],
    ["times as a table", "Times by class"],
  ] as const) {
    await page.locator("summary", { hasText: summary }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name: label })).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("region", { name: label })).toBeFocused();
  }
  await page.keyboard.press("ArrowRight");
  const region = page.getByRole("region", { name: "Times by class" });
  await expect.poll(() => region.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
});

for (const address of ["/patterns", "/patterns?family=change-and-rollout&role=amplifier"]) {
  for (const width of [320, 390, 768, 1440]) {
    test(`nothing of ${address} sticks out at ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(address);
      await openAll(page);
      expect(await overflowOf(page)).toEqual({ pixels: 0, widest: "" });
    });
  }
}

// Looked at with the tables closed, the page is among those of each kind.
test("axe finds nothing on the patterns of a family with all opened", async ({ page }) => {
  // It looks at several thousand elements.
  test.slow();
  await page.goto("/patterns?family=change-and-rollout&role=amplifier");
  await openAll(page);
  await expectNoBarrierInEitherTheme(page);
});

function table(page: Page, label: string): Locator {
  return page.getByRole("region", { name: label }).getByRole("table");
}

async function open(page: Page, summary: string): Promise<void> {
  const details = page.locator("details", { has: page.locator("summary", { hasText: summary }) });
  if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
}

async function openAll(page: Page): Promise<void> {
  await page.locator("details").evaluateAll((all) => {
    for (const one of all) one.setAttribute("open", "");
  });
}

async function found(page: Page): Promise<number> {
  const [, count = ""] = /([\d,]+) incidents?/.exec(await page.getByRole("main").innerText()) ?? [];
  return Number(count.replaceAll(",", ""));
}

async function figureIn(cell: Locator): Promise<number> {
  return Number.parseInt(await cell.innerText(), 10);
}

async function figuresIn(cells: Locator): Promise<number[]> {
  return (await cells.allInnerTexts()).map((text) => Number.parseInt(text, 10));
}
