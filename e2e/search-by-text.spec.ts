import type { Page } from "@playwright/test";

import { expectNoBarrierInEitherTheme } from "./support/barriers";
import { overflowOf } from "./support/browser-facts";
import { expect, test } from "./support/test";

const alert = `[P1] 09:14 UTC fleet alert: 4,312 Windows hosts offline after the sensor content update was
pushed to every region at once. Hosts show BSOD and boot loop. No canary; the validator only looked at
the schema. Someone must go to each machine by hand.`;

const section = (page: Page, name: string) => page.getByRole("region", { name });
const ask = (page: Page) => page.getByRole("button", { name: "Has this happened before?" });

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an alert is pasted, and reminds of classes and incidents, with the words that say so", async ({
    page,
  }) => {
    await page.goto("/search");
    await page.getByRole("link", { name: "paste it" }).click();
    await expect(page.getByText("neither keeps it nor sends it anywhere")).toBeVisible();
    await page.getByLabel("Your text").fill(alert);
    await ask(page).click();

    await expect(page).toHaveURL(/\/search\/by-text$/);
    await expect(page.getByLabel("Your text")).toHaveValue(alert);
    const classes = section(page, "Failure classes it sounds like").getByRole("listitem");
    const rollout = classes.filter({ hasText: "Staged-rollout gap" });
    await expect(rollout.locator("mark").filter({ hasText: /^canary$/ })).toBeVisible();
    const incidents = section(page, "Incidents it resembles").getByRole("article");
    await expect(incidents.first().getByRole("heading")).toContainText("8.5 million Windows");
    await expect(incidents.first()).toContainText(/Has .*Staged-rollout gap/);
    const typed = alert.toLowerCase();
    for (const word of await page.locator("main mark").allInnerTexts()) {
      expect(typed).toContain(word);
    }
    await rollout.getByRole("link", { name: "its incidents" }).click();
    await expect(page).toHaveURL(/\/search\?class=staged-rollout-gap$/);
  });

  test("a text like nothing here says so, and leads on", async ({ page }) => {
    await page.goto("/search/by-text");
    await page.getByLabel("Your text").fill("hello there");
    await ask(page).click();
    await expect(page.getByRole("heading", { name: "Nothing here resembles it." })).toBeVisible();
    await page.getByRole("link", { name: "the map of failure classes" }).click();
    await expect(page).toHaveURL(/\/classes$/);
  });
});

test("nothing of a pasted text stands in the address, in cookies or on the page opened anew", async ({
  page,
  context,
}) => {
  const secret = "xylophonic-canary certificate expired";
  await page.goto("/search/by-text");
  await page.getByLabel("Your text").fill(secret);
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await ask(page).click();
  expect((await answer).headers()["cache-control"]).toBe("private, no-cache");
  await expect(page.getByLabel("Your text")).toHaveValue(secret);
  expect(page.url()).not.toContain("xylophonic");
  expect(await context.cookies()).toEqual([]);
  await page.goto("/search/by-text");
  await expect(page.getByLabel("Your text")).toHaveValue("");
});

test("hostile text is text", async ({ page }) => {
  await page.goto("/search/by-text");
  const hostile = `</textarea><script>document.title="taken"</script> certificate ' OR 1=1 -- (((a+)+)+)$ \\0`;
  await page.getByLabel("Your text").fill(hostile);
  await ask(page).click();
  await expect(page.getByLabel("Your text")).toHaveValue(hostile);
  await expect(page).toHaveTitle(/^Search by text/);
  await expect(section(page, "Incidents it resembles").getByRole("article").first()).toBeVisible();
});

test("what a text reminds of fits every width and hinders nobody", async ({ page }) => {
  await page.goto("/search/by-text");
  await page.getByLabel("Your text").fill(alert);
  await ask(page).press("Enter");
  await expect(section(page, "Incidents it resembles")).toBeVisible();
  for (const width of [320, 390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await overflowOf(page), `${width} px wide`).toEqual({ pixels: 0, widest: "" });
  }
  await expectNoBarrierInEitherTheme(page);
});

test("one comes back to the result from an incident", async ({ page }) => {
  await page.goto("/search/by-text");
  await page.getByLabel("Your text").fill(alert);
  await ask(page).press("Enter");
  await section(page, "Incidents it resembles")
    .getByRole("heading")
    .getByRole("link")
    .first()
    .click();
  await expect(page).toHaveURL(/\/incidents\//);
  await page.goBack();
  await expect(section(page, "Incidents it resembles")).toBeVisible();
  await expect(page.getByLabel("Your text")).toHaveValue(alert);
});

test("a text that is too long is read from its beginning, and the page says so", async ({
  page,
}) => {
  await page.goto("/search/by-text");
  await page.getByLabel("Your text").fill(`${alert}\n${"lorem ipsum ".repeat(2_000)}`);
  await ask(page).press("Enter");
  await expect(page.getByText(/^Of 2\d,\d{3} characters the first 20,000 were read/)).toBeVisible();
  await expect(section(page, "Incidents it resembles")).toBeVisible();
});
