import { incidents } from "./support/kinds";
import { expect, test } from "./support/test";

const incident = `/incidents/${incidents.botManagement}`;

test("from the front page one gets to an incident, and from it to those like it", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Has this happened before?");
  const today = page.getByRole("region", { name: "An incident to read today" });
  await today
    .or(page.getByRole("main"))
    .first()
    .getByRole("heading", { level: 3 })
    .first()
    .getByRole("link")
    .click();
  await expect(page).toHaveURL(/\/incidents\/[a-z0-9-]+$/);
  const first = page.url();
  await page
    .getByRole("complementary", { name: "Similar incidents" })
    .getByRole("link")
    .first()
    .click();
  await expect(page).toHaveURL(/\/incidents\/[a-z0-9-]+$/);
  expect(page.url()).not.toBe(first);
});

test("a factor in the chain leads to how it worked, and its class to others like it", async ({
  page,
}) => {
  await page.goto(incident);
  await page
    .getByRole("link", { name: "A query for column names began to return each name twice." })
    .first()
    .click();
  await expect(page).toHaveURL(/#factor-query-for-column-names-began$/);
  const factor = page.locator("#factor-query-for-column-names-began");
  await expect(factor).toBeInViewport();
  await expect(factor).toContainText("The generator asked the database for the columns of a table");
  await factor.getByRole("link", { name: "Interface contract mismatch" }).click();
  await expect(page).toHaveURL(/\/classes\/interface-contract-mismatch$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Interface contract mismatch");
});

test("roles are told by word and glyph, not by colour alone", async ({ page }) => {
  await page.goto(incident);
  for (const role of [
    "Preconditions",
    "Trigger",
    "Amplifiers",
    "Detection",
    "Recovery",
    "Safeguard",
  ]) {
    const heading = page.getByRole("heading", { level: 3, name: new RegExp(role) });
    await expect(heading).toBeVisible();
    await expect(heading.locator("svg")).toHaveCount(1);
  }
});

test("a citation leads to its source, which says what it is and how far it was read", async ({
  page,
}) => {
  await page.goto(incident);
  await page.locator("#factor-query-for-column-names-began sup a").first().click();
  await expect(page).toHaveURL(/#source-cf-post$/);
  const source = page.locator("#source-cf-post");
  await expect(source).toBeInViewport();
  await expect(source).toContainText(/read whole/);
  await expect(
    source.getByRole("link", { name: "Cloudflare outage on November 18, 2025" }),
  ).toHaveAttribute("href", "https://blog.cloudflare.com/18-november-2025-outage/");
  await source.getByRole("link", { name: "Who cites it" }).click();
  await expect(page).toHaveURL(/\/sources\/cloudflare-96310645$/);
});

test("the timeline says when, in UTC, in the order of the record, and each entry has its address", async ({
  page,
  library,
}) => {
  const record = library.incidents.find(({ slug }) => slug === incidents.botManagement)?.document
    .record;
  await page.goto(incident);
  const entries = await page
    .locator("ol.timeline > li")
    .evaluateAll((all) => all.map(({ id }) => id));
  expect(entries).toEqual(record?.timeline.map(({ id }) => `event-${id}`));
  await page.locator("#event-network-begins-to-fail").getByRole("link", { name: /11:20/ }).click();
  await expect(page).toHaveURL(/#event-network-begins-to-fail$/);
  await expect(page.locator("#event-network-begins-to-fail time")).toHaveAttribute(
    "datetime",
    "2025-11-18T11:20Z",
  );
});

test("how long it took is said as it follows from the record", async ({ page }) => {
  await page.goto(incident);
  const facts = page.getByRole("complementary", { name: "Facts" });
  await expect(facts).toContainText(/to detect\s*11 min/);
  await expect(facts).toContainText(/to mitigate\s*3 h 10 min/);
  await expect(facts).toContainText(/to resolve\s*5 h 46 min/);
});

test("when it was recorded and changed stands apart from when it happened", async ({ page }) => {
  await page.goto(incident);
  await expect(page.getByText(/Recorded .*2026.* last changed/)).toBeVisible();
  await page.getByRole("link", { name: "revision 1" }).click();
  await expect(page).toHaveURL(new RegExp(`${incident}/history`));
});

test("what links to an incident is shown on it", async ({ page }) => {
  await page.goto("/incidents/visa-2018-06-switch");
  const more = page.getByRole("complementary", { name: "More about this incident" });
  await more.getByRole("link", { name: "Half-dead is worse than dead" }).click();
  await expect(page).toHaveURL(/\/patterns\/half-dead$/);
});

test("the contents lead to the sections and say where one is", async ({ page }) => {
  await page.goto(incident);
  const contents = page.getByRole("navigation", { name: "On this page" });
  const sources = contents.getByRole("link", { name: /Sources/ });
  await sources.click();
  await expect(page.getByRole("heading", { name: "Sources", exact: true })).toBeInViewport();
  await expect(sources).toHaveAttribute("aria-current", "true");
});

test("a term is marked once on a page, where it comes first", async ({ page }) => {
  await page.goto(`/incidents/${incidents.channelFile}`);
  const terms = await page
    .locator("main a.term")
    .evaluateAll((all) => all.map((term) => term.getAttribute("href")));
  expect(terms.length).toBeGreaterThan(2);
  expect(new Set(terms).size).toBe(terms.length);
});
