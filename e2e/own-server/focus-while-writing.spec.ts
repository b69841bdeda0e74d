import type { Page } from "@playwright/test";

import { paths } from "#app/paths";

import { focused, tabTo } from "../support/keyboard";
import { crowded } from "./crowded-review";
import { begin } from "./authored";
import { expect, test } from "./people";
import { browserOf, saved, stored, unwatched } from "./writing";

test.setTimeout(120_000);

/** What has the focus; the page itself is nowhere. */
async function expectFocus(page: Page, name: string | RegExp): Promise<void> {
  await expect.poll(() => focused(page)).toMatch(name);
}

test("who begins to write as the editor comes goes on in it", async ({ browser, own, writers }) => {
  const { ben } = writers;
  // With a title, so that nothing has the focus at first.
  const titled = { record: { title: "A flush" }, story: "## Background\n" };
  const slug = await begin(ben, titled, "full-review");
  const context = await browserOf(browser, own.url, ben);
  const page = await context.newPage();
  // As early as it can be: the field gets the focus before anything else happens on the page.
  await page.addInitScript(() => {
    new MutationObserver((changes, observer) => {
      const come = changes.flatMap(({ addedNodes }) => [...addedNodes]);
      const elements = come.filter((one) => one instanceof Element);
      const around = elements.find((one) => one.matches(".cm-editor"))?.closest(".ed-markdown");
      const field = around?.querySelector("textarea") ?? around?.querySelector(".cm-content");
      if (!(field instanceof HTMLElement) || !field.isConnected) return;
      observer.disconnect();
      field.focus();
      // Between losing the focus and getting it back, what is typed would go nowhere.
      const lost = () => document.documentElement.setAttribute("data-lost", "");
      document.addEventListener("focusout", lost);
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(paths.review(slug));
  await saved(page);
  await expect(page.locator(".cm-content").first()).toBeVisible();
  await page.keyboard.type("Words");
  await expect(page.locator(".cm-content:focus")).toHaveText("Words");
  await expect(page.locator("html")).not.toHaveAttribute("data-lost");
  await context.close();
});

test("the focus is never lost in the editor", async ({ browser, own, writers }) => {
  const { ann, ben } = writers;
  const slug = await crowded(ben);
  const context = await browserOf(browser, own.url, ben, [422]);
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
    ["factor", "Statement"],
    ["safeguard", "Statement"],
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
  await unwatched(page);
  const { version, document } = await stored(ben, slug);
  const record = { ...document.record, title: "What Ann calls it", severity: "critical" };
  await ann.asks.put(paths.apiReview(slug), {
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
  own,
  writers,
}) => {
  const { ben } = writers;
  const slug = await begin(ben, null, "full-review");
  const context = await browserOf(browser, own.url, ben);
  const page = await context.newPage();
  await page.goto(paths.review(slug));
  await saved(page);
  await expect(page.locator(".cm-content").first()).toBeVisible();
  const { keyboard } = page;
  await expectFocus(page, "Title");
  await tabTo(page, "Skip to content", "Shift+Tab");
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

  // Marks come and go by their keys; a list goes on, and ends at an empty item.
  await keyboard.press("ControlOrMeta+a");
  await keyboard.press("Delete");
  await keyboard.press("ControlOrMeta+b");
  await keyboard.type("Soon");
  await keyboard.press("ControlOrMeta+b");
  await keyboard.type(" and ");
  await keyboard.press("ControlOrMeta+i");
  await keyboard.type("late");
  await keyboard.press("ControlOrMeta+i");
  await keyboard.type(":");
  for (const typed of ["\n- one", "\ntwo", "\n", "\nAfter that."]) {
    if (typed.startsWith("\n")) await keyboard.press("Enter");
    await keyboard.type(typed.trim());
  }
  const lines = page.locator(".cm-content[aria-label=Response] .cm-line");
  const list = ["**Soon** and _late_:", "- one", "- two", "", "After that."];
  await expect(lines).toHaveText(list);
  await page.getByRole("button", { name: "Write Response as plain text" }).click();
  await response.press("ControlOrMeta+End");
  for (let back = 0; back < 3; back += 1) await keyboard.press("ArrowLeft");
  await keyboard.press("ControlOrMeta+b");
  await keyboard.press("End");
  for (const typed of ["> quoted", "also", "", ""]) {
    await keyboard.press("Enter");
    await keyboard.type(typed);
  }
  await keyboard.type("End.");
  await expect(response).toHaveValue(
    [...list.slice(0, 4), "After **that**.", "> quoted", "> also", "", "End."].join("\n"),
  );
  await page.getByRole("button", { name: "Write Response as plain text" }).click();

  // To the end of the page and back, without being caught anywhere.
  await tabTo(page, "Add a section");
  await tabTo(page, "Put into the bin");
  await tabTo(page, "Undo", "Shift+Tab");
  await context.close();
});

test("whoever begins a review is at its title", async ({ browser, own, writers }) => {
  const context = await browserOf(browser, own.url, writers.ben);
  const page = await context.newPage();
  await page.goto(paths.write());
  await page.getByRole("button", { name: "Begin: Full review" }).press("Enter");
  await expect(page.getByRole("textbox", { name: "Title" }).first()).toBeFocused();
  await page.keyboard.type("A flush too many");
  // A time of day is of the day that stands above it.
  const timeOf = (name: string) => page.getByRole("textbox", { name, exact: true });
  await timeOf("Harm began").fill("2026-11-21 14:05Z");
  await timeOf("Noticed").fill("14:17");
  await expect(page.getByText("No time zone is stated")).toBeVisible();
  // What is typed passes through other zones: one holds once it was finished.
  const zone = page.getByRole("combobox", { name: "Times without a zone are in" });
  await zone.pressSequentially("UTC-ish");
  await expect(page.getByText("not a zone that is known here")).toBeVisible();
  await zone.fill("");
  await zone.pressSequentially("UTC");
  await expect(page.getByText("Enter takes it.")).toBeVisible();
  await zone.press("Enter");
  await zone.press("Tab");
  await expect(timeOf("Noticed")).toHaveValue("2026-11-21 14:17Z");
  await expect(page.getByText("2026-11-21 14:17Z")).toBeVisible();
  // Where there is no source to cite, one is begun, and nothing is said of it that nobody said.
  const background = page.locator(".cm-content[aria-label=Background]");
  await background.click();
  await page.keyboard.type("It says so [^");
  await expect(page.getByRole("option", { name: "Add a source there are none yet" })).toBeVisible();
  await page.waitForTimeout(150);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("group", { name: "Source 1" }).getByLabel("Title")).toBeFocused();
  await page.keyboard.type("Graph of the cache");
  await expect(background).toHaveText("It says so ");
  await page.getByRole("textbox", { name: "Title" }).first().focus();
  await saved(page);
  const slug = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const { record } = (await stored(writers.ben, slug)).document;
  expect(record.sources).toEqual([{ id: expect.any(String), title: "Graph of the cache" }]);
  // Whoever comes back reads from the top.
  await page.reload();
  await saved(page);
  await expect(page.locator(".cm-content").first()).toBeVisible();
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await context.close();
});
