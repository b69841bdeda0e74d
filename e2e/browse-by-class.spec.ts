import { classesOf } from "./support/library";
import { expect, test } from "./support/test";

test("the map shows all 86 classes in 11 families, and how many incidents each has", async ({
  page,
  library,
}) => {
  await page.goto("/classes");
  const links = page.getByRole("main").locator("a[href^='/classes/']");
  const shown = new Set(
    await links.evaluateAll((all) => all.map((link) => link.getAttribute("href"))),
  );
  expect(classesOf(library)).toHaveLength(86);
  expect(classesOf(library).filter(({ slug }) => !shown.has(`/classes/${slug}`))).toEqual([]);
  expect(library.families).toHaveLength(11);
  for (const { name } of library.families) await expect(page.getByRole("main")).toContainText(name);
  const incidents = library.incidents.filter(({ document }) =>
    document.record.factors.some((factor) => factor.classes.includes("staged-rollout-gap")),
  );
  await expect(page.locator("main a[href='/classes/staged-rollout-gap']").first()).toContainText(
    String(incidents.length),
  );
});

test("the map can be read by one role, and says so in its address", async ({ page, library }) => {
  await page.goto("/classes");
  await page
    .getByRole("main")
    .getByRole("link", { name: /Amplifier/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/classes\?role=amplifier$/);
  const incidents = library.incidents.filter(({ document }) =>
    document.record.factors.some(
      (factor) => factor.role === "amplifier" && factor.classes.includes("staged-rollout-gap"),
    ),
  );
  await expect(page.locator("main a[href^='/classes/staged-rollout-gap']").first()).toContainText(
    String(incidents.length),
  );
});

test("a class leads on to its neighbours, its incidents and what it occurs with", async ({
  page,
}) => {
  await page.goto("/classes");
  await page
    .getByRole("main")
    .getByRole("link", { name: /Staged-rollout gap/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Staged-rollout gap" })).toBeVisible();
  await expect(
    page.getByText(
      "A change reached everyone before a smaller group could have shown that it was harmful.",
    ),
  ).toBeVisible();
  await page
    .getByRole("link", { name: "The file was offered to every online host at the same time." })
    .click();
  await expect(page).toHaveURL(/\/incidents\/crowdstrike-2024-07-channel-file-291#factor-/);
  await page.goBack();
  await page.getByRole("main").getByRole("link", { name: "Canary blindness" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Canary blindness" })).toBeVisible();
});

test("a class and its role lead to the list of the incidents", async ({ page }) => {
  await page.goto("/classes/staged-rollout-gap");
  await page
    .getByRole("link", { name: /Amplifier/ })
    .first()
    .click();
  await expect(page).toHaveURL(
    /class=staged-rollout-gap.*role=amplifier|role=amplifier.*class=staged-rollout-gap|\/classes\/staged-rollout-gap#/,
  );
});

test("every organisation, product, sector and pattern leads back to its incidents", async ({
  page,
}) => {
  for (const [list, name, address] of [
    ["/organizations", "Cloudflare", "/organizations/cloudflare"],
    ["/products", "Workers KV", "/products/workers-kv"],
    ["/patterns", "Half-dead is worse than dead", "/patterns/half-dead"],
    ["/reading", "436", "/reading/sre-weekly-436"],
    ["/glossary", "Rollback", "/glossary/rollback"],
  ] as const) {
    await page.goto(list);
    await page
      .getByRole("main")
      .getByRole("link", { name, exact: list !== "/reading" })
      .first()
      .click();
    await expect(page).toHaveURL(new RegExp(`${address}$`));
    expect(await page.locator("main a[href^='/incidents/']").count(), address).toBeGreaterThan(0);
  }
});
