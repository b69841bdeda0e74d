import type { Browser, Page } from "@playwright/test";
import * as z from "zod";

import { paths } from "#app/paths";
import { hostileTexts } from "#knowledge/text/hostile.corpus";

import { ask, begin, save, written } from "./authored";
import { dangersOn } from "./dangers";
import { leaving, running, sayingAll, storyOf } from "./hostile-reviews";
import { done, expect, invitation, joined, send, test, type Person } from "./people";
import { browserOf } from "./writing";

/** Hostile texts in every field of a review are harmless words wherever a review is shown. */

test.describe.configure({ mode: "serial" });
test.setTimeout(240_000);

const markup = "<img src=x onerror=alert(1)>";
const texts = Object.values(hostileTexts).flat();

interface Group {
  readonly slug: string;
  readonly said: readonly string[];
}

const Problem = z.object({ detail: z.string() });
const groups: Group[] = [];
const refused: string[] = [];
let mallory: Person;

/** A text that nobody may say is refused in words; what is taken comes into reviews, many to each. */
test.beforeAll(async ({ own, people }) => {
  test.setTimeout(240_000);
  const token = await invitation(people.admin, "author");
  const name = `Mallory ${markup}`;
  mallory = await joined(own, name, { purpose: "invitation", token });
  const taken: string[] = [];
  for (const text of texts) {
    const document = sayingAll([text.trim()], storyOf([text]));
    const answer = await send(mallory, paths.apiReviews(), { template: "full-review", document });
    if (answer.status() === 200) taken.push(text.trim());
    else {
      expect(answer.status(), text).toBe(422);
      refused.push(Problem.parse(await answer.json()).detail);
    }
  }
  for (let at = 0; at < taken.length; at += 24) {
    const said = taken.slice(at, at + 24);
    groups.push({ slug: await begin(mallory, sayingAll(said, storyOf(said))), said });
  }
});

test("what no text may hold is refused in words, addresses that run too", async () => {
  expect(groups.length).toBeGreaterThan(1);
  expect(refused.length).toBeGreaterThan(0);
  for (const why of refused) expect(why).toMatch(/No draft was made of this: .*expected/);
  const slug = groups[0]?.slug ?? "";
  for (const url of running) {
    const source = { id: "report", url, title: "A source", kind: "analysis", seen: "full" };
    const link = { id: "a", text: "Done.", kind: "prevent", factors: [], state: "open", link: url };
    for (const record of [{ sources: [source] }, { actions: [link] }]) {
      const document = written("Running", record);
      const answer = await mallory.asks.put(paths.apiReview(slug), {
        data: { version: 1, document },
      });
      expect(`${url} ${answer.status()}`).toBe(`${url} 422`);
    }
    const note = { incident: "aws-2017-02-s3", text: "Words.", url };
    // An address is told as it was typed; what leads nowhere good is not taken.
    if (url.trim() === url)
      expect((await send(mallory, paths.apiNotes(), note)).status()).toBe(422);
  }
});

test("in the editor, its preview and the page of what would be published they are words", async ({
  browser,
  own,
}) => {
  const page = await pageOf(browser, own.url, mallory);
  for (const { slug, said } of groups) {
    await page.goto(paths.review(slug));
    await expect(page.locator(".ed-status")).toHaveText(/^Saved \d/);
    await page
      .getByRole("button", { name: /^Preview of / })
      .evaluateAll((buttons) =>
        buttons.forEach((one) => one instanceof HTMLElement && one.click()),
      );
    expect(await page.locator(".ed-preview").count()).toBeGreaterThanOrEqual(said.length);
    await expect(page.getByText("The preview comes …")).toHaveCount(0);
    expect(await dangersOn(page, true), slug).toEqual([]);
    const summary = await page.getByRole("textbox", { name: "Summary" }).inputValue();
    expect(summary).toBe(said[0]);
    await page.goto(paths.reviewPreview(slug));
    expect(await dangersOn(page), `${slug} preview`).toEqual([]);
  }
  await page.getByRole("link", { name: "Back to writing" }).click();
  await page.getByRole("button", { name: "As text" }).click();
  expect(await dangersOn(page, true), "as text").toEqual([]);
  await page.context().close();
});

test("in history, and between two revisions, they are words", async ({ browser, own, people }) => {
  for (const { slug, said } of groups) {
    // A revision that has a name changes no more, so the next save makes another one.
    await done(mallory, paths.apiRevision(slug, 1), {
      name: markup,
      note: `${markup}\n${said[0]}`,
    });
    const turned = said.toReversed();
    await save(mallory, slug, { version: 1, document: sayingAll(turned, storyOf(turned)) });
  }
  const page = await pageOf(browser, own.url, people.editor);
  for (const { slug } of groups) {
    for (const address of [
      paths.incidentHistory(slug),
      paths.revision(slug, 2, 1),
      paths.revision(slug, 2),
    ]) {
      await page.goto(address);
      expect(await dangersOn(page), address).toEqual([]);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
  }
  await page.context().close();
});

const Asked = z.object({ slug: z.string() });

test("published, printed, in feeds and in search they are words", async ({
  browser,
  own,
  people,
}) => {
  const page = await pageOf(browser, own.url, people.editor);
  const shown: string[] = [];
  for (const [at, { slug, said }] of groups.entries()) {
    const story = `## Told\n\n${said.filter((text) => !/\[\[|!\[|\[\^/.test(text)).join("\n\n")}\n`;
    const plain = said.filter((text) => !text.includes("[["));
    const last = await save(mallory, slug, { version: 2, document: sayingAll(plain, story) });
    const revision = await ask(mallory, slug, last.version);
    const answer = await send(people.editor, paths.apiOfReview(slug, "assessments"), {
      revision,
      assessment: "approved",
      note: markup,
    });
    expect(answer.status()).toBe(200);
    const published = await send(people.editor, paths.apiOfReview(slug, "publications"), {
      revision,
      as: `hostile-review-${at}`,
    });
    if (published.status() === 422) continue;
    shown.push(Asked.parse(await published.json()).slug);
  }
  expect(shown.length).toBeGreaterThan(groups.length / 2);
  for (const slug of shown) {
    await page.emulateMedia({ media: "screen" });
    await page.goto(paths.incident(slug));
    expect(await dangersOn(page), slug).toEqual([]);
    await page.emulateMedia({ media: "print" });
    expect(await dangersOn(page), `${slug}, printed`).toEqual([]);
  }
  await page.emulateMedia({ media: "screen" });
  for (const address of [
    "/",
    "/search?q=alert",
    "/products",
    "/claims",
    "/sources",
    paths.reviews(),
    paths.review(shown[0] ?? ""),
  ]) {
    await page.goto(address);
    expect(await dangersOn(page, /^\/(?:write|search)/.test(address)), address).toEqual([]);
  }
  for (const feed of ["/feed.atom", "/search.atom?q=alert", "/sitemap.xml"]) {
    const text = await (await people.visitor.asks.get(feed)).text();
    expect(text).not.toMatch(/<script|<img/i);
    const fault = await page.evaluate(
      (xml) =>
        new DOMParser().parseFromString(xml, "text/xml").querySelector("parsererror")?.textContent,
      text,
    );
    expect(fault, feed).toBeUndefined();
  }
  for (const json of ["/feed.json", "/search.json?q=alert"]) {
    expect((await people.visitor.asks.get(json)).headers()["content-type"]).toContain("json");
  }
  await page.context().close();
});

const Receipt = z.object({ receipt: z.string() });

test("a note of a reader is words, for editors and on its receipt; so is a name", async ({
  browser,
  own,
  people,
}) => {
  const { visitor, editor, admin } = people;
  const incident = "aws-2017-02-s3";
  const note = {
    incident,
    text: `${markup} [x](javascript:alert(1))`,
    url: leaving[1],
    credit: markup,
  };
  const { receipt } = Receipt.parse(await done(visitor, paths.apiNotes(), note));
  const page = await pageOf(browser, own.url, editor);
  await page.goto(paths.reviews());
  await expect(page.getByText(note.text)).toBeVisible();
  expect(await dangersOn(page)).toEqual([]);
  await page.goto(receipt);
  await expect(page.getByText(note.text)).toBeVisible();
  expect(await dangersOn(page)).toEqual([]);
  await page.context().close();
  const settings = await pageOf(browser, own.url, admin);
  for (const part of ["people", "audit"] as const) {
    await settings.goto(paths.settings(part));
    await expect(settings.getByText(mallory.name).first()).toBeVisible();
    expect(await dangersOn(settings), part).toEqual([]);
  }
  await settings.context().close();
});

/** A page of a browser in which somebody is signed in, and in which whatever a page tries is heard. */
async function pageOf(browser: Browser, url: string, person: Person): Promise<Page> {
  const page = await (await browserOf(browser, url, person)).newPage();
  // Pictures may only come from here, and here is none.
  await page.route("**/files/*", (route) => route.fulfill({ status: 204 }));
  return page;
}
