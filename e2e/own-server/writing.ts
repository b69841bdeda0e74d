import type { Browser, BrowserContext, Page } from "@playwright/test";
import * as z from "zod";

import { paths } from "#app/paths";

import { listenTo } from "../support/noise";
import { expect, type Person } from "./people";

const Stands = z.object({
  conflict: z.object({
    version: z.number(),
    document: z.object({ record: z.record(z.string(), z.unknown()), story: z.string() }),
    unfinished: z.record(z.string(), z.string()),
  }),
});

/**
 * A browser in which somebody is signed in. What its pages complain of fails the test when it is closed, but
 * for answers that are part of the test. Another author's save is always one.
 */
export async function browserOf(
  browser: Browser,
  site: string,
  writer: Person,
  answers: readonly number[] = [],
): Promise<BrowserContext> {
  const storageState = await writer.asks.storageState();
  const context = await browser.newContext({ baseURL: site, storageState });
  const noise = listenTo(context, site);
  context.once("close", () => {
    const expected = new RegExp(`(^|status of )(${[409, ...answers].join("|")})\\b`);
    const heard = noise.heard.filter((one) => !expected.test(one));
    expect(heard, "what pages complained of").toEqual([]);
  });
  return context;
}

/** What the server holds of a review: a save on an old version is refused with it. */
export async function stored({ asks }: Person, slug: string) {
  const data = { version: 999_999, document: { record: {}, story: "" } };
  const response = await asks.put(paths.apiReview(slug), { data });
  expect(response.status()).toBe(409);
  return Stands.parse(await response.json()).conflict;
}

/** Lets the page hear of what others save by its own saves alone, and not in between. */
export async function unwatched(page: Page): Promise<void> {
  // A question that is never answered: the page asks no other before.
  await page.route(/\?since=\d+$/, () => undefined);
}

/** Waits until all that was written is saved. */
export async function saved(page: Page): Promise<void> {
  await expect(page.locator(".ed-status")).toHaveText(/^Saved /, { timeout: 30_000 });
}
