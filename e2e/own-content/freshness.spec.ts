import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { APIRequestContext } from "@playwright/test";

import { fewAtOnce } from "../support/at-once";
import { expectNoBarrierInEitherTheme } from "../support/barriers";
import { incidents } from "../support/kinds";
import { classesOf } from "../support/library";
import type { OwnServer, Ran } from "../own-server/own-server";
import { expect, test } from "../own-server/test";

test.setTimeout(180_000);

const slug = incidents.botManagement;
const page = `/incidents/${slug}`;
const before = "A query for column names began to return each name twice.";
const after = "A query for column names returned every name two times over.";
const summaryBefore = "Cloudflare called it its worst outage since 2019.";
const summaryAfter = "Nobody there remembered a worse one.";

test("what is imported while the server runs is on every page within a second", async ({
  own,
  request,
}) => {
  const kept = [page, `${page}.md`, `${page}.json`, "/classes/interface-contract-mismatch"];
  for (const address of kept) expect(await textAt(request, address), address).toContain(before);
  for (const feed of ["/feed.atom", "/feed.json"])
    expect(await textAt(request, feed)).toContain(summaryBefore);

  const ran = await importChange(own);
  const imported = performance.now();
  expect(ran.complained).toBe("");
  expect(ran.said).toMatch(/0 to create, 1 to update, 100 unchanged/);
  expect(ran.code).toBe(0);

  for (const address of kept) {
    await expect(async () => {
      expect(await textAt(request, address), address).toContain(after);
    }).toPass({ timeout: 1_000, intervals: [50] });
    expect(await textAt(request, address), address).not.toContain(before);
  }
  for (const feed of ["/feed.atom", "/feed.json"])
    expect(await textAt(request, feed)).toContain(summaryAfter);
  expect(performance.now() - imported, "milliseconds for all of them").toBeLessThan(5_000);
});

test("its history has both revisions, and their difference shows what changed", async ({
  own,
  page: tab,
}) => {
  await importChange(own);
  await tab.goto(`${page}/history`);
  const list = tab.getByRole("main");
  await expect(list.getByRole("link", { name: /\b1\b/ }).first()).toBeVisible();
  await expect(list.getByRole("link", { name: /\b2\b/ }).first()).toBeVisible();

  await tab.goto(`${page}/history/2?against=1`);
  await expect(
    tab
      .locator("del")
      .filter({ hasText: /began|return/ })
      .first(),
  ).toBeVisible();
  await expect(
    tab
      .locator("ins")
      .filter({ hasText: /returned|every|two times/ })
      .first(),
  ).toBeVisible();
  await expectNoBarrierInEitherTheme(tab);
  await tab.goto(`${page}/history/1`);
  await expect(tab.getByRole("main")).toContainText(before);
  await expect(tab.getByRole("main")).not.toContainText(after);
});

test("importing the same again changes nothing", async ({ own, request }) => {
  await importChange(own);
  const first = await textAt(request, page);
  const ran = await own.hindsight("import", own.content);
  expect(ran.code).toBe(0);
  expect(ran.said).toContain("not changed");
  expect(await textAt(request, page)).toBe(first);
});

test("a rebuild gives every page, Markdown and JSON as they were", async ({
  own,
  request,
  library,
}) => {
  const addresses = [
    ...library.incidents.map((incident) => `/incidents/${incident.slug}`),
    ...classesOf(library).map((one) => `/classes/${one.slug}`),
  ].flatMap((address) => [address, `${address}.md`, `${address}.json`]);
  const look = async () => {
    const all = new Map<string, string>();
    await fewAtOnce(addresses, async (address) => {
      all.set(address, mainOf(await textAt(request, address)));
    });
    return all;
  };
  const earlier = await look();
  const ran = await own.hindsight("rebuild");
  expect(ran.complained).toBe("");
  expect(ran.code).toBe(0);
  expect(ran.said).toContain("101 published documents");
  const later = await look();
  expect(addresses.filter((address) => earlier.get(address) !== later.get(address))).toEqual([]);
});

test("what is exported can be imported again, and is exported the same to the byte", async ({
  own,
}) => {
  const [once, twice] = [join(own.dataFolder, "../once"), join(own.dataFolder, "../twice")];
  expect((await own.hindsight("export", once)).code).toBe(0);
  expect(bytesUnder(once)).toEqual(bytesUnder(own.content));
  const ran = await own.hindsight("import", once);
  expect(ran.complained).toBe("");
  expect(ran.said).toMatch(/not changed|0 to create, 0 to update/);
  expect((await own.hindsight("export", twice)).code).toBe(0);
  expect(bytesUnder(twice)).toEqual(bytesUnder(once));
});

/** Changes two texts of a file, where that has not been done yet, and imports the folder. */
function importChange(own: OwnServer): Promise<Ran> {
  const file = join(own.content, "incidents", `${slug}.md`);
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace(before, after).replace(summaryBefore, summaryAfter));
  return own.hindsight("import", own.content);
}

async function textAt(request: APIRequestContext, address: string): Promise<string> {
  const answer = await request.get(address);
  expect(answer.status(), address).toBe(200);
  return answer.text();
}

/** What a page says, without the frame; the whole of what is no page. */
function mainOf(text: string): string {
  return /<main.*<\/main>/s.exec(text)?.[0] ?? text;
}

/** Every file under a folder with its bytes, by its path; names that begin with a dot left out. */
function bytesUnder(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    names.toSorted().map((name) => [name.slice(folder.length), readFileSync(name, "base64")]),
  );
}
