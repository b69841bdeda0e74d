import { expectNoBarrier, expectNoBarrierInEitherTheme } from "./support/barriers";
import { pagesOfEachKind, refusals } from "./support/kinds";
import { expect, test } from "./support/test";

test.describe.configure({ mode: "parallel" });

for (const [kind, address] of Object.entries({ ...pagesOfEachKind, ...refusals })) {
  test(`axe finds nothing on ${kind}, light and dark`, async ({ readingOn: page }) => {
    await page.goto(address);
    await expectNoBarrierInEitherTheme(page);
  });
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
