import type { Locator, Page } from "@playwright/test";

import { paths } from "#app/paths";

import { begin } from "./authored";
import { expect, test } from "./people";
import { browserOf, saved, stored } from "./writing";

/**
 * Pastes a text into the field that has the focus as a keyboard would, with the HTML that was copied
 * along with it; says whether the page took it over. What has the focus is asked in the same step: a
 * field of plain text gives way to the editor as soon as that was fetched, and its caret with it.
 */
async function paste(field: Locator, text: string, html = ""): Promise<boolean> {
  await expect(field).toBeFocused();
  return field.page().evaluate(
    (pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted.text);
      if (pasted.html !== "") clipboardData.setData("text/html", pasted.html);
      const init = { clipboardData, bubbles: true, cancelable: true };
      return document.activeElement?.dispatchEvent(new ClipboardEvent("paste", init)) === false;
    },
    { text, html },
  );
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
  own,
  writers: { ann },
}) => {
  const slug = await begin(
    ann,
    {
      record: { started: "2026-11-14T22:00Z" },
      story: "",
    },
    "full-review",
  );
  const context = await browserOf(browser, own.url, ann);
  const page = await context.newPage();
  await page.goto(paths.review(slug));
  await saved(page);
  const timeline = timelineOf(page);
  const zone = page.getByRole("combobox", { name: "Times without a zone are in" });
  await zone.fill("UTC");
  await zone.press("Enter");

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

  // What a chat shows beside its messages is left out, and said to be.
  await timeline
    .getByLabel("A table, a list or a chat, a time in each line")
    .fill("Jane Doe (she/her)  0:40 AM\nall calm\n:eyes: 2\n0:45 AM\nclosing");
  await timeline.getByRole("button", { name: "Add them to the timeline" }).click();
  await expect(timeline.getByRole("group", { name: /^Entry/ })).toHaveCount(6);
  expect((await entriesOf(page)).slice(4)).toEqual([
    ["2026-11-15 00:40Z", "person A: all calm"],
    ["2026-11-15 00:45Z", "person A: closing"],
  ]);
  await expect(timeline.getByRole("status")).toContainText("Left out: 1 reaction (“:eyes: 2”).");

  // Doubts stay beside a time, and nothing is sorted unasked.
  await time.last().fill("03/04/2027 10:00 UTC");
  await page.keyboard.press("Tab");
  const last = timeline.getByRole("group", { name: "Entry 6" });
  await expect(last).toContainText("typed as “03/04/2027 10:00 UTC”");
  await expect(last).toContainText("it was read as 2027-03-04, not 2027-04-03");
  await expect(last).toContainText("This lies in the future");
  await time.nth(1).fill("22:01 UTC");
  await page.keyboard.press("Tab");
  const second = timeline.getByRole("group", { name: "Entry 2" });
  await expect(second).toContainText("It lies before 2026-11-14 22:05Z in the entry above.");
  await expect(timeline).toContainText("1 entry stands below a later one.");
  await timeline.getByRole("button", { name: "Put in order of time" }).click();
  const sorted = (await entriesOf(page)).map(([, text]) => text);
  // An entry without a time stays below the one that it stands below.
  expect(sorted.slice(0, 3)).toEqual(["Errors rise", "Somebody looks", "A flag is deployed"]);
  await expect(timeline.getByRole("button", { name: "Put in order of time" })).toHaveCount(0);
  for (let step = 0; step < 8; step++) {
    await page.keyboard.press("Control+z");
    if ((await timeline.getByRole("group", { name: /^Entry/ }).count()) === 4) break;
  }
  await expect(timeline.getByRole("group", { name: /^Entry/ })).toHaveCount(4);
  await saved(page);
  const { document, unfinished } = await stored(ann, slug);
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
  await expect(checklist).toContainText("“soonish” is not in the record yet");
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

const fromGoogle = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1">
<h1 dir="ltr"><span style="font-weight:400">What happened</span></h1>
<p dir="ltr"><span style="font-weight:400">A flush </span><span style="font-weight:700">emptied </span><span style="font-weight:700">all </span><span style="font-style:italic">twelve</span><span> regions, see </span><a href="https://example.org/graph (1)"><span>the graph</span></a><span>.</span></p>
<h2><span>After it</span></h2><ul><li><p><span>one</span></p></li><ul><li><p><span>below</span></p></li></ul></ul>
<table><tbody><tr><td><p>When</p></td><td><p>How many</p></td></tr><tr><td><p>14:05</p></td><td><p>a | b &lt; 3</p></td></tr></tbody></table></b>`;

const fromWord = `<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>First<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp; </span></span><![endif]><b style='mso-bidi-font-weight:normal'>Second</b></p>`;

const hostile = `<p><b>Words</b><img src="x" onerror="document.title='ran'"><script>document.title = "ran"</script>
<a href="javascript:document.title='ran'">go</a> <svg onload="document.title='ran'"></svg>&lt;script&gt;<iframe srcdoc="<script>parent.document.title='ran'</script>"></iframe></p>`;

const dot =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

test("what is copied from elsewhere keeps its form, and undoing takes it back at once", async ({
  browser,
  own,
  writers: { ben },
}) => {
  const document = { record: { title: "A flush" }, story: "## Background\n" };
  const slug = await begin(ben, document, "full-review");
  const context = await browserOf(browser, own.url, ben);
  const page = await context.newPage();
  await page.goto(paths.review(slug));
  await saved(page);
  const background = page.getByRole("textbox", { name: "Background" });
  const lines = page.locator(".cm-content[aria-label=Background] .cm-line");
  const title = await page.title();

  await background.click();
  await page.keyboard.type("Before. ");
  expect(await paste(background, "What happened …", fromGoogle)).toBe(true);
  const google = [
    "Before. ",
    "",
    "### What happened",
    "",
    "A flush **emptied all** *twelve* regions, see [the graph](https://example.org/graph%20%281%29).",
    "",
    "#### After it",
    "",
    "- one",
    "  - below",
    "",
    "| When | How many |",
    "| --- | --- |",
    "| 14:05 | a \\| b < 3 |",
  ];
  await expect(lines).toHaveText(google);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(lines).toHaveText(["Before. "]);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(lines).toHaveText(google);
  await page.keyboard.press("ControlOrMeta+z");

  expect(await paste(background, "1. First", fromWord)).toBe(true);
  await expect(lines).toHaveText(["Before. ", "", "1. First", "2. **Second**"]);
  await page.keyboard.press("ControlOrMeta+z");
  expect(await paste(background, "Words go", hostile)).toBe(true);
  await expect(lines).toHaveText(["Before. **Words** go &lt;script>"]);
  await page.keyboard.press("ControlOrMeta+z");

  // A picture that came as an address is not fetched, and this is said; one that came whole is kept.
  const field = page.locator(".ed-markdown").filter({ has: background });
  const away = '<img src="https://example.org/a.png"><img src="file:///b.png" alt="A graph">';
  expect(await paste(background, "Two.", `<p>Two. ${away}</p>`)).toBe(true);
  await expect(lines).toHaveText(["Before. Two."]);
  await expect(field.getByRole("status")).toHaveText(
    "2 pictures were left out: paste or drop each of them as a picture.",
  );
  await page.keyboard.press("ControlOrMeta+z");
  await expect(lines).toHaveText(["Before. "]);
  expect(await paste(background, "One.", `<p>One. <img src="${dot}"></p>`)).toBe(true);
  await expect(lines.nth(2)).toHaveText(/^!\[\]\(files\/[0-9a-f]{64}\.webp\)$/);
  await expect(field.getByRole("status").first()).toHaveText("");

  // One within words stays where it was, with what it shows; what was said can be dismissed.
  await background.press("ControlOrMeta+a");
  await page.keyboard.type("Before. ");
  const among = `<p>One. <img src="${dot}" alt="Reads of the database">Two. <img src="https://example.org/a.png" alt="Lost"></p>`;
  expect(await paste(background, "One. Two.", among)).toBe(true);
  await expect(lines).toHaveText([
    "Before. ",
    "",
    "One.",
    "",
    /^!\[Reads of the database\]\(files\/[0-9a-f]{64}\.webp\)$/,
    "",
    "Two.",
  ]);
  await expect(field.getByRole("status").first()).toHaveText(/^1 picture was left out/);
  await field.getByRole("button", { name: "Dismiss" }).click();
  await expect(field.getByRole("status").first()).toHaveText("");
  await background.press("ControlOrMeta+a");
  await page.keyboard.type("Before. ");

  // What has no form is the field's to paste, in plain text as well.
  await page.getByRole("button", { name: "Write Background as plain text" }).click();
  await background.press("ControlOrMeta+End");
  expect(await paste(background, "a", "<div style='color:red'>a</div>")).toBe(false);
  expect(await paste(background, "a b", "<p>a <em>b</em></p>")).toBe(true);
  await expect(background).toHaveValue("Before. a *b*");
  expect(await page.title()).toBe(title);
  await context.close();
});
