import { incidents } from "./support/kinds";
import { expect, test } from "./support/test";

test("every claim of the content is listed by how it stands today", async ({ page, library }) => {
  const claims = library.incidents.flatMap(({ document }) => document.record.claims);
  await page.goto("/claims");
  for (const outcome of ["contested", "open", "confirmed", "refuted", "superseded"]) {
    const expected = claims.filter(({ standing }) => standing === outcome);
    await page.goto(`/claims?outcome=${outcome}`);
    const text = (await page.getByRole("main").innerText()).replaceAll(/\s+/g, " ");
    expect(
      expected.filter(({ statement }) => !text.includes(statement)),
      outcome,
    ).toEqual([]);
    await expect(page.locator("main a[href*='#claim-']")).toHaveCount(expected.length);
  }
});

test("a claim leads to its place in the incident, and that to the sources that weigh it", async ({
  page,
}) => {
  await page.goto("/claims?outcome=refuted");
  await page
    .getByRole("link", { name: "The outage was a very large denial-of-service attack." })
    .click();
  await expect(page).toHaveURL(/#claim-outage-was-a-very-large$/);
  const claim = page.locator("#claim-outage-was-a-very-large");
  await expect(claim).toBeInViewport();
  await expect(claim).toContainText("Refuted");
  await expect(claim).toContainText(/corrects.*Matthew Prince, Cloudflare, 18 November 2025/s);
  await claim.locator("sup a").first().click();
  await expect(page).toHaveURL(/#source-cf-post$/);
});

test("positions stand in the order of their dates", async ({ page }) => {
  await page.goto(`/incidents/${incidents.channelFile}`);
  const claims = page.locator("[id^='claim-']");
  expect(await claims.count()).toBeGreaterThan(5);
  for (const claim of await claims.all()) {
    const texts = await claim.getByRole("listitem").allInnerTexts();
    const dates = texts.flatMap((text) => /\b(\d{1,2} [A-Z][a-z]+ \d{4})\b/.exec(text)?.[1] ?? []);
    const times = dates.map((date) => Date.parse(`${date} UTC`));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  }
});

test("a source shows every incident that cites it", async ({ page }) => {
  await page.goto("/sources/cloudflare-96310645");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Cloudflare outage on November 18, 2025",
  );
  await page
    .getByRole("main")
    .getByRole("link", { name: /doubled bot-detection file/ })
    .click();
  await expect(page).toHaveURL(new RegExp(incidents.botManagement));
});
