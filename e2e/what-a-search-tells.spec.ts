import { countOf } from "./support/found";
import { expect, test } from "./support/test";

test("what comes with a search leads to just as many incidents, and says what was added", async ({
  page,
}) => {
  for (const address of [
    "/search?class=staged-rollout-gap&role=amplifier",
    "/search?class=retry-storm&class=split-brain&match=any",
    "/search?org=cloudflare",
  ]) {
    await page.goto(address);
    const rows = page.getByRole("region", { name: "What usually comes with it" });
    const told = await rows.getByRole("listitem").evaluateAll((all) =>
      all.map((row) => ({
        href: row.querySelector("a")?.getAttribute("href") ?? "",
        found: /(\d+) of these/.exec(row.textContent ?? "")?.[1],
      })),
    );
    expect(told.length).toBeGreaterThan(3);
    for (const { href, found } of told) {
      await page.goto(href);
      expect(`${await countOf(page)}`, href).toBe(found);
    }
  }
  await page.goto("/search?class=staged-rollout-gap&role=amplifier");
  await page.getByRole("link", { name: "Configuration bypasses the release path" }).last().click();
  await expect(
    page.getByRole("link", { name: /with Configuration bypasses the release path as trigger/ }),
  ).toBeVisible();
});

test("in the order of duration, each says how long it lasted", async ({ page }) => {
  await page.goto("/search?class=slow-recovery&sort=duration");
  const eyebrows = page.getByRole("article").locator(".eyebrow");
  await expect(eyebrows.first()).toHaveText(/\d{4}.*\d+ (d|h|min)$/);
  await page.getByRole("link", { name: "Newest" }).click();
  await expect(eyebrows.first()).not.toHaveText(/ (d|h|min)$/);
});

test("an incident that only an alias of its class finds says so", async ({ page }) => {
  await page.goto('/search?q="looked like DDoS"');
  const article = page.getByRole("article").first();
  await expect(article).toContainText(
    /found by its class Misleading signal, also called “looked like DDoS”/,
  );
});
