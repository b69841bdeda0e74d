import { paths } from "#app/paths";

import { listenTo } from "../support/noise";
import { begin, written } from "./authored";
import { done, expect, password, test, type People, type Person } from "./people";
import { auditLog } from "./refusals";
import { stored } from "./writing";

/** Whoever is signed out while they write is told so, keeps their text, and signs in where they are. */

test.setTimeout(240_000);

/** Ways in which a session ends while somebody writes. */
const endings: Readonly<Record<string, (people: People) => Promise<void>>> = {
  "is ended from another browser": async ({ admin, owner }) => {
    await done(owner, paths.apiEndedSessions(), { session: "others" });
    // And nothing is said to the browser in which one writes.
    expect((await admin.asks.get(paths.settings("people"))).status()).toBe(200);
  },
  "is forgotten by the browser": async () => undefined,
};

for (const [how, end] of Object.entries(endings)) {
  test(`a session that ${how} in mid-save costs nothing that was typed`, async ({
    browser,
    own,
    people,
  }) => {
    const { owner, admin } = people;
    const slug = await begin(owner, written(`Written while a session ${how}`));
    const context = await browser.newContext({ baseURL: own.url });
    const noise = listenTo(context, own.url);
    const page = await context.newPage();
    await page.goto(paths.review(slug));
    await page.getByLabel("E-mail").fill(owner.email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    const status = page.locator(".ed-status");
    // The time stands there once the editor lives.
    await expect(status).toHaveText(/^Saved \d/);

    const summary = page.getByRole("textbox", { name: "Summary" });
    await summary.fill("");
    await summary.pressSequentially("Before. ", { delay: 10 });
    await expect(status).toHaveText(/^Saved/);
    await end(people);
    if (how.includes("forgotten")) await context.clearCookies();
    await summary.pressSequentially("While nobody was signed in. ", { delay: 10 });
    const told = page.getByRole("alert").filter({ hasText: "You were signed out" });
    await expect(told).toBeVisible();
    await expect(status).toHaveText(/^Sign in to save it/);
    // One goes on writing, and nothing says that it is saved.
    await summary.pressSequentially("And later. ", { delay: 10 });
    await expect(status).not.toHaveText(/^Saved/);
    expect(await storedSummary(owner, slug)).toBe("Before.");

    await told.getByLabel("E-mail").fill(owner.email);
    await told.getByLabel("Password").fill("a wrong one");
    await told.getByRole("button", { name: "Sign in" }).click();
    await expect(told).toContainText("do not belong together");
    await told.getByLabel("Password").fill(password);
    await told.getByRole("button", { name: "Sign in" }).click();
    await expect(status).toHaveText(/^Saved/);
    await expect(told).toBeHidden();
    const all = "Before. While nobody was signed in. And later.";
    expect(await storedSummary(owner, slug)).toBe(all);
    await page.reload();
    await expect(page.getByRole("textbox", { name: "Summary" })).toHaveValue(all);
    expect(new URL(page.url()).pathname).toBe(paths.review(slug));
    const log = await auditLog(admin, "refused");
    expect(log).toContain(
      `a visitor refused why: not signed in what: PUT ${paths.apiReview(slug)}`,
    );
    // The console tells of the refused save and the refused sign-in, and of nothing else.
    expect(noise.heard.filter((one) => !/\b401\b/.test(one))).toEqual([]);
    await context.close();
  });
}

/** The summary that the server holds. */
async function storedSummary(person: Person, slug: string): Promise<unknown> {
  return (await stored(person, slug)).document.record.summary;
}
