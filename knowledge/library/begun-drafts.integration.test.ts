import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

import { closeDatabase } from "#knowledge/database/client";
import { rows } from "#knowledge/database/query";
import { remindersFor } from "#knowledge/search/by-text";
import { noisyDrafts, plainDrafts } from "#knowledge/search/testing/begun-drafts";
import {
  titlesLikeNothing,
  tunedTitles,
  type BegunTitle,
} from "#knowledge/search/testing/begun-titles";
import { heldBackTitles, laterTitles } from "#knowledge/search/testing/later-titles";
import type { FreshDatabase } from "#server/testing/fresh-database";
import { freshLibrary } from "#server/testing/fresh-library";

let fresh: FreshDatabase;
/** `class incident` of all that the library has. */
let having: ReadonlySet<string>;

beforeAll(async () => {
  fresh = await freshLibrary();
  process.env.DATABASE_URL = fresh.url;
  const found = await rows(
    z.object({ class: z.string(), incident: z.string() }),
    `SELECT DISTINCT c."classSlug" AS "class", i."slug" AS "incident"
     FROM "FactorClass" c JOIN "Incident" i USING ("documentId")`,
  );
  having = new Set(found.map((one) => `${one.class} ${one.incident}`));
});

afterAll(async () => {
  await closeDatabase();
  await fresh.drop();
});

/** So many of either are shown beside a draft. */
const shown = 4;
const first = 3;

/** How many texts have something right among the first three, and how much of all that is shown is right. */
async function measured(begun: readonly BegunTitle[]) {
  let [answered, named, right] = [0, 0, 0];
  for (const { text, classes, incidents, having: alike } of begun) {
    const found = await remindersFor(text);
    const isRight = [
      found.classes.slice(0, shown).map(({ slug }) => classes.includes(slug)),
      found.incidents
        .slice(0, shown)
        .map(
          ({ slug }) =>
            incidents.includes(slug) || alike.some((one) => having.has(`${one} ${slug}`)),
        ),
    ];
    if (isRight.some((list) => list.slice(0, first).includes(true))) answered++;
    named += isRight.flat().length;
    right += isRight.flat().filter((one) => one).length;
  }
  return { answered: answered / begun.length, right: right / named };
}

describe("what is said, unasked, to somebody who begins a draft", () => {
  test.each([
    ["that the rules were chosen on", tunedTitles],
    ["that they were not chosen on", [...laterTitles, ...heldBackTitles]],
  ])("answers titles %s", async (_, titles) => {
    const { answered, right } = await measured(titles);
    expect(answered).toBeGreaterThanOrEqual(0.85);
    expect(right).toBeGreaterThanOrEqual(0.88);
  });

  test.each([...titlesLikeNothing.tuned, ...titlesLikeNothing.heldBack])(
    "is nothing where the library has nothing: %s",
    async (title) => {
      expect(await remindersFor(title)).toEqual({ classes: [], incidents: [] });
    },
  );

  test.each([
    ["plain ones", [...plainDrafts.tuned, ...plainDrafts.heldBack]],
    [
      "ones with addresses, footers, code and names",
      [...noisyDrafts.tuned, ...noisyDrafts.heldBack],
    ],
  ])("is right of short drafts: %s", async (_, drafts) => {
    const { answered, right } = await measured(drafts);
    expect(answered).toBe(1);
    expect(right).toBeGreaterThanOrEqual(0.9);
  });

  test("gives reasons by words of the text and by what incidents have", async () => {
    const all = [
      ...tunedTitles,
      ...plainDrafts.tuned,
      ...noisyDrafts.tuned,
      ...noisyDrafts.heldBack,
    ];
    for (const { text } of all) {
      const told = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)*/gu));
      const parts = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
      const isTold = (word: string) => told.has(word) || parts.has(word);
      const { classes, incidents } = await remindersFor(text);
      for (const { words } of classes) expect(words.filter((word) => !isTold(word))).toEqual([]);
      for (const { slug, classes: both, passages: alike, names } of incidents) {
        expect(both.length + alike.length + names.length).toBeGreaterThan(0);
        expect(alike.flatMap(({ words }) => words).filter((word) => !isTold(word))).toEqual([]);
        expect(both.filter((one) => !having.has(`${one.slug} ${slug}`))).toEqual([]);
      }
    }
  });

  test("sees no fire where an alarm fires", async () => {
    const { classes, incidents } = await remindersFor(
      "Image uploads were slow\nThe p99 alarm fires. The on-call engineer acknowledges; a second alert fired later.",
    );
    expect(classes.map(({ slug }) => slug)).not.toContain("fire-or-water");
    expect(incidents.filter(({ slug }) => having.has(`fire-or-water ${slug}`))).toEqual([]);
    const fire = await remindersFor("Fire in the battery room of a data centre");
    expect(fire.classes.map(({ slug }) => slug)).toContain("fire-or-water");
  });

  test("counts a name of an organisation or product as it is written", async () => {
    const named = async (text: string) => {
      const { incidents } = await remindersFor(text);
      return incidents
        .filter(({ names }) => names.length > 0)
        .map(({ slug, names }) => [slug, names]);
    };
    expect(await named("Slack clients cannot start: cache nodes were replaced")).toContainEqual([
      "slack-2022-02-cache",
      ["Slack"],
    ]);
    expect(
      await named("Some slack in the rope: clients cannot start, cache nodes replaced"),
    ).toEqual([]);
  });
});
