import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { checkContent } from "#knowledge/library/check";
import { readContent } from "#knowledge/library/read-content";

import { writeGeneratedContent } from "./generated-content";

const shipped = path.join(import.meta.dirname, "../../content");
const COUNT = 50;

let folder = "";
const generated = (name: string, seed: number) =>
  writeGeneratedContent({ from: shipped, to: path.join(folder, name), count: COUNT, seed });

async function digestOf(name: string): Promise<string> {
  const hash = createHash("sha256");
  const incidents = path.join(folder, name, "incidents");
  for (const file of (await readdir(incidents)).toSorted()) {
    hash.update(`${file}\n`).update(await readFile(path.join(incidents, file)));
  }
  return hash.digest("hex");
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "hindsight-generated-"));
  await generated("one", 1);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("generated content", () => {
  test("passes the check", { timeout: 60_000 }, async () => {
    const { faults } = await checkContent(path.join(folder, "one"), { fix: false });
    expect(faults).toEqual([]);
  });

  test("holds so many documents more, each drawn from several", { timeout: 60_000 }, async () => {
    const before = await readContent(shipped);
    const after = await readContent(path.join(folder, "one"));
    if (before.kind !== "read" || after.kind !== "read") throw new Error("it cannot be read");
    const authored = new Set(before.content.incidents.map(({ slug }) => slug));
    const made = after.content.incidents.filter(({ slug }) => !authored.has(slug));
    expect(made).toHaveLength(COUNT);
    const stories = made.filter(({ document }) => document.story.length > 500);
    expect(stories.length).toBeGreaterThan(COUNT / 6);
    expect(stories.length).toBeLessThan(COUNT / 2);

    const origin = new Map(
      before.content.incidents.flatMap(({ slug, document }) =>
        document.record.factors.map(({ statement }) => [statement, slug] as const),
      ),
    );
    for (const { document } of made) {
      const origins = document.record.factors.map(({ statement }) => origin.get(statement));
      expect(origins).not.toContain(undefined);
      expect(new Set(origins).size).toBeGreaterThan(1);
    }
  });

  test("is the same for the same seed, and another for another", { timeout: 60_000 }, async () => {
    await generated("again", 1);
    await generated("other", 2);
    expect(await digestOf("again")).toBe(await digestOf("one"));
    expect(await digestOf("other")).not.toBe(await digestOf("one"));
  });
});
