import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { checkDocument } from "#knowledge/language/check-document";
import { documentOf } from "#knowledge/review/draft";
import { entry } from "#knowledge/review/merge/testing/written";

import { Asking, type AskedFor } from "./asking";
import { LanguageStore, placedFindings } from "./language-store";
import { withRows } from "./editing";
import { RowAddresses } from "./row-addresses";
import { begun, begunAt } from "./saver-for-tests";

beforeEach(() => {
  vi.useFakeTimers({ now: begunAt });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A review of which somebody asks for approval. */
function asking() {
  const { far, store, saver } = begun();
  const addresses = new RowAddresses(store, []);
  const language = new LanguageStore();
  language.checkBy(async () => {
    const document = documentOf(store.draft);
    addresses.learn(placedFindings(checkDocument(document), document, store.draft.story));
  });
  const asked: AskedFor[] = [];
  const editors = new Asking({ store, saver, addresses, language }, async (what) => {
    asked.push(what);
    return [];
  });
  const ask = () => editors.once("Look at the start.");
  return { far, store, language, asked, ask };
}

/** Types an entry that names somebody. */
function typeName({ store }: ReturnType<typeof asking>) {
  const id = store.newId();
  store.edit("timeline.new", (draft) =>
    withRows(draft, "timeline", [entry(id, "Bob Smith paged the database team.", { source: [] })]),
  );
}

test("a name that was typed a moment before asking is in no id that is saved", async () => {
  const page = asking();
  typeName(page);
  const outcome = page.ask();
  await vi.advanceTimersByTimeAsync(0);
  await page.far.saves();
  expect(await outcome).toEqual([]);
  const saved = page.far.sent.flatMap(({ document }) => document.record.timeline);
  expect(saved.map(({ id, text }) => [id, text])).toEqual([
    ["paged-the-database-team", "Bob Smith paged the database team."],
  ]);
  expect(page.asked).toEqual([{ version: 2, note: "Look at the start." }]);
});

test("editors are asked although the language check does not answer", async () => {
  const page = asking();
  page.language.checkBy(() => new Promise<void>(() => {}));
  typeName(page);
  const outcome = page.ask();
  await vi.advanceTimersByTimeAsync(10_000);
  await page.far.saves();
  await vi.advanceTimersByTimeAsync(100);
  expect(await outcome).toEqual([]);
  expect(page.asked).toHaveLength(1);
});

test("nobody is asked about what cannot be saved", async () => {
  const page = asking();
  typeName(page);
  const outcome = page.ask();
  await vi.advanceTimersByTimeAsync(0);
  await page.far.answer({ kind: "unreachable" });
  expect(await outcome).toEqual(["It is not saved yet. Nothing was asked."]);
  expect(page.asked).toEqual([]);
});

test("who presses twice asks once, and may try again where nothing came of it", async () => {
  const page = asking();
  typeName(page);
  const refused = [page.ask(), page.ask()];
  await vi.advanceTimersByTimeAsync(0);
  await page.far.answer({ kind: "unreachable" });
  expect(await Promise.all(refused)).toEqual([expect.any(Array), null]);
  const asked = [page.ask(), page.ask()];
  await vi.advanceTimersByTimeAsync(0);
  await page.far.saves();
  expect(await Promise.all(asked)).toEqual([[], null]);
  // The page is about to be loaded again.
  expect(await page.ask()).toBeNull();
  expect(page.asked).toHaveLength(1);
});
