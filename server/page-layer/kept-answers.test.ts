import { describe, expect, test } from "vitest";

import { type Answer, answerInAllForms } from "./answer";
import { KeptAnswers } from "./kept-answers";

const NOW = Date.UTC(2026, 10, 21, 12);
const answer = (length: number): Promise<Answer> =>
  answerInAllForms(
    { status: 200, type: "image/png", headers: [], body: Buffer.alloc(length) },
    "quick",
  );

describe("what is kept", () => {
  test("stays within its bytes, and what nobody asked for goes first", async () => {
    const kept = new KeptAnswers(100_000);
    const each = await answer(20_000);
    for (const key of ["/a", "/b", "/c"]) kept.keep(key, each);
    expect(kept.find("/a", NOW)).toBe(each);
    for (const key of ["/d", "/e"]) kept.keep(key, each);
    expect(kept.figures().bytes).toBeLessThanOrEqual(100_000);
    expect(kept.find("/a", NOW)).toBe(each);
    expect(kept.find("/b", NOW)).toBeUndefined();
    expect(kept.find("/e", NOW)).toBe(each);
  });

  test("counts its bytes back to nothing", async () => {
    const kept = new KeptAnswers(1_000_000);
    for (const key of ["/a", "/b", "/a"]) {
      kept.keep(key, await answer(1000), { tags: new Set([key, "all"]) });
    }
    expect(kept.figures().entries).toBe(2);
    kept.drop(["all"]);
    expect(kept.figures()).toEqual({ entries: 0, bytes: 0 });
  });

  test("goes with any one of its tags and with no other", async () => {
    const kept = new KeptAnswers(1_000_000);
    kept.keep("/a", await answer(10), { tags: new Set(["incident:a", "class:x"]) });
    kept.drop(["class:y", "incident"]);
    expect(kept.find("/a", NOW)).toBeDefined();
    kept.drop(["class:y", "class:x"]);
    expect(kept.find("/a", NOW)).toBeUndefined();
  });

  test("holds up to its moment and not at it", async () => {
    const kept = new KeptAnswers(1_000_000);
    kept.keep("/", await answer(10), { until: NOW });
    expect(kept.find("/", NOW - 1)).toBeDefined();
    expect(kept.find("/", NOW)).toBeUndefined();
    expect(kept.figures().entries).toBe(0);
  });

  test("never includes one that would drive out most of the others", async () => {
    const kept = new KeptAnswers(100_000);
    kept.keep("/", await answer(60_000));
    expect(kept.figures()).toEqual({ entries: 0, bytes: 0 });
  });

  test("tells once when an answer is asked for again and again", async () => {
    const told: string[] = [];
    const kept = new KeptAnswers(100_000, (key) => told.push(key));
    kept.keep("/", await answer(10));
    for (let times = 0; times < 20; times += 1) kept.find("/", NOW);
    expect(told).toEqual(["/"]);
  });
});
