import type { Page } from "@playwright/test";

import { expectNoBarrierIn } from "./support/barriers";
import { incidents } from "./support/kinds";
import { expect, test } from "./support/test";

const palette = (page: Page) => page.getByRole("dialog", { name: "Go anywhere" });
const choices = (page: Page) => palette(page).getByRole("option");
const chosen = (page: Page) => palette(page).getByRole("option", { selected: true });

/** Opens the palette, whose script may be on its way when the keys are pressed. */
async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(palette(page)).toBeVisible();
}

test("leads to pages from anywhere, and Escape brings one back", async ({ page }) => {
  await page.goto(`/incidents/${incidents.botManagement}`);
  const link = page.getByRole("main").getByRole("link").nth(5);
  await link.focus();
  await openPalette(page);
  const input = palette(page).getByRole("combobox");
  await expect(input).toBeFocused();
  await expect(chosen(page)).toHaveText("Home");
  await page.keyboard.press("Escape");
  await expect(palette(page)).toBeHidden();
  await expect(link).toBeFocused();

  await openPalette(page);
  await page.keyboard.type("write");
  await expect(chosen(page)).toHaveText("Write a review");
  await input.fill("gloss");
  await expect(chosen(page)).toHaveText("Glossary");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/glossary$/);
});

test("every page that it offers is there", async ({ page, request }) => {
  await page.goto(`/incidents/${incidents.botManagement}`);
  await openPalette(page);
  const links = await choices(page).evaluateAll((all) =>
    all.flatMap((one) => one.getAttribute("href") ?? []),
  );
  expect(links.length).toBeGreaterThan(20);
  for (const href of links.filter((one) => !one.startsWith("#"))) {
    expect((await request.get(href)).status(), href).toBe(200);
  }
  for (const href of links.filter((one) => one.startsWith("#"))) {
    await expect(page.locator(href), href).toHaveCount(1);
  }
});

test("finds what can be searched by, and searches for anything else", async ({ page }) => {
  await page.goto("/search");
  await openPalette(page);
  await page.keyboard.type("bsod");
  await expect(chosen(page)).toHaveText("Search for “bsod”");
  await expect(choices(page).nth(1)).toHaveAccessibleName(/^Kernel-mode crash/);
  await expect(chosen(page)).toHaveText("Search for “bsod”");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?class=kernel-mode-crash$/);

  await openPalette(page);
  await page.keyboard.type('leap second & "day"');
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=leap\+second\+%26\+%22day%22$/);
});

test("leads to the sections of the page", async ({ page }) => {
  await page.goto(`/incidents/${incidents.botManagement}`);
  await openPalette(page);
  await page.keyboard.type("timeline");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#timeline$/);
  await expect(palette(page)).toBeHidden();
  await expect(page.locator("#timeline")).toBeInViewport();
});

test("changes the appearance, prints, copies the link and leads to the twins", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute("data-printed", "");
  });
  await page.goto(`/incidents/${incidents.botManagement}`);
  await openPalette(page);
  await page.keyboard.type("dark");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator("[data-theme-choice]")).toHaveValue("dark");

  await openPalette(page);
  await page.keyboard.type("print");
  await page.keyboard.press("Enter");
  await expect(page.locator("body[data-printed]")).toHaveCount(1);

  await openPalette(page);
  await page.keyboard.type("copy link");
  await page.keyboard.press("Enter");
  await expect(palette(page).getByText("The link is copied.").first()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  await expect(palette(page)).toBeHidden();

  await openPalette(page);
  await page.keyboard.type("json");
  await expect(choices(page).filter({ hasText: "This page as JSON" })).toHaveAttribute(
    "href",
    /\.json$/,
  );
  await page.keyboard.press("Control+k");
  await expect(palette(page)).toBeHidden();
});

test("a press beside it closes it", async ({ page }) => {
  await page.goto("/");
  await openPalette(page);
  await page.mouse.click(10, 10);
  await expect(palette(page)).toBeHidden();
});

test("single keys do nothing while one writes", async ({ page }) => {
  await page.goto("/");
  const header = page.getByRole("banner").locator("[data-search-box]");
  await header.focus();
  await page.keyboard.type("and/or");
  await expect(header).toHaveValue("and/or");
  await openPalette(page);
  await page.keyboard.type("a/b");
  await expect(palette(page).getByRole("combobox")).toHaveValue("a/b");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in the palette at 320 pixels, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`/incidents/${incidents.botManagement}`);
    await openPalette(page);
    await expectNoBarrierIn(page, ".palette");
    await page.keyboard.type("cas");
    await expect(choices(page).filter({ hasText: "Cascading" }).first()).toBeVisible();
    await expectNoBarrierIn(page, ".palette");
  });
}
