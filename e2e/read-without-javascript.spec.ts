import type { Page } from "@playwright/test";

import { incidents } from "./support/kinds";
import { expect, test } from "./support/test";

test.use({ javaScriptEnabled: false });

test("one finds an incident by words, narrows the list, and opens it", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("searchbox").first().fill("certificate expired");
  await page.getByRole("searchbox").first().press("Enter");
  await expect(page).toHaveURL(/\/search\?q=certificate(\+|%20)expired/);
  const before = await countOf(page);
  expect(before).toBeGreaterThan(1);
  await page.getByRole("heading", { name: "Sector" }).click();
  await page.getByRole("link", { name: /^Telecommunications/ }).click();
  await expect(page).toHaveURL(/q=certificate.*sector=telecom|sector=telecom.*q=certificate/);
  expect(await countOf(page)).toBeLessThan(before);
  const found = page.getByRole("region", { name: "Incidents found" });
  await found.getByRole("heading").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/incidents\/[a-z0-9-]+$/);
  await expect(page.getByRole("heading", { name: "Timeline" })).toBeVisible();
});

test("one goes through the list page by page, and orders it", async ({ page }) => {
  await page.goto("/incidents");
  const titles = () =>
    page.getByRole("region", { name: "Incidents found" }).getByRole("heading").allInnerTexts();
  const first = await titles();
  expect(first).toHaveLength(20);
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/page=2/);
  const second = await titles();
  expect(second).toHaveLength(20);
  expect(second.filter((title) => first.includes(title))).toEqual([]);
  await page.goto("/incidents");
  await page.getByRole("link", { name: "Severity" }).click();
  await expect(page).toHaveURL(/sort=severity/);
});

test("one takes a filter away again", async ({ page }) => {
  await page.goto("/incidents?class=cascading-failure&severity=critical");
  const both = await countOf(page);
  await page.getByRole("link", { name: /Remove .*critical/i }).click();
  await expect(page).toHaveURL(/\/incidents\?class=cascading-failure$/);
  expect(await countOf(page)).toBeGreaterThan(both);
});

test("one reads an incident whole, with its times, sources and history", async ({ page }) => {
  await page.goto(`/incidents/${incidents.botManagement}`);
  for (const name of ["Timeline", "Impact", "Lessons", "Sources", "What changed"]) {
    await expect(page.getByRole("heading", { name: new RegExp(name) }).first()).toBeVisible();
  }
  await expect(
    page
      .getByText("A machine-learning model whose inputs", { exact: false })
      .or(page.getByText("feature file, regenerated every few minutes"))
      .first(),
  ).toBeVisible();
  await expect(page.locator("#event-network-begins-to-fail")).toContainText("11:20");
  await page.getByRole("link", { name: /revision 1/ }).click();
  await expect(page).toHaveURL(/\/history/);
  await page.getByRole("main").getByRole("link", { name: /1/ }).first().click();
  await expect(page).toHaveURL(/\/history\/1/);
  await expect(page.getByRole("main")).toContainText(
    "A query for column names began to return each name twice.",
  );
});

test("a term leads to the glossary", async ({ page }) => {
  await page.goto(`/incidents/${incidents.channelFile}`);
  const term = page.locator("main a.term").first();
  await term.click();
  await expect(page).toHaveURL(/\/glossary\//);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("nothing is offered that needs a script", async ({ page }) => {
  await page.goto(`/incidents/${incidents.botManagement}`);
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByRole("button", { name: /time zone/ })).toBeHidden();
  await expect(page.getByRole("combobox", { name: "Appearance" })).toBeHidden();
  await page.getByText("Cite", { exact: true }).click();
  await expect(page.getByText("@misc")).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy" })).toHaveCount(0);
});

async function countOf(page: Page): Promise<number> {
  const found = page.getByRole("region", { name: "Incidents found" });
  const words = await found.getByText(/^\d+ incidents?( in all)?$/).innerText();
  return Number.parseInt(words, 10);
}
