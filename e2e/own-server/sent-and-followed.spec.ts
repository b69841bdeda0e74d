import type { Page } from "@playwright/test";

import { paths } from "#app/paths";

import { ask, begin, published, save, written } from "./authored";
import { done, expect, test } from "./people";
import { browserOf, saved } from "./writing";

test.setTimeout(120_000);

/** The forms that a page sends from now on, by their addresses. */
function postsOf(page: Page): string[] {
  const posts: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") posts.push(new URL(request.url()).pathname);
  });
  return posts;
}

/** Comes back to the page, which then looks what became of the review. */
async function lookAgain(page: Page): Promise<void> {
  const heard = page.waitForResponse((response) => response.url().includes("?since="));
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await heard;
}

test("the steps below an open review follow what others do, and keep what is half typed", async ({
  browser,
  own,
  writers: { ann, ben },
}) => {
  const slug = await begin(ben, written("Followed while it is open"));
  const context = await browserOf(browser, own.url, ann);
  const page = await context.newPage();
  await page.goto(paths.review(slug));
  await saved(page);
  const steps = page.locator(".ed-steps");
  await expect(steps).not.toContainText("waits for approval");

  const first = await ask(ben, slug, 1);
  await lookAgain(page);
  await expect(steps).toContainText(`Revision ${first} waits for approval`);
  const note = steps.getByLabel("A word to its authors");
  await note.fill("Say who noti");

  // Whoever is about to leave is asked first, and stays here.
  const asked = page.waitForEvent("dialog");
  const leaving = page.getByRole("link", { name: "Hindsight" }).first().click();
  expect((await asked).type()).toBe("beforeunload");
  await leaving;
  await expect(note).toHaveValue("Say who noti");

  const { version } = await save(ben, slug, { version: 1, document: written("Asked anew") });
  const second = await ask(ben, slug, version);
  await lookAgain(page);
  await expect(page.getByText("What stands below has changed since")).toBeVisible();
  await expect(steps).toContainText(`Revision ${first} waits for approval`);
  await expect(note).toHaveValue("Say who noti");
  const show = page.locator("p", { hasText: "What stands below" }).getByRole("button");
  await show.click();
  await expect(steps).toContainText(`Revision ${second} waits for approval`);
  await expect(note).toHaveValue("Say who noti");
  await expect(page.getByRole("heading", { name: "From draft to readers" })).toBeFocused();
  await expect(show).toHaveCount(0);

  // What was typed stays to be read where nothing asks for it any more.
  await done(ann, paths.apiOfReview(slug, "assessments"), {
    revision: second,
    assessment: "sent-back",
    note: "Not yet.",
  });
  await lookAgain(page);
  await show.click();
  await expect(steps).toContainText(`Ann sent back revision ${second}`);
  await expect(
    page.getByText("any more for what you had typed below: “Say who noti”"),
  ).toBeVisible();
  await expect(page.getByPlaceholder("What happened, in one line")).toHaveValue("Asked anew");
  await context.close();
});

test("who was chosen to share with stays so while the steps below go on", async ({
  browser,
  own,
  writers: { ben },
}) => {
  const slug = await begin(ben, written("Shared while it goes on"));
  const context = await browserOf(browser, own.url, ben);
  const page = await context.newPage();
  await page.goto(paths.review(slug));
  await saved(page);
  const others = page.getByLabel("Share with");
  await others.selectOption({ index: 2 });
  const chosen = await others.inputValue();
  const revision = await ask(ben, slug, 1);
  await lookAgain(page);
  const steps = page.locator(".ed-steps");
  await page.locator("p", { hasText: "What stands below" }).getByRole("button").click();
  await expect(steps).toContainText(`Revision ${revision} waits for an editor`);
  await expect(others).toHaveValue(chosen);
  await context.close();
});

test("a form is sent once, however often its button is pressed", async ({
  browser,
  own,
  people: { reader },
  writers: { ann, ben },
}) => {
  const document = written("Sent once");
  const slug = await published({ author: ben, editor: ann }, document, "sent-once");
  for (const javaScriptEnabled of [true, false]) {
    // From an address of its own: so many notes are taken from each within an hour.
    const extraHTTPHeaders = { "x-forwarded-for": "127.0.0.31" };
    const context = await browser.newContext({
      baseURL: own.url,
      javaScriptEnabled,
      extraHTTPHeaders,
    });
    const page = await context.newPage();
    const posts = postsOf(page);
    await page.goto(paths.incident(slug));
    await page.getByText("Something wrong here?").click();
    await page.getByLabel("What is wrong, or missing?").fill(`Twice, ${javaScriptEnabled}.`);
    await page.getByRole("button", { name: "Send to the editors" }).dblclick();
    await expect(page.getByText("The editors have your note")).toBeVisible();
    if (javaScriptEnabled) expect(posts).toEqual([paths.apiNotes()]);
    const receipt = (await page.locator("a.once").getAttribute("href")) ?? "";
    expect((await reader.asks.get(receipt)).status()).toBe(200);
    // The page that it led to has a form that has not been sent.
    await page.getByText("Something wrong here?").click();
    await page.getByLabel("What is wrong, or missing?").fill(`Again, ${javaScriptEnabled}.`);
    await page.getByRole("button", { name: "Send to the editors" }).click();
    await expect(page.locator("a.once")).not.toHaveAttribute("href", receipt);
    await context.close();
  }
  const notes = await (await ann.asks.get(paths.reviews())).text();
  for (const words of ["Twice, true.", "Twice, false.", "Again, true.", "Again, false."]) {
    expect(notes.split(`>${words}<`), words).toHaveLength(2);
  }
});

test("who may write an incident is led there from its page, and nobody else's page knows", async ({
  browser,
  own,
  people: { visitor, reader, neither },
  writers: { ann, ben },
}) => {
  const slug = await published({ author: ben, editor: ann }, written("Led to"), "led-to");
  const pageFor = async ({ asks }: typeof ben) => asks.get(paths.incident(slug));
  const before = await (await pageFor(visitor)).text();
  for (const writer of [ann, ben]) {
    const answer = await pageFor(writer);
    expect(await answer.text()).toContain(`href="${paths.review(slug)}"`);
    expect(answer.headers()["cache-control"]).toBe("private, no-store");
  }
  for (const other of [reader, neither]) {
    expect(await (await pageFor(other)).text()).not.toContain(paths.review(slug));
  }
  expect(await (await pageFor(visitor)).text()).toBe(before);
  expect(before).not.toContain(paths.review(slug));
  const context = await browserOf(browser, own.url, ben);
  const page = await context.newPage();
  await page.goto(paths.incident(slug));
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await saved(page);
  await expect(page).toHaveURL(paths.review(slug));
  await context.close();
});
