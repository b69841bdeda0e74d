import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { associationsAmong, queryBehind, type Occurrence } from "./association";
import { emptyQuery } from "./query";

const occurrence = (
  slug: string,
  [found, all]: [number, number],
  of: [number, number] = [12, 101],
) => ({
  class: slug,
  role: null,
  found,
  ofFound: of[0],
  all,
  ofAll: of[1],
});

const anyOccurrence: fc.Arbitrary<Occurrence> = fc
  .tuple(fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60))
  .map(([found, others, foundWithout, othersWithout]) => ({
    class: "a",
    role: null,
    found,
    ofFound: found + foundWithout,
    all: found + others,
    ofAll: found + foundWithout + others + othersWithout,
  }));

describe("what comes with the incidents found", () => {
  test("is what they name more often than the others do", () => {
    const found = associationsAmong([
      occurrence("more", [7, 31]),
      occurrence("as-often", [0, 0]),
      occurrence("less", [2, 60]),
    ]);
    expect(found.map((one) => one.class)).toEqual(["more"]);
    expect(found[0]).toMatchObject({ found: 7, all: 31, isSmall: false });
    expect(found[0]?.lift).toBeCloseTo(7 / 12 / (31 / 101));
  });

  test("does not rise for a tiny count that happens to be all there is", () => {
    const found = associationsAmong([
      occurrence("tiny", [2, 2], [300, 1000]),
      occurrence("solid", [150, 200], [300, 1000]),
    ]);
    expect(found.map((one) => one.class)).toEqual(["solid", "tiny"]);
    expect(found[1]?.lift).toBeGreaterThan(found[0]?.lift ?? 0);
    expect(found.map((one) => one.isSmall)).toEqual([false, true]);
  });

  test("puts what is merely frequent after what is much more frequent here, at any size", () => {
    const found = associationsAmong([
      occurrence("frequent", [5_500, 50_000], [10_000, 100_000]),
      occurrence("telling", [900, 2_000], [10_000, 100_000]),
    ]);
    expect(found.map((one) => one.class)).toEqual(["telling", "frequent"]);
  });

  test("leaves out what a single incident names, and marks what fewer than five do", () => {
    const counts: [number, number][] = [
      [1, 1],
      [4, 4],
      [5, 5],
    ];
    const found = associationsAmong(counts.map((count, at) => occurrence(`c-${at}`, count)));
    expect(found.map((one) => [one.class, one.isSmall])).toEqual([
      ["c-2", false],
      ["c-1", true],
    ]);
  });

  test("has a lower end that is finite and below the ratio, whatever the counts", () => {
    fc.assert(
      fc.property(anyOccurrence, (one) => {
        for (const { leastRatio, lift } of associationsAmong([one])) {
          expect(leastRatio).toBeGreaterThan(0);
          expect(lift).toBeGreaterThan(1);
          const elsewhere = (one.all - one.found + 0.5) / (one.ofAll - one.ofFound + 0.5);
          const ratio = (one.found + 0.5) / (one.ofFound + 0.5) / elsewhere;
          expect(leastRatio).toBeLessThanOrEqual(ratio);
        }
      }),
    );
  });
});

describe("the query behind a figure", () => {
  const trigger = { class: "a", role: "trigger" } as const;
  const any = { class: "a", role: null };

  test("adds the class, and its role where nothing else is asked of factors", () => {
    expect(queryBehind({ ...emptyQuery, class: ["b"], page: 3 }, any)).toEqual({
      ...emptyQuery,
      class: ["b", "a"],
    });
    expect(queryBehind({ ...emptyQuery, org: ["x"] }, trigger)).toEqual({
      ...emptyQuery,
      org: ["x"],
      class: ["a"],
      role: ["trigger"],
    });
  });

  test("leaves what is asked of other factors as it is", () => {
    const query = { ...emptyQuery, class: ["b"], role: ["recovery" as const] };
    expect(queryBehind(query, trigger)).toEqual({ ...query, with: ["a:trigger"] });
    expect(queryBehind({ ...query, with: ["c"] }, any)).toEqual({ ...query, with: ["c", "a"] });
  });

  test("does not become one more of several alternatives", () => {
    const query = { ...emptyQuery, class: ["b", "c"], match: "any" as const };
    expect(queryBehind(query, any)).toEqual({ ...query, with: ["a"] });
  });
});
