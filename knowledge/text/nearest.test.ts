import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distanceWithin, nearest } from "./nearest";

const known = ["retry-storm", "race-condition", "thundering-herd", "load-shedding-gap"];

describe("the nearest known name", () => {
  test.each([
    ["a letter is missing", "retry-strm"],
    ["a letter is too many", "retryy-storm"],
    ["two neighbours are swapped", "rerty-storm"],
    ["a capital is used", "Retry-Storm"],
  ])("is found when %s", (_, word) => {
    expect(nearest(word, known)).toEqual(["retry-storm"]);
  });

  test("is none when all are far away", () => {
    expect(nearest("kubernetes", known)).toEqual([]);
  });

  test("comes first, ties by alphabet, at most as many as asked for", () => {
    expect(nearest("cat", ["hat", "cat", "bat", "cart"], 3)).toEqual(["cat", "bat", "cart"]);
  });

  test("is found among ten thousand names while nobody notices the wait", () => {
    const many = Array.from({ length: 10_000 }, (_, n) => `organisation-${n}-incident-of-the-year`);
    expect(nearest("organisation-77-incidnet-of-the-year", many)).toEqual([
      "organisation-77-incident-of-the-year",
    ]);
  });
});

describe("the distance of two words", () => {
  test("is the same both ways, zero only for equal words, and never more than the edits made", () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distanceWithin(a, b, 20)).toBe(distanceWithin(b, a, 20));
        expect(distanceWithin(a, b, 20) === 0).toBe(a === b);
        expect(distanceWithin(a, `${a}${b}`, 20)).toBe(b.length);
      }),
    );
  });

  test("is unknown beyond the reach", () => {
    expect(distanceWithin("abcdef", "uvwxyz", 3)).toBeNull();
  });
});
