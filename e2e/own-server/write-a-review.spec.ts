import type { Browser, Page } from "@playwright/test";

import { expectNoBarrier } from "../support/barriers";
import { focused, tabTo } from "../support/keyboard";
import { listenTo } from "../support/noise";
import { setUpLink } from "./own-server";
import { password } from "./people";
import { expect, test } from "./test";
import { saved } from "./writing";

test.setTimeout(240_000);

/** A person with a browser of their own, who uses no mouse. */
async function personAt(browser: Browser, site: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: site });
  const noise = listenTo(context, site);
  context.once("close", () => expect(noise.heard, "what pages complained of").toEqual([]));
  return context.newPage();
}

async function join(page: Page, link: string, name: string, action: string): Promise<void> {
  await page.goto(link);
  await tabTo(page, "Name");
  await page.keyboard.type(name);
  await page.keyboard.press("Tab");
  await page.keyboard.type(`${name.split(" ")[0]}@example.org`);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(action);
}

/** Makes an invitation as admin; gives its link. */
async function invitation(admin: Page, duty: string): Promise<string> {
  await admin.goto("/settings/people");
  await admin.getByRole("radio", { name: duty }).focus();
  await admin.keyboard.press("Space");
  await tabTo(admin, "Make a link");
  // What was made a moment ago is still shown.
  const [earlier = ""] = await admin.locator(".once").allInnerTexts();
  await admin.keyboard.press("Enter");
  const made = admin.locator(".once").filter({ hasNotText: earlier === "" ? "none" : earlier });
  return made.innerText();
}

const timeline = [
  ["2026-11-14 08:55 UTC", "A deployment changes how caches are flushed"],
  ["14:05", "The on-call engineer starts a flush for one region"],
  ["~14:06", "Caches of all regions are empty"],
  ["before 14:10", "The primary database takes four times its usual reads"],
  ["6:12am PST", "A colleague sees the graph and says so"],
  ["14:15", "Reads are served from a replica again"],
] as const;

test("a near miss goes from the set-up link to readers, without a mouse", async ({
  browser,
  own,
}) => {
  const setUp = await setUpLink(own.said);
  const admin = await personAt(browser, own.url);
  await join(admin, setUp, "Ada Admin", "Set up this site");
  const author = await personAt(browser, own.url);
  await join(author, await invitation(admin, "author"), "Ann Author", "Join");
  const editor = await personAt(browser, own.url);
  await join(editor, await invitation(admin, "editor"), "Ed Editor", "Join");

  // The author begins a near miss.
  await author.goto("/");
  await tabTo(author, "Write a review");
  await author.keyboard.press("Enter");
  await expect(author.getByRole("heading", { level: 1 })).toHaveText("Write a review");
  await tabTo(author, "Begin: Near miss");
  await author.keyboard.press("Enter");
  await author.waitForURL(/\/write\/draft-[a-z]{8}$/);
  await saved(author);
  const draft = new URL(author.url()).pathname;

  const { keyboard } = author;
  await tabTo(author, "Title");
  await keyboard.type("A flush for one region empties all caches");
  await tabTo(author, "Organisation");
  await keyboard.type("Example Tickets");
  await tabTo(author, "Severity");
  await keyboard.type("major");
  await tabTo(author, "Times without a zone are in");
  await keyboard.type("UTC");
  await keyboard.press("Enter");
  await tabTo(author, "Harm began");
  await keyboard.type("2026-11-14 14:05 UTC");
  await tabTo(author, "Summary");
  await keyboard.type("A flush reached every region; a replica took the reads in time.");

  // A safeguard, then two conditions with their classes.
  await tabTo(author, "Add a safeguard");
  await keyboard.press("Enter");
  await expect.poll(() => focused(author)).toBe("Statement");
  await keyboard.type("A replica could take the reads");
  await tabTo(author, "Add a factor");
  await keyboard.press("Enter");
  await expect.poll(() => focused(author)).toBe("Statement");
  await keyboard.type("Nothing limits a flush to one region");
  await tabTo(author, "Add a failure class");
  await keyboard.type("blast");
  await keyboard.press("Enter");
  await tabTo(author, "Statement", "Shift+Tab");
  await keyboard.press("Enter");
  await expect(author.getByRole("group", { name: "Factor 2" })).toBeVisible();
  await expect.poll(() => focused(author)).toBe("Statement");
  await keyboard.type("Cold caches send all reads to one database");
  await tabTo(author, "Add a failure class");
  await keyboard.type("thundering");
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowUp");
  await keyboard.press("Enter");

  // A near miss is asked for no timeline and no actions; who wants them adds the sections.
  await tabTo(author, "Timeline");
  await keyboard.press("Enter");
  await expect.poll(() => focused(author)).toBe("Timeline");
  await tabTo(author, "Add an entry");
  for (const [at, text] of timeline) {
    await keyboard.press("Enter");
    await expect(author.locator(":focus")).toHaveAttribute("placeholder", /14:05/);
    await keyboard.type(at);
    await tabTo(author, "What happened");
    await keyboard.type(text);
  }
  await tabTo(author, "Actions");
  await keyboard.press("Enter");
  await tabTo(author, "Add an action");
  await keyboard.press("Enter");
  await expect.poll(() => focused(author)).toBe("What will be done");
  await keyboard.type("Ask for the region by name before a flush");
  await tabTo(author, /^Weakens/);
  await keyboard.press("Enter");
  await tabTo(author, "Nothing limits a flush to one region");
  await keyboard.press("Space");
  await tabTo(author, "Kind");
  await keyboard.type("limit");
  await tabTo(author, "Add a source");
  await keyboard.press("Enter");
  await expect.poll(() => focused(author)).toBe("Title");
  await keyboard.type("Cache log of that night");
  await tabTo(author, "Kind");
  await keyboard.type("log");
  await keyboard.press("Enter");
  await expect(author.getByRole("group", { name: "Source 2" })).toBeVisible();
  await expect(author.locator(":focus")).toHaveValue("");
  await keyboard.type("Dashboard of the database");
  await saved(author);
  await expectNoBarrier(author);

  // What was typed is there after a reload, as it was understood.
  await author.reload();
  await saved(author);
  await expect(author.getByRole("group", { name: /^Entry/ }).getByLabel("Time")).toHaveCount(6);
  const times = await author
    .getByRole("group", { name: /^Entry/ })
    .getByLabel("Time")
    .evaluateAll((fields) =>
      fields.map((field) => (field instanceof HTMLInputElement ? field.value : "")),
    );
  expect(times).toEqual([
    "2026-11-14 08:55Z",
    "2026-11-14 14:05Z",
    "about 2026-11-14 14:06Z",
    "before 2026-11-14 14:10Z",
    "2026-11-14 14:12Z",
    "2026-11-14 14:15Z",
  ]);
  // What kind of source it is, nobody says for the author.
  await tabTo(author, "Ask for approval");
  await author.keyboard.press("Enter");
  const checklist = author.getByRole("region", { name: "Before readers see it" });
  await expect(checklist).toBeFocused();
  await tabTo(author, "Say what kind of source “Dashboard of the database” is.");
  await author.keyboard.press("Enter");
  await expect(author.getByRole("group", { name: "Source 2" }).getByLabel("Kind")).toBeFocused();
  await keyboard.type("dash");
  await saved(author);
  await tabTo(author, "Ask for approval", "Shift+Tab");
  await author.keyboard.press("Enter");
  await expect(checklist).toBeFocused();
  await expect(checklist).not.toContainText("Missing");
  await expect(checklist).toContainText("Still empty, and asked for by the template");
  await tabTo(author, "Ask an editor");
  await author.keyboard.press("Enter");
  await expect(author.getByText("Revision 1 waits for an editor.")).toBeVisible();

  // Nobody else may know of it yet.
  const stranger = await personAt(browser, own.url);
  expect((await stranger.request.get(draft)).url()).toContain("/sign-in");
  const found = await stranger.request.get("/search.json?q=flush+empties+all+caches");
  expect(await found.text()).not.toContain("empties all caches");

  // The editor reads it, approves and publishes it.
  await editor.goto("/reviews");
  await tabTo(editor, "A flush for one region empties all caches");
  await editor.keyboard.press("Enter");
  await editor.waitForURL(`**${draft}#steps`);
  await expect(editor.getByRole("heading", { name: "From draft to readers" })).toBeInViewport();
  await tabTo(editor, "See it as readers would");
  await editor.keyboard.press("Enter");
  await expect(editor.getByRole("heading", { level: 1 })).toHaveText(/empties all caches/);
  await editor.goto(draft);
  await tabTo(editor, "Approve");
  await editor.keyboard.press("Enter");
  await expect(editor.getByText("Revision 1 is approved and can be published.")).toBeVisible();
  await tabTo(editor, "Publish");
  await editor.keyboard.press("Enter");
  const told = editor.getByText("It is published: readers see it from now on.");
  await expect(told.getByRole("link", { name: "Read it" })).toHaveAttribute(
    "href",
    /^\/incidents\//,
  );
  await expect(editor.getByText(/Readers see revision \d+ on its page/)).toBeVisible();

  // Readers have it everywhere at once.
  const slug = new URL(editor.url()).pathname.replace("/write/", "");
  expect(slug).toBe("example-tickets-2026-11-flush-one-region");
  await stranger.goto(`/incidents/${slug}`);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(
    "A flush for one region empties all caches",
  );
  await expect(stranger.locator(".sources li").nth(1)).toContainText("Dashboard.");
  for (const [, text] of timeline) await expect(stranger.getByText(text).first()).toBeVisible();
  for (const address of [
    "/search.json?q=flush+empties+caches",
    "/feed.atom",
    "/feed.json",
    "/classes/thundering-herd",
    "/organizations/example-tickets",
    "/incidents",
  ]) {
    const answer = await stranger.request.get(address);
    expect(await answer.text(), address).toContain("A flush for one region empties all caches");
  }
  for (const page of [admin, author, editor, stranger]) await page.context().close();
});
