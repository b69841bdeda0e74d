import type { Locator, Page } from "@playwright/test";

/** One of two who write in one review, each in a browser of their own. */
export interface Author {
  readonly page: Page;
  readonly name: string;
  /** Numbers that can be had again, from 0 to below. */
  readonly next: (below: number) => number;
  /** What this author wrote, word by word: each phrase must be somewhere in the end. */
  readonly written: string[];
  /** What this author saw and took away. */
  readonly takenAway: string[];
}

/** Chance that can be had again: histories are the same in every run. */
export function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** Milliseconds between two letters: saves of the other author come in between them. */
const perLetter = 12;

const lists = [
  ["Add a factor", /^Factor \d/, "Statement"],
  ["Add an entry", /^Entry \d/, "What happened"],
  ["Add a source", /^Source \d/, "Title"],
  ["Add an action", /^Action \d/, "What will be done"],
  ["Add a lesson", /^Lesson \d/, /^Lesson \d/],
  ["Add a change", /^Change \d/, "What was changed"],
  ["Add a row", /^Row \d/, "What"],
] as const;

/** Writes a phrase that nobody else writes, letter by letter, wherever the focus is by then. */
async function type(author: Author, phrase: (word: string) => string): Promise<void> {
  const { page, name, next, written } = author;
  const text = phrase(`${name}${written.length}x${next(10_000)}`);
  written.push(text.trim());
  await page.keyboard.type(text, { delay: perLetter });
}

async function addRow(author: Author): Promise<void> {
  const { page, next } = author;
  const [button, group, label] = pick(next, lists);
  if (button === "Add a change") await wantChanges(page);
  await page.getByRole("button", { name: button, exact: true }).click();
  await page.getByRole("group", { name: group }).last().getByLabel(label).first().focus();
  await type(author, (word) => `Here ${word} was met`);
}

/** What the template does not ask for is added as a section first, by whoever wants it first. */
async function wantChanges(page: Page): Promise<void> {
  const section = page.getByRole("button", { name: "What has changed", exact: true });
  if (await section.isVisible()) await section.click();
}

async function addTimeThatCannotBeRead(author: Author): Promise<void> {
  const { page } = author;
  await page.getByRole("button", { name: "Add an entry", exact: true }).click();
  const row = page.getByRole("group", { name: /^Entry \d/ }).last();
  await row.getByLabel("Time").focus();
  await type(author, (word) => `some time near ${word}`);
}

async function goOnInRow(author: Author): Promise<void> {
  const { page, next } = author;
  const rows = page.getByRole("group", { name: /^(Factor|Entry|Source) \d/ });
  const row = rows.nth(next(Math.min(3, await rows.count())));
  const field = row.getByLabel(/^(Statement|What happened|Title)$/);
  await field.focus();
  await page.keyboard.press("End");
  await type(author, (word) => ` and ${word} too`);
}

async function moveRow({ page, next }: Author): Promise<void> {
  const rows = page.getByRole("group", { name: /^(Factor|Entry|Source) \d/ });
  const row = rows.nth(next(await rows.count()));
  await row.getByLabel(/^(Statement|What happened|Title)$/).focus();
  await page.keyboard.press(next(2) === 0 ? "Alt+ArrowUp" : "Alt+ArrowDown");
}

async function removeRow(author: Author): Promise<void> {
  const { page, next, takenAway } = author;
  const rows = page.getByRole("group", { name: /^(Factor|Entry|Source|Action|Lesson) \d/ });
  const count = await rows.count();
  if (count < 4) return addRow(author);
  const button = rows.nth(next(count)).getByRole("button", { name: /^Remove/ });
  takenAway.push(
    // In one go: what another author brings in at this moment was not seen.
    await button.evaluate((remove) => {
      const fields = [...(remove.closest("fieldset")?.querySelectorAll("input, textarea") ?? [])];
      if (remove instanceof HTMLElement) remove.click();
      return fields.map((one) => ("value" in one ? String(one.value) : "")).join("\n");
    }),
  );
}

async function writeInSummary(author: Author): Promise<void> {
  await selectSentence(author, "behind it");
  await type(author, (word) => ` So ${word} followed.`);
}

async function rewriteSentence(author: Author): Promise<void> {
  author.takenAway.push(await selectSentence(author, "itself"));
  await type(author, (word) => ` Instead ${word} was found.`);
}

/** Calls the incident something else. */
export async function rename(author: Author): Promise<void> {
  const title = author.page.getByRole("textbox", { name: "Title", exact: true }).first();
  const before = await title.evaluate((field) => {
    if (!(field instanceof HTMLInputElement)) return "";
    field.focus();
    field.select();
    return field.value;
  });
  author.takenAway.push(before);
  await type(author, (word) => `What ${word} did`);
}

async function writeStory(author: Author): Promise<void> {
  const { page, next } = author;
  await page.getByRole("textbox", { name: "Background" }).click();
  await page.keyboard.press(next(2) === 0 ? "ControlOrMeta+End" : "ControlOrMeta+Home");
  await type(author, (word) => ` Then ${word} came. `);
}

async function chooseSeverity({ page, next }: Author): Promise<void> {
  const severity = pick(next, ["critical", "major", "minor"]);
  await page.getByLabel("Severity").selectOption(severity);
}

const acts = [
  addRow,
  addRow,
  addTimeThatCannotBeRead,
  goOnInRow,
  goOnInRow,
  moveRow,
  removeRow,
  writeInSummary,
  rewriteSentence,
  rewriteSentence,
  rename,
  writeStory,
  chooseSeverity,
];

/** Does one thing that an author does; gives its name. */
export async function writeSomething(author: Author): Promise<string> {
  const act = pick(author.next, acts);
  await act(author);
  return `${author.name}: ${act.name}`;
}

function pick<One>(next: (below: number) => number, all: readonly One[]): One {
  const one = all[next(all.length)];
  if (one === undefined) throw new Error("there is nothing to pick from");
  return one;
}

/** Selects one of the first sentences of the summary, or the place behind it; gives the sentence. */
async function selectSentence(
  { page, next }: Author,
  what: "itself" | "behind it",
): Promise<string> {
  const summary = page.getByRole("textbox", { name: "Summary" });
  return summary.evaluate(
    (field, { nth, isWhole }) => {
      if (!(field instanceof HTMLTextAreaElement)) return "";
      const ends = [...field.value.matchAll(/\./g)].map(({ index }) => index + 1);
      const end = ends[nth % Math.max(1, ends.length)] ?? field.value.length;
      const start = ends.findLast((one) => one < end) ?? 0;
      field.focus();
      field.setSelectionRange(isWhole ? start : end, end);
      return field.value.slice(start, end);
    },
    { nth: next(3), isWhole: what === "itself" },
  );
}

/** All that stands in fields and chips below an element. */
export async function valuesOf(within: Locator): Promise<string> {
  const values = await within
    .locator("input, textarea, select, .cm-line")
    .evaluateAll((all) =>
      all.map((one) => ("value" in one ? String(one.value) : (one.textContent ?? ""))),
    );
  return values.join("\n");
}
