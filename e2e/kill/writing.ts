import { expect, type BrowserContext, type Page, type Request } from "@playwright/test";
import * as z from "zod";

import { paths } from "#app/paths";

const Sent = z.object({
  version: z.number(),
  document: z.object({ record: z.record(z.string(), z.unknown()), story: z.string() }),
});
const Confirmed = z.object({ version: z.number() });
const Stands = z.object({
  conflict: z.object({
    version: z.number(),
    document: z.object({
      record: z.object({ summary: z.string().optional() }).loose(),
      story: z.string(),
    }),
  }),
});

/** What somebody has typed so far, and what became of it. */
export interface Written {
  /** Each word with the time at which its last letter was typed, in milliseconds of the epoch. */
  readonly words: readonly { readonly word: string; readonly at: number }[];
  /** Summaries that were sent, by the version on which they were based. */
  readonly sent: readonly { readonly version: number; readonly summary: string }[];
  /** Versions that the server has confirmed. */
  readonly confirmed: readonly number[];
  /** Resolves as soon as a save is under way. */
  readonly savingNow: () => Promise<void>;
  readonly stop: () => void;
}

/** Types words for so many milliseconds, and goes on typing until it is stopped. */
export async function writeOn(page: Page, milliseconds: number): Promise<Written> {
  const words: { word: string; at: number }[] = [];
  const sent: { version: number; summary: string }[] = [];
  const confirmed: number[] = [];
  const stopped = new AbortController();
  let onSave: (() => void) | undefined;
  // Heard of before it leaves the browser: a tab that dies would keep it to itself.
  await page.route("**/api/reviews/*", async (route) => {
    const save = saveIn(route.request());
    if (save) sent.push(save);
    await route.continue().catch(() => undefined);
    if (save) onSave?.();
  });
  page.on("requestfinished", async (request) => {
    if (!saveIn(request)) return;
    const body: unknown = await (await request.response())?.json().catch(() => null);
    const read = Confirmed.safeParse(body);
    if (read.success) confirmed.push(read.data.version);
  });

  await page.getByRole("textbox", { name: "Summary" }).click();
  const typing = (async () => {
    for (let number = 1; !stopped.signal.aborted; number += 1) {
      const word = `word${number}`;
      await page.keyboard.type(`${word} `, { delay: 12 });
      words.push({ word, at: Date.now() });
    }
  })().catch(() => undefined);
  await page.waitForTimeout(milliseconds);
  return {
    words,
    sent,
    confirmed,
    savingNow: () => new Promise((resolve) => (onSave = resolve)),
    stop: () => {
      stopped.abort();
      void typing;
    },
  };
}

function saveIn(request: Request): { version: number; summary: string } | null {
  if (request.method() !== "PUT") return null;
  const read = Sent.safeParse(request.postDataJSON());
  if (!read.success) return null;
  const { summary } = read.data.document.record;
  return { version: read.data.version, summary: typeof summary === "string" ? summary : "" };
}

/** The most that may be lost, in milliseconds of typing. */
const mostLost = 2_000;

/** Opens the review again and holds what is there against what was typed and confirmed. */
export async function heldAfter(page: Page, written: Written, struckAt: number, lives: boolean) {
  const context = page.context();
  const address = page.url();
  const stored = await storedSummary(context, address);
  // No revision is torn: what is stored is one of the texts that were sent, to the letter.
  expect([...written.sent.map(({ summary }) => summary), ""]).toContain(stored.summary);
  // What was confirmed is there: nothing older stands in its place.
  const last = Math.max(1, ...written.confirmed);
  expect(stored.version).toBeGreaterThanOrEqual(last);
  const confirmedText = written.sent.find(({ version }) => version === last - 1)?.summary ?? "";
  expect(stored.summary.startsWith(confirmedText)).toBe(true);

  // A tab that lives on saves by itself; one that is gone left its text in the browser.
  if (lives) await saved(page);
  await page.close();
  const again = await context.newPage();
  await again.goto(address);
  await saved(again);
  await again.waitForTimeout(1_000);
  await saved(again);
  const text = await again.getByRole("textbox", { name: "Summary" }).inputValue();
  const before = written.words.filter(({ at }) => at <= struckAt);
  const missing = before.filter(({ word }) => !text.includes(`${word} `) && !text.endsWith(word));
  const lost = missing.length === 0 ? 0 : struckAt - Math.min(...missing.map(({ at }) => at));
  expect(before.length).toBeGreaterThan(5);
  expect(lost, "milliseconds of typing that were lost").toBeLessThanOrEqual(mostLost);
  return { lost, saves: written.sent.length, confirmed: "yes" };
}

async function saved(page: Page): Promise<void> {
  await page.locator(".ed-status", { hasText: /^Saved/ }).waitFor({ timeout: 60_000 });
}

/** What the server holds: a save on an old version is refused with it. */
async function storedSummary(context: BrowserContext, address: string) {
  const { origin, pathname } = new URL(address);
  const slug = pathname.split("/").at(-1) ?? "";
  const stale = { version: 999_999, document: { record: {}, story: "" }, unfinished: {} };
  let answer: unknown;
  await expect(async () => {
    const response = await context.request.put(origin + paths.apiReview(slug), {
      headers: { origin },
      data: stale,
    });
    expect(response.status()).toBe(409);
    answer = await response.json();
  }).toPass({ timeout: 60_000 });
  const { conflict } = Stands.parse(answer);
  return { version: conflict.version, summary: conflict.document.record.summary ?? "" };
}
