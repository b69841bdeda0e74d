import { writeFile } from "node:fs/promises";
import path from "node:path";

import type { Browser, Locator, Page } from "@playwright/test";

import type { Chance } from "../chance";
import { threadsOf, traceCategories, type Thread } from "./trace";

/** What is typed, again and again: the check has something to say of some of it. */
const sentences =
  "The flush reached every region because nothing limits it to one. The graph had been red for " +
  "ten minutes, and the page went to a team that no longer owns the cache. The operator should " +
  "have asked for the region by name. Reads were served from a replica again at a quarter past two. ";

/** Milliseconds between two keys: that of a fast typist, never the same. */
const between = { least: 50, more: 60 };
/** Milliseconds after a sentence: enough for the check, every other time for a save. */
const afterSentence = { short: 700, long: 1_400 };

/** Records what the browser does with a page while some work is under way. */
export async function recorded(
  browser: Browser,
  page: Page,
  { work, keep }: { work: () => Promise<void>; keep: string | null },
): Promise<Thread[]> {
  await browser.startTracing(page, { categories: [...traceCategories] });
  let recording: Buffer;
  try {
    await work();
  } finally {
    recording = await browser.stopTracing();
  }
  if (keep !== null) await writeFile(keep, recording);
  return threadsOf(recording.toString("utf8"));
}

/** Types so many letters where the focus is, as a person would. */
export async function typeLetters(page: Page, letters: number, chance: Chance): Promise<void> {
  const text = sentences.repeat(Math.ceil(letters / sentences.length)).slice(0, letters);
  let ended = 0;
  for (const letter of text) {
    await page.keyboard.type(letter);
    await page.waitForTimeout(between.least + chance.below(between.more));
    if (letter !== ".") continue;
    ended += 1;
    await page.waitForTimeout(ended % 2 === 0 ? afterSentence.long : afterSentence.short);
  }
}

/** Puts the cursor into the middle of a text. */
export async function goIntoText(field: Locator): Promise<void> {
  await field.scrollIntoViewIfNeeded();
  await field.focus();
  const { keyboard } = field.page();
  await keyboard.press("Control+Home");
  for (let line = 0; line < 12; line += 1) await keyboard.press("ArrowDown");
  await keyboard.press("End");
}

/** Where the recording of one measurement is kept, if it is to be kept. */
export function keptAt(folder: string | null, name: string): string | null {
  return folder === null ? null : path.join(folder, `${name.replaceAll(/[^a-z]+/gi, "-")}.json`);
}
