import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

import { closeDatabase, database } from "#knowledge/database/client";
import { collectionFigures } from "#knowledge/incident/incident.store";
import { Role } from "#knowledge/incident/vocabulary";
import { countClasses } from "#knowledge/patterns/class-count";
import { findHeld } from "#knowledge/patterns/held";
import { findOverYears } from "#knowledge/patterns/over-years";
import { findTimes } from "#knowledge/patterns/times";
import { findTogether } from "#knowledge/patterns/together";
import type { View } from "#knowledge/patterns/view";
import { readingAs, type Audience } from "#knowledge/people/audience";
import { remindedBy } from "#knowledge/search/by-text";
import { comesWith } from "#knowledge/search/coming-with";
import { findIncidents } from "#knowledge/search/find";
import { readBoxText } from "#knowledge/search/query";
import { similarIncidents } from "#knowledge/search/similar.store";
import { suggestNames } from "#knowledge/search/suggesting";
import { findFamilies } from "#knowledge/taxonomy/taxonomy.store";
import { freshDatabase, type FreshDatabase } from "#server/testing/fresh-database";
import { freshLibrary } from "#server/testing/fresh-library";

import { importContent } from "./import";
import { rebuildProjection } from "./rebuild";

/**
 * The content that ships, every third incident for members: search must answer members as if all were
 * public, and visitors as if these were not there. What it answers over public incidents alone is
 * compared with the meaning of queries elsewhere.
 */
const open: FreshDatabase[] = [];
let folder = "";
let slugs: string[] = [];
let sealed: string[] = [];

beforeAll(async () => {
  const files = await readdir("content/incidents");
  slugs = files.map((file) => file.replace(/\.md$/, "")).toSorted();
  sealed = slugs.filter((_, at) => at % 3 === 0);
  folder = await mkdtemp(join(tmpdir(), "audience-"));
  await cp("content", folder, { recursive: true });
  await Promise.all(sealed.map((slug) => seal(slug)));
});

afterAll(async () => {
  await closeDatabase();
  for (const { drop } of open) await drop();
  await rm(folder, { recursive: true, force: true });
});

async function seal(slug: string): Promise<void> {
  const file = join(folder, "incidents", `${slug}.md`);
  const source = await readFile(file, "utf8");
  // Behind the keys that come before it, in our order.
  await writeFile(file, source.replace(/^(?=recorded:|organization:)/m, "visibility: members\n"));
}

/** Turns to a database of its own. */
async function turnTo(fresh: FreshDatabase): Promise<void> {
  open.push(fresh);
  await closeDatabase();
  process.env.DATABASE_URL = fresh.url;
}

async function bring(content: string): Promise<void> {
  const outcome = await importContent({ folder: content, say: () => undefined });
  if (outcome.kind === "faulty") throw new Error(JSON.stringify(outcome.faults.slice(0, 3)));
}

const Questions = z.record(z.string(), z.array(z.object({ question: z.string() })));

/** Words that are misspelt or only begun. */
const misspelt = ["certifcate", "kubernet", "thundring herd", "crowdstrik falcn", "dynamo", "zzzz"];

/** Questions as people ask them, filters of every kind, and such words. */
async function queries(): Promise<string[]> {
  const asked = Questions.parse(
    JSON.parse(await readFile("knowledge/search/testing/questions.json", "utf8")),
  );
  const typed = Object.values(asked).flatMap((some) => some.map(({ question }) => question));
  const families = await findFamilies();
  const classes = families.flatMap((family) => family.classes.map(({ slug }) => slug));
  return [
    "",
    ...typed.filter((_, at) => at % 3 === 0),
    ...misspelt,
    '"feature file"',
    '-bgp "status page"',
    "crowdstrike -falcon",
    "the of and",
    ...classes.filter((_, at) => at % 2 === 0).map((slug) => `class:${slug}`),
    ...classes.map((slug, at) => `class:${slug} role:${Role.options[at % Role.options.length]}`),
    ...classes.map(
      (slug, at) =>
        `class:${slug} class:${classes[(at * 7) % classes.length]} match:any sort:factors`,
    ),
    ...families.map(({ slug }) => `family:${slug} sort:severity`),
    "class:untested-path class:latent-defect match:factor",
    "class:untested-path -class:latent-defect sort:duration",
    "role:safeguard standing:confirmed sort:factors",
    "org:microsoft from:2019-06 to:2024-07-19",
    "org:amazon sector:cloud severity:critical",
    "product:windows failed",
    "kind:near-miss",
    "from:1990 to:2009 sort:duration",
  ];
}

const alert = `ALERT edge-eu-3: 5xx in all regions since 14:05Z. Config push of 14:02 went out everywhere
at once, proxies panic on unwrap. Cannot roll back: the deploy tool depends on the proxy.`;

const views: readonly View[] = [
  { role: null, family: null, sort: null },
  { role: "trigger", family: null, sort: "incidents" },
  { role: null, family: "software-defect", sort: "resolve" },
];

type Question = readonly [name: string, ask: () => Promise<unknown>];

/** All that is asked of a library, each by name. */
async function questions(): Promise<Question[]> {
  const boxes = await queries();
  const families = await findFamilies();
  const each = <Asked>(
    name: string,
    some: readonly Asked[],
    ask: (one: Asked) => Promise<unknown>,
  ): Question[] => some.map((one) => [`${name} ${JSON.stringify(one)}`, () => ask(one)]);
  const find = (box: string) => findIncidents(readBoxText(box), { limit: 30, offset: 0 });
  const some = slugs.filter((_, at) => at % 4 < 2);
  return [
    ["the collection", collectionFigures],
    ...each("find", boxes, find),
    ...each(
      "with",
      boxes.filter((_, at) => at % 5 === 0),
      (box) => comesWith(readBoxText(box)),
    ),
    ...each("suggest", ["a", "c", "mic", "dyn", "aws", "goo", "dns", "s3", "bsod"], suggestNames),
    ...each("like", some, (slug) => similarIncidents(slug, 5)),
    ...each("reminds", [alert, ...boxes.slice(1, 6)], (text) => remindedBy(text)),
    ...each("view", views, (view) => patterns(families, view)),
  ];
}

async function patterns(families: Awaited<ReturnType<typeof findFamilies>>, view: View) {
  const counts = await countClasses(families, view.role);
  return {
    counts,
    together: await findTogether(counts, view),
    overYears: await findOverYears(families, view),
    times: await findTimes(counts, view),
    held: await findHeld(families, view),
  };
}

type Answers = ReadonlyMap<string, unknown>;

/** What is answered, who reads taking turns: what one was told is not to be told the other. */
async function answers(): Promise<Record<Audience, Answers>> {
  const told = { visitors: new Map<string, unknown>(), members: new Map<string, unknown>() };
  for (const [name, ask] of await questions()) {
    for (const audience of ["visitors", "members"] as const) {
      told[audience].set(name, plain(await readingAs(audience, ask)));
    }
  }
  return told;
}

/** Without what only says how something was found, such as sets of documents. */
function plain(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(answer, (key, value: unknown) => {
      if (["match", "documents", "leading"].includes(key)) return undefined;
      return value instanceof Map ? [...value] : value;
    }) ?? "null",
  );
}

function expectSame(these: Answers, those: Answers): void {
  expect(these.size).toBe(those.size);
  for (const [name, answer] of these)
    expect({ name, answer }).toEqual({ name, answer: those.get(name) });
}

async function withdraw(some: readonly string[]): Promise<void> {
  await database().query(
    `UPDATE "Document" SET "state" = 'archived' WHERE "slug" = ANY($1::text[])`,
    [some],
  );
  await rebuildProjection(() => undefined);
}

async function rebuilt(): Promise<Record<Audience, Answers>> {
  await rebuildProjection(() => undefined);
  return answers();
}

describe("of a library of which a third is for members", () => {
  test(
    "members find all, and visitors what they would if it were not there",
    { timeout: 300_000 },
    async () => {
      await turnTo(await freshLibrary());
      const all = await answers();
      await turnTo(await freshDatabase());
      await bring(folder);
      const mixed = await answers();
      expectSame(all.members, all.visitors);
      expectSame(mixed.members, all.visitors);
      await withdraw(sealed);
      const without = await answers();
      expectSame(mixed.visitors, without.visitors);
      expectSame(without.members, without.visitors);
      const differing = [...mixed.visitors].filter(
        ([name, answer]) => JSON.stringify(answer) !== JSON.stringify(mixed.members.get(name)),
      );
      // Were both told the same, nothing would have been compared.
      expect(differing.length).toBeGreaterThan(mixed.visitors.size / 2);
    },
  );

  test("it is so too when they became so one after the other", { timeout: 300_000 }, async () => {
    await turnTo(await freshLibrary());
    await bring(folder);
    const [changed, again] = [await answers(), await rebuilt()];
    expectSame(changed.members, again.members);
    // A spelling that was public is known until all is made again.
    const sure = ({ visitors }: Record<Audience, Answers>) =>
      new Map(
        [...visitors].filter(([, answer]) => !JSON.stringify(answer).includes('"spellings":["')),
      );
    expect(sure(changed).size).toBeGreaterThan(200);
    expectSame(sure(changed), sure(again));
  });
});
