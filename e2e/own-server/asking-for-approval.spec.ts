import { paths } from "#app/paths";

import { begin, save, written } from "./authored";
import { expect, test } from "./people";
import { browserOf, saved, stored } from "./writing";

test("a word to the editors stays while one looks at what is missing, until they are asked", async ({
  browser,
  own,
  writers: { ann, ben },
}) => {
  const document = written("A word to the editors");
  const slug = await begin(ben, document);
  const context = await browserOf(browser, own.url, ben);
  const page = await context.newPage();
  await page.goto(paths.review(slug));
  await saved(page);
  const opens = page.getByRole("button", { name: "Ask for approval" });
  const checklist = page.getByRole("region", { name: "Before readers see it" });
  const note = checklist.getByLabel("A word to the editors");
  await opens.click();
  await note.fill("Look at the times.");
  await page.keyboard.press("Escape");
  await expect(checklist).toHaveCount(0);
  await opens.click();
  await expect(note).toHaveValue("Look at the times.");
  await checklist.getByRole("button", { name: "Close" }).click();
  await opens.click();
  await expect(note).toHaveValue("Look at the times.");
  await checklist.getByRole("button", { name: "Change that" }).click();
  await expect(checklist).toHaveCount(0);
  await opens.click();
  await note.fill("Look at the times, and at the end.");

  // While another author's save lacks what readers need, there is nothing to ask for.
  const { version } = await stored(ben, slug);
  const { title: _, ...untitled } = document.record;
  const less = await save(ann, slug, { version, document: { ...document, record: untitled } });
  await expect(checklist).toContainText("The review lacks a title.", { timeout: 30_000 });
  await expect(note).toHaveCount(0);
  await save(ann, slug, { version: less.version, document });
  await expect(note).toHaveValue("Look at the times, and at the end.", { timeout: 30_000 });
  await checklist.getByRole("button", { name: "Ask an editor" }).dblclick();
  await expect(page.getByText("waits for an editor.")).toBeVisible();
  await page.goto(paths.incidentHistory(slug));
  await expect(page.getByText("“Look at the times, and at the end.”")).toHaveCount(1);
  await context.close();
});

test("a name that was typed a moment before asking is in no address", async ({
  browser,
  own,
  writers: { ben },
}) => {
  const slug = await begin(ben, written("A name typed late"), "full-review");
  const context = await browserOf(browser, own.url, ben);
  const page = await context.newPage();
  await page.goto(paths.review(slug));
  await saved(page);
  const checklist = page.getByRole("region", { name: "Before readers see it" });
  await page.getByRole("button", { name: "Ask for approval" }).click();
  const timeline = page.getByRole("region", { name: "Timeline" });
  await timeline.getByRole("button", { name: /^Add/ }).first().click();
  await timeline.getByRole("textbox", { name: "Time", exact: true }).fill("2026-03-01 04:10 UTC");
  await timeline.getByLabel("What happened").fill("Bob Smith paged.");
  await checklist.getByRole("button", { name: "Ask an editor" }).click();
  await expect(page.getByText("waits for an editor.")).toBeVisible();
  const { record } = (await stored(ben, slug)).document;
  expect(record.timeline).toMatchObject([{ id: "paged", text: "Bob Smith paged." }]);
  await context.close();
});
