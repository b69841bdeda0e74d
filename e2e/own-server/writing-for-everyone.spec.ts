import type { Page } from "@playwright/test";
import * as z from "zod";

import { paths } from "#app/paths";

import { expectNoBarrier, expectNoBarrierInEitherTheme } from "../support/barriers";
import { overflowOf } from "../support/browser-facts";
import { crowded, crowdedReview } from "./crowded-review";
import { begin } from "./authored";
import { expect, invitation, test } from "./people";
import { browserOf, saved, stored, unwatched } from "./writing";

test.setTimeout(180_000);

const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };
const Note = z.object({ receipt: z.string() });

/** A page is for everyone: in both themes, on a desk and on a telephone. */
async function expectForEveryone(page: Page, sizes = [wide, narrow]): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    if (size === wide) await expectNoBarrierInEitherTheme(page);
    else {
      await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
      await expectNoBarrier(page);
    }
    expect(await overflowOf(page), `${size.width} px wide`).toEqual({ pixels: 0, widest: "" });
  }
  await page.setViewportSize(wide);
}

test("pages of accounts and settings hinder nobody", async ({ browser, own, writers }) => {
  const { ann, ben } = writers;
  const visitor = await browser.newContext({ baseURL: own.url });
  const page = await visitor.newPage();
  const link = paths.join(await invitation(ann, "reader"));
  for (const address of [paths.signIn(), paths.setup("no"), paths.join("no"), paths.reset("no")]) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBeLessThan(500);
    await expectForEveryone(page);
  }
  await page.goto(link);
  // Nothing takes the focus from who still reads, or hears, what they join.
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
  await page.getByLabel("Name").fill("Eve");
  await page.getByLabel("E-mail").fill("eve@example.org");
  await page.getByLabel("New password").fill("passwordpassword");
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectForEveryone(page);
  await visitor.close();

  const binned = await begin(ben, null, "near-miss");
  await ben.asks.post(paths.apiOfReview(binned, "bin"), { form: { lies: "there" } });
  const admin = await browserOf(browser, own.url, ann);
  const settings = await admin.newPage();
  await settings.goto(paths.settings("people"));
  await settings.getByRole("button", { name: "Make a link" }).click();
  await expect(settings.locator(".once")).toBeVisible();
  await expectForEveryone(settings);
  await settings.getByRole("button", { name: "Reset link for Ben" }).click();
  const reset = await settings.locator(".once").innerText();
  for (const part of ["account", "site", "audit", "bin"] as const) {
    await settings.goto(paths.settings(part));
    await expectForEveryone(settings);
  }
  await settings.goto(reset);
  await expect(settings.getByLabel("New password")).toBeVisible();
  await expectForEveryone(settings);
  await admin.close();
});

test("pages around a review hinder nobody", async ({ browser, own, writers }) => {
  const { ann, ben } = writers;
  const slug = await crowded(ben);
  const waiting = await begin(ben, crowdedReview(""), "near-miss");
  const { version } = await stored(ben, waiting);
  await ben.asks.post(paths.apiOfReview(waiting, "approval-requests"), { data: { version } });
  const sent = await ben.asks.post(paths.apiNotes(), {
    data: { incident: "aws-2017-02-s3", text: "The date of the second outage is a day late." },
  });
  const admin = await browserOf(browser, own.url, ann);
  const page = await admin.newPage();
  const after = await stored(ben, slug);
  const { record, story } = after.document;
  const changed = { record: { ...record, summary: "Another summary." }, story };
  await ann.asks.put(paths.apiReview(slug), {
    data: { version: after.version, document: changed },
  });
  const read = Note.safeParse(await sent.json());
  for (const address of [
    paths.reviews(),
    paths.write(),
    paths.importReview(),
    paths.reviewPreview(slug),
    paths.review(waiting),
    paths.incidentHistory(slug),
    paths.revision(slug, 2, 1),
    ...(read.success ? [read.data.receipt] : []),
  ]) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBeLessThan(500);
    await expectForEveryone(page);
  }
  // Revisions of one day are told apart, and the page says what it is about.
  await page.goto(paths.revision(slug, 2, 1));
  await expect(page.locator(".eyebrow").first()).toContainText(/^A flush for one region/);
  const choices = page.getByLabel("From").getByRole("option");
  await expect(choices).toHaveText(
    [2, 1].map((nth) => new RegExp(`^Revision ${nth}, (Ann|Ben), .* \\d\\d:\\d\\d UTC$`)),
  );
  await page.goto(paths.importReview());
  const pasted = "# Outage\n\n## Timeline\n\n- 14:05 a flush begins\n- 14:10 reads are slow\n";
  await page.getByLabel("Text").fill(pasted);
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByRole("button", { name: /draft/i }).first()).toBeVisible();
  await expectForEveryone(page);
  await admin.close();
});

/** Opens everything in the editor that stays open. */
async function openAll(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Preview of Background" }).click();
  await expect(page.locator(".ed-preview table")).toBeVisible();
  await page.locator(".ed-main details").evaluateAll((all) => {
    for (const one of all) one.setAttribute("open", "");
  });
  await page.getByRole("button", { name: "More of Entry 2" }).click();
  await page.getByRole("button", { name: "More of Source 1" }).click();
  await page.getByRole("button", { name: "Leave it …" }).first().click();
}

test("the editor hinders nobody, with everything in it and open", async ({
  browser,
  own,
  writers,
}) => {
  const { ann, ben } = writers;
  const slug = await crowded(ben);
  const context = await browserOf(browser, own.url, ben, [401, 422]);
  const page = await context.newPage();
  await page.goto(paths.review(slug));
  await saved(page);
  await expect(page.locator(".cm-content").first()).toBeVisible();

  // Somebody else changes what is changed here too.
  await unwatched(page);
  const { version, document } = await stored(ben, slug);
  const record = { ...document.record, title: "What Ann calls it", severity: "critical" };
  await ann.asks.put(paths.apiReview(slug), {
    data: { version, document: { ...document, record } },
  });
  await page.getByRole("textbox", { name: "Title" }).first().fill("What Ben calls it");
  await page.getByLabel("Severity").selectOption("minor");
  await expect(page.locator(".ed-conflict")).toHaveCount(2);
  await openAll(page);
  await page.getByRole("button", { name: "Ask for approval" }).click();
  await saved(page);
  await expectForEveryone(page);

  // What is open only while the focus is there.
  const classes = page.getByRole("combobox", { name: "Add a failure class" }).first();
  await classes.fill("re");
  await expect(page.locator(".ed-combobox [role=option]").first()).toBeVisible();
  await page.setViewportSize(narrow);
  await expectNoBarrierInEitherTheme(page);
  expect((await overflowOf(page)).pixels).toBe(0);
  await page.setViewportSize(wide);
  for (const typed of ["/", "[[thun", "[^"]) {
    await page.getByRole("textbox", { name: "Telling others" }).fill(typed);
    await expect(page.locator(".cm-tooltip [role=option]").first()).toBeVisible();
    await expectNoBarrier(page);
  }
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "As text" }).click();
  const whole = page.getByLabel("The whole document");
  await whole.fill(`${await whole.inputValue()}\n`.replace("severity:", "how bad:"));
  await expect(page.getByText("mend these to go on")).toBeVisible();
  await expectForEveryone(page, [wide]);
  await context.clearCookies();
  await whole.press("End");
  await page.keyboard.type(" ");
  await expect(page.getByRole("alert").filter({ hasText: "You were signed out" })).toBeVisible();
  await expectForEveryone(page, [narrow]);
  await page.close();
});

test("the editor says what everything is", async ({ browser, own, writers }) => {
  const { ben } = writers;
  const slug = await crowded(ben);
  const context = await browserOf(browser, own.url, ben);
  const page = await context.newPage();
  await page.goto(paths.review(slug));
  await saved(page);
  await expect(page.getByRole("banner")).toMatchAriaSnapshot(`
    - banner:
      - link "Hindsight"
      - heading /A flush for one region .* Draft/ [level=1]
      - status: /Saved \\d\\d:\\d\\d · version \\d+$/
      - button "Undo" [disabled]
      - button "Redo" [disabled]
      - button "As text"
      - link "Preview"
      - button "Ask for approval"
  `);
  await expect(page.getByRole("navigation", { name: "Sections" })).toMatchAriaSnapshot(`
    - list:
      - listitem:
        - link "Frame"
      - listitem:
        - link "Summary"
      - listitem:
        - link "Impact 2"
      - listitem:
        - link "Background"
      - listitem:
        - link "Timeline 3"
  `);
  await expect(page.getByRole("link", { name: "Telling others , empty" })).toBeVisible();
  await expect(page.getByRole("group", { name: "Entry 1" })).toMatchAriaSnapshot(`
    - group "Entry 1":
      - text: Entry 1 Time
      - textbox "Time":
        - text: 2026-11-14 14:05Z
      - text: Kind
      - combobox "Kind":
        - option "trigger" [selected]
      - text: What happened
      - textbox "What happened": The on-call engineer starts a flush for one region
      - text: What was believed then
      - textbox "What was believed then": That it reaches one region only
      - group: Sources Cache log of that night
      - button "Move Entry 1 up"
      - button "Move Entry 1 down"
      - button "Remove Entry 1"
  `);
  const headings = await page.getByRole("main").getByRole("heading", { level: 2 }).allInnerTexts();
  expect(headings.slice(0, 5)).toEqual(["Frame", "Summary", "Impact", "Background", "Timeline"]);
  for (const name of headings) {
    await expect(page.getByRole("region", { name, exact: true })).toBeVisible();
  }
  await expect(page.getByRole("complementary", { name: "Help with writing" })).toBeVisible();
  await expect(page.getByRole("toolbar", { name: "Marks for Background" })).toBeVisible();

  const classes = page.getByRole("group", { name: "Factor 2" }).getByRole("combobox", {
    name: "Add a failure class",
  });
  await expect(classes).toHaveAttribute("aria-expanded", "false");
  await classes.fill("thunder");
  await expect(classes).toHaveAttribute("aria-expanded", "true");
  const [list, active] = await Promise.all(
    ["aria-controls", "aria-activedescendant"].map((name) => classes.getAttribute(name)),
  );
  await expect(page.locator(`[id="${list}"]`)).toHaveRole("listbox");
  await expect(page.locator(`[id="${active}"]`)).toHaveRole("option");
  await expect(page.locator(`[id="${active}"]`)).toHaveAccessibleName(/^Thundering herd/i);
  await classes.press("Escape");
  await expect(classes).toHaveAttribute("aria-expanded", "false");

  // Edges are the site's.
  await page.setViewportSize(wide);
  const edges = await Promise.all(
    [".ed-head .brand", ".ed-outline i", "#steps"].map((one) =>
      page
        .locator(one)
        .first()
        .evaluate((element) => element.getBoundingClientRect().left),
    ),
  );
  expect(new Set(edges)).toEqual(new Set([62]));
  // On a telephone with its keyboard open there is room to write, and one sees what is saved.
  await page.setViewportSize({ width: 390, height: 420 });
  const head = () =>
    page.locator(".ed-outline").evaluate((outline) => outline.getBoundingClientRect().bottom);
  await page.evaluate(() => scrollTo(0, 0));
  expect(await head()).toBeLessThanOrEqual(110);
  await page.getByRole("textbox", { name: "Response" }).click();
  expect(await head()).toBeLessThanOrEqual(75);
  await expect(page.locator(".ed-status")).toBeInViewport({ ratio: 1 });
  await page.setViewportSize(wide);

  // Buttons that are alike say to which row they belong.
  const names = await page
    .locator(".ed-main button")
    .evaluateAll((all) =>
      all.filter((one) => one.checkVisibility()).map((one) => one.ariaLabel ?? one.textContent),
    );
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  expect(twice.filter((name) => /^(Remove|Move|More|Preview|Picture)/.test(name))).toEqual([]);
  await context.close();
});
