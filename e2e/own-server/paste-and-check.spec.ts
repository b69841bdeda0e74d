import type { Locator, Page } from "@playwright/test";

import { paths } from "#app/paths";

import { begin, browserOf, expect, saved, stored, test } from "./writing-site";

/** Pastes a text into a field as a keyboard would; says whether the page took it over. */
function paste(field: Locator, text: string): Promise<boolean> {
  return field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    const init = { clipboardData, bubbles: true, cancelable: true };
    return !element.dispatchEvent(new ClipboardEvent("paste", init));
  }, text);
}

const timelineOf = (page: Page) => page.getByRole("region", { name: "Timeline" });

/** Time and text of each entry, as they stand in the fields. */
async function entriesOf(page: Page): Promise<string[][]> {
  const rows = await timelineOf(page)
    .getByRole("group", { name: /^Entry/ })
    .all();
  return Promise.all(
    rows.map(async (row) => [
      await row.getByRole("textbox", { name: "Time", exact: true }).inputValue(),
      await row.getByRole("textbox", { name: "What happened" }).inputValue(),
    ]),
  );
}

test("entries are pasted into the timeline, and what keeps a review from readers is told", async ({
  browser,
  writing: { url, ada },
}) => {
  const slug = await begin(ada, "full-review", {
    record: { started: "2026-11-14T22:00Z" },
    story: "",
  });
  const context = await browserOf(browser, url, ada);
  const page = await context.newPage();
  await page.goto(paths.review(slug));
  await saved(page);
  const timeline = timelineOf(page);

  // A table goes into the place of the entry that is still empty.
  await timeline.getByRole("button", { name: "Add an entry" }).click();
  const time = timeline.getByRole("textbox", { name: "Time", exact: true });
  const table =
    "22:05\tA flag is deployed\n22:20\tErrors rise\nsoonish\tSomebody looks\n00:10\tIt is rolled back";
  expect(await paste(time, table)).toBe(true);
  await expect(timeline.getByRole("group", { name: /^Entry/ })).toHaveCount(4);
  expect(await entriesOf(page)).toEqual([
    ["2026-11-14 22:05Z", "A flag is deployed"],
    ["2026-11-14 22:20Z", "Errors rise"],
    ["soonish", "Somebody looks"],
    ["2026-11-15 00:10Z", "It is rolled back"],
  ]);
  await expect(timeline.getByRole("status")).toContainText(
    "4 entries were added. 1 of them without a time that can be read.",
  );
  await expect(timeline.getByRole("status")).toContainText("it was read as of the next day");
  await expect(time.first()).toBeFocused();

  // What only looks like entries is words like others.
  const words = timeline.getByRole("textbox", { name: "What happened" }).last();
  await words.press("End");
  expect(await paste(words, " one at 14:05 and\nmore of 2026-11 without")).toBe(true);
  await expect(words).toHaveValue("It is rolled back one at 14:05 and\nmore of 2026-11 without");
  expect(await entriesOf(page)).toHaveLength(4);

  // A chat goes into the box, and one step takes it back.
  await timeline.getByText("Paste several entries").click();
  await timeline
    .getByLabel("A table, a list or a chat, a time in each line")
    .fill("[00:20] Jane Doe: all calm\n[00:30] Bob Ray: thanks @Jane");
  await timeline.getByRole("button", { name: "Add them to the timeline" }).click();
  await expect(timeline.getByRole("group", { name: /^Entry/ })).toHaveCount(6);
  expect((await entriesOf(page)).slice(4)).toEqual([
    ["2026-11-15 00:20Z", "person A: all calm"],
    ["2026-11-15 00:30Z", "person B: thanks person A"],
  ]);
  await page.keyboard.press("Control+z");
  await expect(timeline.getByRole("group", { name: /^Entry/ })).toHaveCount(4);
  await saved(page);
  const { document, unfinished } = await stored(ada, slug);
  expect(document.record.timeline).toMatchObject([
    { at: "2026-11-14T22:05Z" },
    { at: "2026-11-14T22:20Z" },
    { at: "" },
    { at: "2026-11-15T00:10Z" },
  ]);
  expect(Object.values(unfinished)).toEqual(["soonish"]);

  // The checklist leads to what is missing.
  await page.getByRole("textbox", { name: "Summary" }).fill("The operator was careless.");
  await expect(page.getByText("1 strong.")).toBeVisible();
  await page.getByRole("button", { name: "Ask for approval" }).click();
  const checklist = page.getByRole("region", { name: "Before readers see it" });
  await expect(checklist).toContainText("The review lacks a title.");
  await expect(checklist).toContainText("Entry 3 lacks a time that can be read.");
  await expect(checklist).toContainText("“soonish” cannot be read");
  await expect(checklist).toContainText("1 strong, beside the text.");
  await expect(checklist.getByRole("button", { name: "Ask an editor" })).toHaveCount(0);
  await checklist.getByRole("button", { name: "The review lacks a title." }).click();
  await expect(page.getByRole("textbox", { name: "Title" })).toBeFocused();
  await expect(checklist).toHaveCount(0);

  // What is left as it is stays on the review with its reason, for the editor too.
  await page.getByRole("button", { name: "Leave it" }).first().click();
  await page.getByLabel("Because").fill("a customer said so");
  await page.getByRole("button", { name: "Leave it", exact: true }).click();
  await expect(page.getByText("Nothing here assigns blame")).toBeVisible();
  await saved(page);
  await page.reload();
  await page.getByText("1 left as it is").click();
  await expect(page.getByText("because a customer said so")).toBeVisible();
  await page.getByRole("button", { name: /Point it out again/ }).click();
  await expect(page.getByText("1 strong.")).toBeVisible();
  await saved(page);
  await context.close();
});
