import { describe, expect, test } from "vitest";

import { byStrength, classPair, nearestFirst, pairKey } from "./class-pair";

describe("a pair of classes", () => {
  test("says how often they would meet by chance, and how many times as often they do", () => {
    const pair = classPair("a", "b", { both: 13, ofA: 25, ofB: 14, ofAll: 101 });
    expect(pair.expected).toBeCloseTo(3.465, 3);
    expect(pair.lift).toBeCloseTo(3.751, 3);
    expect(pair).toMatchObject({ isClear: true, isSmall: false });
  });

  test("is judged alike from either end", () => {
    const one = classPair("a", "b", { both: 6, ofA: 16, ofB: 7, ofAll: 101 });
    const other = classPair("b", "a", { both: 6, ofA: 7, ofB: 16, ofAll: 101 });
    expect(one.leastRatio).toBeCloseTo(other.leastRatio ?? 0, 12);
    expect(pairKey("b", "a")).toBe(pairKey("a", "b"));
  });

  test("that meets no more often than by chance is not clear", () => {
    const chance = classPair("a", "b", { both: 5, ofA: 50, ofB: 10, ofAll: 100 });
    expect(chance).toMatchObject({ lift: 1, leastRatio: null, isClear: false });
    const tooFewToSay = classPair("a", "b", { both: 5, ofA: 30, ofB: 14, ofAll: 101 });
    expect(tooFewToSay.lift).toBeGreaterThan(1);
    expect(tooFewToSay.isClear).toBe(false);
  });

  test("that never meets, or of nothing at all, has figures all the same", () => {
    expect(classPair("a", "b", { both: 0, ofA: 3, ofB: 4, ofAll: 10 })).toMatchObject({
      lift: 0,
      isSmall: false,
      leastRatio: null,
    });
    expect(classPair("a", "b", { both: 0, ofA: 0, ofB: 0, ofAll: 0 })).toMatchObject({
      expected: 0,
      lift: 0,
    });
  });

  test("that few incidents bear stands after those that enough do, however large its figure", () => {
    const rare = classPair("rare", "rarer", { both: 2, ofA: 2, ofB: 2, ofAll: 101 });
    const borne = classPair("a", "b", { both: 13, ofA: 25, ofB: 14, ofAll: 101 });
    const chance = classPair("c", "d", { both: 9, ofA: 50, ofB: 50, ofAll: 101 });
    expect(rare.isSmall).toBe(true);
    expect(rare.lift).toBeGreaterThan(borne.lift);
    const perhaps = classPair("e", "f", { both: 5, ofA: 14, ofB: 30, ofAll: 101 });
    expect(perhaps).toMatchObject({ isClear: false, isSmall: false });
    expect(byStrength([chance, perhaps, rare, borne])).toEqual([borne, rare, perhaps, chance]);
  });
});

test("classes stand by their strongest pair, and next to its other end", () => {
  const ofAll = 101;
  const pairs = [
    classPair("a", "b", { both: 5, ofA: 20, ofB: 20, ofAll }),
    classPair("c", "d", { both: 9, ofA: 10, ofB: 10, ofAll }),
    classPair("a", "d", { both: 6, ofA: 20, ofB: 10, ofAll }),
  ];
  const classes = ["a", "b", "c", "d", "alone"].map((slug) => ({ slug }));
  const placed = nearestFirst(classes, byStrength(pairs)).map(({ slug }) => slug);
  expect(placed).toEqual(["c", "d", "a", "b", "alone"]);
});
