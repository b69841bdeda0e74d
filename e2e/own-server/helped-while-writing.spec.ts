import { paths } from "#app/paths";

import { begin } from "./authored";
import { expect, test } from "./people";
import { browserOf, saved, stored } from "./writing";

test("classes, terms and incidents are named from their first letters", async ({
  browser,
  own,
  writers: { ann },
}) => {
  const slug = await begin(
    ann,
    { record: {}, story: "## Background\n\nIt was so.\n" },
    "full-review",
  );
  const context = await browserOf(browser, own.url, ann);
  const page = await context.newPage();
  await page.goto(paths.review(slug));
  await saved(page);
  const { keyboard } = page;
  const story = page.getByRole("textbox", { name: "Background" });
  await story.click();
  await keyboard.press("ControlOrMeta+End");

  // What was begun and taken back leaves no sign of its own.
  for (const begun of ["[[bla", "[^"]) {
    await keyboard.type(begun);
    for (const _ of begun) await keyboard.press("Backspace");
  }
  await expect(story).toHaveText("It was so.");

  await keyboard.type(" See [[blast");
  const offered = page.locator(".cm-tooltip [role=option]");
  await expect(offered.filter({ hasText: /^Blast radius term$/ })).toBeVisible();
  await offered.filter({ hasText: /^Blast radius term$/ }).click();
  await keyboard.type(" and [[crowdstrike");
  await expect(offered.filter({ hasText: /incident$/ }).first()).toBeVisible();
  await keyboard.press("Escape");
  await expect(story).toContainText("It was so. See [[blast-radius]] and [[crowdstrike");
  await page.close();
});

test("a zone that is mended is asked about for the times that were read in it", async ({
  browser,
  own,
  writers: { ann },
}) => {
  const slug = await begin(ann, { record: {}, story: "" }, "full-review");
  const context = await browserOf(browser, own.url, ann);
  const page = await context.newPage();
  await page.goto(paths.review(slug));
  await saved(page);
  const zone = page.getByRole("combobox", { name: "Times without a zone are in" });
  await zone.fill("Chicago");
  await zone.press("Enter");
  await expect(zone).toHaveValue("America/Chicago");
  await page.getByRole("textbox", { name: "Harm began" }).fill("2026-11-19 14:05");
  await page.getByRole("textbox", { name: "Noticed" }).fill("15:00");
  await page.getByRole("textbox", { name: "Resolved" }).fill("23:00 UTC");
  await zone.fill("Europe/London");
  await zone.press("Enter");
  const told = page.getByText("2 times that name no zone were read in America/Chicago");
  await expect(told.first()).toBeVisible();
  await page.getByRole("button", { name: "Read them again in Europe/London" }).first().click();
  await saved(page);
  const { record } = (await stored(ann, slug)).document;
  expect(record).toMatchObject({
    started: "2026-11-19T14:05Z",
    detected: "2026-11-19T15:00Z",
    resolved: "2026-11-19T23:00Z",
  });
  await expect(page.getByText("Read them again")).toBeHidden();
  await page.close();
});

test("an entry keeps its day when its time is mended, and its kind follows its words", async ({
  browser,
  own,
  writers: { ann },
}) => {
  const slug = await begin(
    ann,
    {
      record: {
        timeline: [
          { id: "first", at: "2026-11-12T09:00Z", kind: "response", text: "First." },
          { id: "second", at: "2026-11-19T14:00Z", kind: "response", text: "Second." },
        ],
      },
      story: "",
    },
    "full-review",
  );
  const context = await browserOf(browser, own.url, ann);
  const page = await context.newPage();
  await page.goto(paths.review(slug));
  await saved(page);
  const zone = page.getByRole("combobox", { name: "Times without a zone are in" });
  await zone.fill("UTC");
  await zone.press("Enter");
  const timeline = page.getByRole("region", { name: "Timeline" });
  const entry = (nth: number) => timeline.getByRole("group", { name: `Entry ${nth}` });
  await entry(2).getByLabel("Time", { exact: true }).fill("14:02");
  await page.keyboard.press("Tab");
  await expect(entry(2).getByLabel("Time", { exact: true })).toHaveValue("2026-11-19 14:02Z");

  await timeline.getByRole("button", { name: "Add an entry" }).click();
  await entry(3).getByLabel("Time", { exact: true }).fill("14:05");
  await entry(3).getByLabel("What happened").fill("The cache fleet is rolled back");
  await expect(entry(3).getByLabel("Kind")).toHaveValue("response");
  await page.keyboard.press("Tab");
  await expect(entry(3).getByLabel("Kind")).toHaveValue("mitigation");
  await expect(entry(3).getByLabel("Kind")).toHaveAccessibleDescription("by its words");
  // What somebody chose is theirs, whatever else they write.
  await entry(3).getByLabel("Kind").selectOption("change");
  await entry(3).getByLabel("What happened").fill("An alert pages the on-call engineer");
  await page.keyboard.press("Tab");
  await expect(entry(3).getByLabel("Kind")).toHaveValue("change");
  await page.close();
});

test("what was chosen a moment ago is saved before the page is left by a form", async ({
  browser,
  own,
  writers: { ann },
}) => {
  const slug = await begin(
    ann,
    {
      record: {
        factors: [
          { id: "cert", role: "precondition", statement: "It ran out.", standing: "confirmed" },
        ],
      },
      story: "",
    },
    "full-review",
  );
  const context = await browserOf(browser, own.url, ann);
  const page = await context.newPage();
  await page.goto(paths.review(slug));
  await saved(page);
  await page.getByLabel("Share with").selectOption({ label: "Ben" });
  await page.getByRole("group", { name: "Factor 1" }).getByLabel("Role").selectOption("trigger");
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByRole("button", { name: "remove Ben from the authors" })).toBeVisible();
  expect((await stored(ann, slug)).document.record.factors).toMatchObject([{ role: "trigger" }]);
  await page.close();
});
