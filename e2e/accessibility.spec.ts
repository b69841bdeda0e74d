import { AxeBuilder } from "@axe-core/playwright";

import type { Page } from "@playwright/test";

import { pagesOfEachKind, refusals } from "./support/kinds";
import { expect, test } from "./support/test";

test.describe.configure({ mode: "parallel" });

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

for (const [kind, address] of Object.entries({ ...pagesOfEachKind, ...refusals })) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing on ${kind}, ${colorScheme}`, async ({ readingOn: page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto(address);
      await expectNoBarrier(page);
    });
  }
}

for (const kind of [
  "an incident",
  "the list of incidents",
  "a search by factor and words",
  "a failure class",
]) {
  test(`axe finds nothing on ${kind} on a telephone, with all opened that can be`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(pagesOfEachKind[kind] ?? "");
    await page.locator("details").evaluateAll((all) => {
      for (const one of all) one.setAttribute("open", "");
    });
    await expectNoBarrier(page);
  });
}

test("axe finds nothing on an incident while a term is explained", async ({ page }) => {
  await page.goto(pagesOfEachKind["an incident with many claims"] ?? "");
  await page.locator("a.term").first().focus();
  await expect(page.getByRole("tooltip")).toBeVisible();
  await expectNoBarrier(page);
});

async function expectNoBarrier(page: Page) {
  const { violations, passes } = await new AxeBuilder({ page }).withTags(rules).analyze();
  expect(passes.length, "rules that were tried").toBeGreaterThan(10);
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
  expect(found).toEqual([]);
}
