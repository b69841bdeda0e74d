import type { Browser, BrowserContext, Page } from "@playwright/test";
import { request, type APIRequestContext } from "@playwright/test";
import * as z from "zod";

import { paths } from "#app/paths";

import { listenTo } from "../support/noise";
import { test as base } from "../support/test";
import { setUpLink, startOwnServer } from "./own-server";

const password = "four plain words here";

/** Somebody who writes, signed in; asks the server without a page. */
export interface Writer {
  readonly name: string;
  readonly api: APIRequestContext;
}

/** A server with people on it who write. */
export interface WritingSite {
  readonly url: string;
  /** The admin. */
  readonly ada: Writer;
  readonly ben: Writer;
  /** Makes an invitation; gives its link. */
  readonly invite: (duty: string) => Promise<string>;
}

const Link = z.object({ link: z.string() });
const Begun = z.object({ slug: z.string() });
const Stands = z.object({
  conflict: z.object({
    version: z.number(),
    document: z.object({ record: z.record(z.string(), z.unknown()), story: z.string() }),
    unfinished: z.record(z.string(), z.string()),
  }),
});

async function startWritingSite(): Promise<WritingSite & { stop: () => Promise<void> }> {
  const own = await startOwnServer();
  const setUp = await setUpLink(own.said);
  const ada = await joined(own.url, { name: "Ada", purpose: "setup", link: setUp });
  const invite = async (duty: string) => {
    const made = await ada.api.post(paths.apiInvitations(), { data: { duty } });
    return Link.parse(await made.json()).link;
  };
  const link = await invite("author");
  const ben = await joined(own.url, { name: "Ben", purpose: "invitation", link });
  const stop = async () => {
    for (const { api } of [ada, ben]) await api.dispose();
    await own.stop();
  };
  return { url: own.url, ada, ben, invite, stop };
}

interface Joining {
  readonly name: string;
  readonly purpose: "setup" | "invitation";
  readonly link: string;
}

async function joined(site: string, { name, purpose, link }: Joining): Promise<Writer> {
  const api = await request.newContext({ baseURL: site, extraHTTPHeaders: { origin: site } });
  const { pathname, searchParams } = new URL(link);
  const token = searchParams.get("token") ?? pathname.split("/").at(-1);
  const email = `${name.toLowerCase()}@example.org`;
  const response = await api.post(paths.apiAccounts(), {
    data: { purpose, token, name, email, password },
  });
  base.expect(response.status(), await response.text()).toBe(200);
  return { name, api };
}

/** The tests' test, with a server on which an admin and an author write. */
export const test = base.extend<object, { writing: WritingSite }>({
  writing: [
    async ({}, use) => {
      const writing = await startWritingSite();
      await use(writing);
      await writing.stop();
    },
    { scope: "worker", timeout: 300_000 },
  ],
  site: [async ({ writing }, use) => use(writing.url), { scope: "worker" }],
});

export const { expect } = test;

/**
 * A browser of somebody who writes. What its pages complain of fails the test when it is closed, but
 * for answers that are part of the test. Another author's save is always one.
 */
export async function browserOf(
  browser: Browser,
  site: string,
  writer: Writer,
  answers: readonly number[] = [],
): Promise<BrowserContext> {
  const storageState = await writer.api.storageState();
  const context = await browser.newContext({ baseURL: site, storageState });
  const noise = listenTo(context, site);
  context.once("close", () => {
    const expected = new RegExp(`(^|status of )(${[409, ...answers].join("|")})\\b`);
    const heard = noise.heard.filter((one) => !expected.test(one));
    expect(heard, "what pages complained of").toEqual([]);
  });
  return context;
}

/** Begins a review, with a document where there is one; gives its slug. */
export async function begin(
  { api }: Writer,
  template: string,
  document?: { record: object; story: string },
): Promise<string> {
  const made = await api.post(paths.apiReviews(), { data: { template, document } });
  expect(made.status(), await made.text()).toBe(200);
  return Begun.parse(await made.json()).slug;
}

/** What the server holds of a review: a save on an old version is refused with it. */
export async function stored({ api }: Writer, slug: string) {
  const data = { version: 999_999, document: { record: {}, story: "" } };
  const response = await api.put(paths.apiReview(slug), { data });
  expect(response.status()).toBe(409);
  return Stands.parse(await response.json()).conflict;
}

/** Waits until all that was written is saved. */
export async function saved(page: Page): Promise<void> {
  await expect(page.locator(".ed-status")).toHaveText(/^Saved /, { timeout: 30_000 });
}
