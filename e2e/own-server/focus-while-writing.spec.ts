import type { Page } from "@playwright/test";

import { paths } from "#app/paths";

import { focused, tabTo } from "../support/keyboard";
import { crowded } from "./crowded-review";
import { begin, browserOf, expect, saved, stored, test } from "./writing-site";

test.setTimeout(120_000);

/** What has the focus; the page itself is nowhere. */
async function expectFocus(page: Page, name: string | RegExp): Promise<void> {
  await expect.poll(() => focused(page)).toMatch(name);
}

test("the focus is never lost in the editor", async ({ browser, writing }) => {
  const { url, ada, ben } = writing;
  const slug = await crowded(ben);
  const context = await browserOf(browser, url, ben, [422]);
  const page = await context.newPage();
  await page.goto(paths.review(slug));
  await saved(page);
  const { keyboard } = page;
  const use = async (name: string | RegExp) => {
    await page.getByRole("button", { name, exact: true }).first().focus();
    await keyboard.press("Enter");
  };

  // Rows come, move and go.
  for (const [noun, first] of [
    ["row", "What"],
    ["entry", "Time"],
    ["factor", "Role"],
    ["safeguard", "Role"],
    ["lesson", /^Lesson/],
    ["action", "What will be done"],
    ["question", "Question"],
    ["source", "Title"],
    ["change", "What was changed"],
    ["claim", "What is claimed"],
  ] as const) {
    await use(new RegExp(`^Add an? ${noun}$`));
    await expectFocus(page, first);
    const removing = page.getByRole("button", { name: new RegExp(`^Remove ${noun} \\d+$`, "i") });
    const count = await removing.count();
    await removing.last().focus();
    await keyboard.press("Enter");
    await expect(removing).toHaveCount(count - 1);
    await expectFocus(page, new RegExp(`^(Add an? ${noun}|${String(first).replaceAll("/", "")})`));
    while ((await removing.count()) > 0) {
      await removing.first().focus();
      await keyboard.press("Enter");
      await expectFocus(page, /./);
    }
    await expectFocus(page, new RegExp(`^Add an? ${noun}$`));
    for (let back = 0; back < count; back += 1) await keyboard.press("ControlOrMeta+z");
    await expectFocus(page, /./);
  }
  const statement = page.getByRole("group", { name: "Factor 1" }).getByLabel("Statement");
  await statement.focus();
  await keyboard.press("Alt+ArrowDown");
  await expect(page.getByRole("group", { name: "Factor 2" }).getByLabel("Statement")).toBeFocused();
  await use("Move Factor 2 up");
  await expectFocus(page, "Move Factor 1 up");
  const impact = page.getByRole("group", { name: "Row 1" }).getByLabel("What", { exact: true });
  await impact.focus();
  await keyboard.press("Alt+ArrowDown");
  const below = page.getByRole("group", { name: "Row 2" }).getByLabel("What", { exact: true });
  await expect(below).toBeFocused();
  await expect(below).toHaveValue("Checkouts that failed");

  // What folds, opens or is answered.
  await use("More of Source 1");
  await expectFocus(page, "Publisher");
  await use(/^Take out/);
  await expectFocus(page, /./);
  await use(/^Leave it …/);
  await expectFocus(page, /^Because/);
  await keyboard.press("Escape");
  await expectFocus(page, /^Leave it …/);
  await keyboard.press("Enter");
  await keyboard.type("It is quoted.");
  await keyboard.press("Enter");
  await expectFocus(page, /./);
  await use("Add a position on Claim 1");
  await expectFocus(page, "Source");
  await use("Remove position 3 of Claim 1");
  await expectFocus(page, /./);
  await use("Undo");
  await expectFocus(page, /./);
  await use("Ask for approval");
  await page.getByRole("button", { name: "Close" }).focus();
  await keyboard.press("Enter");
  await expectFocus(page, /Ask for approval/);

  // Another author's text comes in, and is chosen from.
  await saved(page);
  const { version, document } = await stored(ben, slug);
  const record = { ...document.record, title: "What Ada calls it", severity: "critical" };
  await ada.api.put(paths.apiReview(slug), {
    data: { version, document: { ...document, record } },
  });
  await page.getByLabel("Severity").selectOption("minor");
  await page.getByRole("textbox", { name: "Title" }).first().fill("What Ben calls it");
  await expect(page.locator(".ed-conflict")).toHaveCount(2);
  await expectFocus(page, "Title");
  for (const left of [1, 0]) {
    await page.locator(".ed-conflict").last().getByRole("button").first().focus();
    await keyboard.press("Enter");
    await expect(page.locator(".ed-conflict")).toHaveCount(left);
    await expectFocus(page, /./);
  }
  await use("All right");
  await expectFocus(page, /./);
  await context.close();
});

test("everything in the editor is reached without a mouse, and left again", async ({
  browser,
  writing,
}) => {
  const { url, ben } = writing;
  const slug = await begin(ben, "full-review");
  const context = await browserOf(browser, url, ben);
  const page = await context.newPage();
  await page.goto(paths.review(slug));
  await saved(page);
  await expect(page.locator(".cm-content").first()).toBeVisible();
  const { keyboard } = page;
  await keyboard.press("Tab");
  await expectFocus(page, "Skip to content");
  await tabTo(page, "As text");
  await tabTo(page, /^Response/);
  await keyboard.press("Enter");
  await expect(page).toHaveURL(/#story-\d+$/);

  // A toolbar is one stop: arrows go from one tool to the next.
  await tabTo(page, "Bold in Response");
  await keyboard.press("ArrowRight");
  await expectFocus(page, "Italic in Response");
  await keyboard.press("End");
  await expectFocus(page, "Write Response as plain text");
  await keyboard.press("ArrowRight");
  await expectFocus(page, "Bold in Response");
  await keyboard.press("Tab");
  const response = page.getByRole("textbox", { name: "Response" });
  await expect(response).toBeFocused();

  // The slash menu opens, is walked through, closed and used.
  await keyboard.type("/");
  await expect(page.getByRole("option", { name: "Heading" })).toBeVisible();
  await keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toBeHidden();
  await expect(response).toBeFocused();
  await keyboard.press("Backspace");
  await keyboard.type("/ta");
  await expect(page.getByRole("option", { name: "Table" })).toBeVisible();
  await page.waitForTimeout(150);
  await keyboard.press("Enter");
  await expect(response).toContainText("| What | How much |");
  await keyboard.press("Tab");
  await expect(response).not.toBeFocused();
  await keyboard.press("Shift+Tab");
  await expect(response).toBeFocused();

  // To the end of the page and back, without being caught anywhere.
  await tabTo(page, "Add a section");
  await tabTo(page, "Put into the bin");
  await tabTo(page, "Undo", "Shift+Tab");
  await context.close();
});
