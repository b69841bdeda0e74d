import { AxeBuilder } from "@axe-core/playwright";

import type { Page } from "@playwright/test";

import { expect } from "./test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Nothing in what lies over a page hinders anyone, the page has its landmarks still, and nothing
 * makes it wider than the window. What is covered by it cannot be seen, so its looks do not count.
 */
export async function expectNoBarrierIn(page: Page, over: string): Promise<void> {
  const above = new AxeBuilder({ page }).withTags(rules).include(over).analyze();
  const covered = ["color-contrast", "target-size"];
  expect(barriersOf(await above)).toEqual([]);
  const all = new AxeBuilder({ page }).withTags(rules).disableRules(covered).analyze();
  expect(barriersOf(await all)).toEqual([]);
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(beyond, "pixels beyond the window").toBeLessThanOrEqual(0);
}

type Results = Awaited<ReturnType<AxeBuilder["analyze"]>>;

function barriersOf({ violations }: Results): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}
