import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

import { POST as ask } from "#app/api/likenesses/route";
import { closeDatabase } from "#knowledge/database/client";
import { rows } from "#knowledge/database/query";
import { inTransaction, storeAccount } from "#knowledge/people/account.store";
import { settleSite } from "#knowledge/people/testing/settled-site";
import type { FreshDatabase } from "#server/testing/fresh-database";
import { freshLibrary } from "#server/testing/fresh-library";

import { browserOf, json } from "./testing/browser";

let fresh: FreshDatabase;
let cookie: string;

beforeAll(async () => {
  fresh = await freshLibrary();
  process.env.DATABASE_URL = fresh.url;
  settleSite();
  const account = {
    name: "Ann",
    email: "Ann@example.org",
    duty: "author",
    passwordKept: "none",
  } as const;
  const id = await inTransaction((connection) => storeAccount(account, connection));
  cookie = await browserOf({ kind: "member", id, name: "Ann", duty: "author", sessionId: "s" });
});

afterAll(async () => {
  await closeDatabase();
  await fresh.drop();
});

const Told = z.object({ incidents: z.array(z.object({ slug: z.string() })) });

async function alikeTo(question: { text: string; slug?: string }): Promise<string[]> {
  const answer = await ask(json(question, { cookie }));
  expect(answer.status).toBe(200);
  return Told.parse(await answer.json()).incidents.map(({ slug }) => slug);
}

/** What the editor sends of a published document: its title, its summary and its factors. */
async function writtenOf(slug: string): Promise<string> {
  const [found] = await rows(
    z.object({ text: z.string() }),
    `SELECT concat_ws(E'\n', i."title", i."summary", (SELECT string_agg(concat_ws(E'\n', f."statement", f."detail"), E'\n' ORDER BY f."position")
       FROM "Factor" f WHERE f."documentId" = i."documentId")) AS "text"
     FROM "Incident" i WHERE i."slug" = $1`,
    [slug],
  );
  return found?.text ?? "";
}

describe("what is published, and is revised", () => {
  const slug = "azure-2023-01-wan";

  test("is most like itself, and by that alone would leave nothing beside it", async () => {
    expect(await alikeTo({ text: await writtenOf(slug) })).toEqual([slug]);
  });

  test("reminds of others where it is said which one it is, and not of itself", async () => {
    const others = await alikeTo({ text: await writtenOf(slug), slug });
    expect(others.length).toBeGreaterThan(2);
    expect(others).not.toContain(slug);
  });

  test("is taken for a text like any other under a name that nothing published has", async () => {
    const text = await writtenOf(slug);
    expect(await alikeTo({ text, slug: "draft-abcdefgh" })).toEqual(await alikeTo({ text }));
  });
});

test("who asks for much is told when to go on", async () => {
  const answers = [];
  for (let time = 0; time < 6; time++) {
    answers.push(await ask(json({ text: "x".repeat(100_000) }, { cookie })));
  }
  const refused = answers.find(({ status }) => status !== 200);
  expect(refused?.status).toBe(429);
  expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
  const { detail } = z.object({ detail: z.string() }).parse(await refused?.json());
  expect(detail).toMatch(/^There came much text from where you are\. Wait \d+ seconds?\.$/);
});
