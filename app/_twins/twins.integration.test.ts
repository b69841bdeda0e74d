import { readdir, readFile } from "node:fs/promises";

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

import { GET as classJson } from "#app/(reader)/classes/[slug]/json/route";
import { GET as classMarkdown } from "#app/(reader)/classes/[slug]/markdown/route";
import { GET as incidentJson } from "#app/(reader)/incidents/[slug]/json/route";
import { GET as incidentMarkdown } from "#app/(reader)/incidents/[slug]/markdown/route";
import { GET as atom } from "#app/feed.atom/route";
import { GET as json } from "#app/feed.json/route";
import { emptyNotes, takingNotes } from "#app/page-tags";
import { GET as robots } from "#app/robots.txt/route";
import { GET as sitemap } from "#app/sitemap.xml/route";
import { closeDatabase, database } from "#knowledge/database/client";
import { childrenOf, readXml, textOf } from "#knowledge/text/testing/xml-reading";
import type { FreshDatabase } from "#server/testing/fresh-database";
import { freshLibrary } from "#server/testing/fresh-library";

import { GET as picture } from "../(reader)/incidents/[slug]/picture.png/route";

const origin = "https://incidents.example";
const known = "cloudflare-2025-11-bot-management";

type Twin = (request: Request, context: { params: Promise<{ slug: string }> }) => Promise<Response>;

/** Asks a twin for a slug, and notes with which tags the page layer would keep its answer. */
async function ask(twin: Twin, slug: string) {
  const notes = emptyNotes();
  const answer = await takingNotes(notes, () =>
    twin(new Request(`${origin}/asked`), { params: Promise.resolve({ slug }) }),
  );
  return { answer, tags: notes.tags, type: answer.headers.get("content-type") };
}

async function listed(): Promise<string[]> {
  const root = readXml(await (await sitemap()).text());
  return childrenOf(root, "url").map((url) => textOf(url, "loc"));
}

let fresh: FreshDatabase;
const before = { database: process.env.DATABASE_URL, origin: process.env.PUBLIC_URL };

beforeAll(async () => {
  fresh = await freshLibrary();
  process.env.DATABASE_URL = fresh.url;
  process.env.PUBLIC_URL = origin;
});

afterAll(async () => {
  await closeDatabase();
  process.env.DATABASE_URL = before.database;
  process.env.PUBLIC_URL = before.origin;
  await fresh.drop();
});

describe("the twins of an incident", () => {
  test("are its file byte for byte, and its lists whole, for every incident", async () => {
    const files = await readdir("content/incidents");
    expect(files.length).toBeGreaterThan(100);
    for (const file of files) {
      const slug = file.replace(/\.md$/, "");
      const written = await readFile(`content/incidents/${file}`);
      const markdown = await ask(incidentMarkdown, slug);
      expect(markdown.answer.status).toBe(200);
      expect(Buffer.from(await markdown.answer.arrayBuffer()).equals(written)).toBe(true);
      const twin = z
        .object({
          slug: z.string(),
          story: z.string(),
          factors: z.array(z.object({ id: z.string() })),
        })
        .parse(await (await ask(incidentJson, slug)).answer.json());
      expect(twin.slug).toBe(slug);
      expect(written.toString("utf8").endsWith(twin.story)).toBe(true);
      for (const { id } of twin.factors)
        expect(written.toString("utf8")).toContain(`- id: ${id}\n`);
    }
  });

  test("name their type, and are kept until the incident changes", async () => {
    const markdown = await ask(incidentMarkdown, known);
    expect(markdown.type).toBe("text/markdown; charset=utf-8");
    expect([...markdown.tags]).toEqual([`incident:${known}`]);
    const twin = await ask(incidentJson, known);
    expect(twin.type).toBe("application/json");
    expect([...twin.tags]).toEqual([`incident:${known}`]);
  });

  test("have a picture", async () => {
    const { answer, type, tags } = await ask(picture, known);
    expect(type).toBe("image/png");
    const png = Buffer.from(await answer.arrayBuffer());
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect([...tags]).toEqual([`incident:${known}`]);
  });

  test.each([
    ["Markdown", incidentMarkdown, ".md"],
    ["JSON", incidentJson, ".json"],
    ["picture", picture, "/picture.png"],
  ])("say in plain words that there is no such %s, and what is near", async (_, twin, ending) => {
    const { answer, type } = await ask(twin, "cloudflare-2025-11-bot-managment");
    expect([answer.status, type]).toEqual([404, "text/plain; charset=utf-8"]);
    expect(await answer.text()).toContain(`${origin}/incidents/${known}${ending}\n`);
  });

  test("lead on from a slug that the incident had before", async () => {
    await database().query(`INSERT INTO "Name" ("slug", "kind") VALUES ('bot-trouble', 'former')`);
    await database().query(
      `INSERT INTO "FormerSlug" ("slug", "documentId") SELECT 'bot-trouble', "documentId" FROM "Incident" WHERE "slug" = $1`,
      [known],
    );
    const { answer, tags } = await ask(incidentJson, "bot-trouble");
    expect(answer.status).toBe(308);
    expect(answer.headers.get("location")).toBe(`/incidents/${known}.json`);
    expect(tags).toEqual(new Set(["incident:bot-trouble", `incident:${known}`]));
  });
});

describe("the twins of a class", () => {
  test("hold the very statements of every factor", async () => {
    const statements = await database().query<{ statement: string }>(
      `SELECT "statement" FROM "Factor" JOIN "FactorClass" USING ("documentId", "rowId") WHERE "classSlug" = 'retry-storm'`,
    );
    expect(statements.rows.length).toBeGreaterThan(2);
    const twin = await (await ask(classJson, "retry-storm")).answer.text();
    const markdown = await ask(classMarkdown, "retry-storm");
    expect(markdown.type).toBe("text/markdown; charset=utf-8");
    const text = await markdown.answer.text();
    for (const { statement } of statements.rows) {
      expect(twin).toContain(JSON.stringify(statement));
      expect(text).toContain(statement);
    }
    expect(markdown.tags).toContain("class:retry-storm");
  });

  test("say in plain words that there is no such class, and what is near", async () => {
    const { answer } = await ask(classJson, "retry-strm");
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain(`${origin}/classes/retry-storm.json\n`);
  });
});

describe("the feeds", () => {
  test("tell of the same fifty incidents, newest first, under names that are unlike each other", async () => {
    const notes = emptyNotes();
    const answer = await takingNotes(notes, atom);
    expect(answer.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    expect([...notes.tags]).toEqual(["incidents"]);
    const entries = childrenOf(readXml(await answer.text()), "entry");
    const ids = entries.map((entry) => textOf(entry, "id"));
    expect(new Set(ids).size).toBe(50);
    expect(ids[0]).toMatch(/^tag:incidents\.example,\d{4}-\d{2}-\d{2}:[a-z0-9-]+$/);
    const newest = await database().query<{ slug: string }>(
      `SELECT "slug" FROM "Incident" ORDER BY "recorded" DESC, "slug" LIMIT 50`,
    );
    expect(ids.map((id) => id.split(":")[2])).toEqual(newest.rows.map(({ slug }) => slug));

    const told = z
      .object({ items: z.array(z.object({ id: z.string() })) })
      .parse(await (await json()).json());
    expect(told.items.map(({ id }) => id)).toEqual(ids);
  });
});

describe("the sitemap", () => {
  test("holds every incident, class and list once, under the site's own origin", async () => {
    const addresses = await listed();
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses.every((address) => address.startsWith(`${origin}/`))).toBe(true);
    const under = (path: string) =>
      addresses.filter((address) => address.startsWith(`${origin}${path}`)).length;
    expect([under("/incidents/"), under("/classes/")]).toEqual([101, 86]);
    for (const path of ["/", "/incidents", "/claims", "/glossary", "/sectors/cloud"]) {
      expect(addresses).toContain(`${origin}${path}`);
    }
    for (const path of ["/patterns/", "/organizations/", "/products/", "/sources/", "/reading/"]) {
      expect(under(path)).toBeGreaterThan(0);
    }
  });

  test("is named by robots.txt", async () => {
    expect(await robots().text()).toContain(`\nSitemap: ${origin}/sitemap.xml\n`);
  });
});

describe("an incident that visitors may no longer read", () => {
  const hidden = "aws-2017-02-s3";
  const twins: readonly Twin[] = [incidentMarkdown, incidentJson, picture];

  async function mentions(): Promise<boolean[]> {
    const answers = await Promise.all([atom(), json(), sitemap()]);
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    return texts.map((text) => text.includes(hidden));
  }

  test("is nowhere while only members may", async () => {
    expect(await mentions()).toEqual([true, true, true]);
    await database().query(`UPDATE "Incident" SET "visibility" = 'members' WHERE "slug" = $1`, [
      hidden,
    ]);
    for (const twin of twins) {
      const { answer } = await ask(twin, hidden);
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain(hidden);
    }
    expect(await mentions()).toEqual([false, false, false]);
  });

  test("is said to be withdrawn once it is archived", async () => {
    await database().query(`DELETE FROM "SearchEntry" WHERE "slug" = $1`, [hidden]);
    await database().query(`DELETE FROM "Incident" WHERE "slug" = $1`, [hidden]);
    await database().query(`UPDATE "Document" SET "state" = 'archived' WHERE "slug" = $1`, [
      hidden,
    ]);
    for (const twin of twins) {
      const { answer, type, tags } = await ask(twin, hidden);
      expect([answer.status, type]).toEqual([410, "text/plain; charset=utf-8"]);
      expect(await answer.text()).toContain("withdrawn");
      expect(tags.size).toBe(0);
    }
    expect(await mentions()).toEqual([false, false, false]);
  });
});
