import { AxeBuilder } from "@axe-core/playwright";

import type { Page } from "@playwright/test";

import { expect } from "./test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules that look at colours, which are all that differs between the themes. */
const colourRules = ["color-contrast", "link-in-text-block"];

/**
 * Axe for a page. Ours have no frames in them, so it need not carry what it finds to another page to
 * join it there, and of what passes it tells rule by rule: in half the time it finds the same.
 */
function axe(page: Page): AxeBuilder {
  expect(page.frames(), "the page is one frame").toHaveLength(1);
  return new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
}

/** Nothing on a page hinders anyone, as it stands. */
export async function expectNoBarrier(page: Page): Promise<void> {
  const results = await axe(page).withTags(rules).analyze();
  expect(results.passes.length, "rules that were tried").toBeGreaterThan(10);
  expect(barriersOf(results)).toEqual([]);
}

/** Nothing on a page hinders anyone in the light theme, and its colours do not in the dark one. */
export async function expectNoBarrierInEitherTheme(page: Page): Promise<void> {
  // Colours that change bit by bit would be judged on the way.
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await expectNoBarrier(page);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const results = await axe(page).withRules(colourRules).analyze();
  expect(results.passes.length, "rules that were tried").toBeGreaterThan(0);
  expect(barriersOf(results), "in the dark theme").toEqual([]);
}

/**
 * Nothing in what lies over a page hinders anyone, the page has its landmarks still, and nothing
 * makes it wider than the window. What is covered by it cannot be seen, so its looks do not count.
 */
export async function expectNoBarrierIn(page: Page, over: string): Promise<void> {
  const above = axe(page).withTags(rules).include(over).analyze();
  const covered = ["color-contrast", "target-size"];
  expect(barriersOf(await above)).toEqual([]);
  const all = axe(page).withTags(rules).disableRules(covered).analyze();
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
