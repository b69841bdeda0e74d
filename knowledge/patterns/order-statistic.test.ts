import * as fc from "fast-check";
import { expect, test } from "vitest";

import { orderStatistic } from "./order-statistic";

test("is what would stand there, were the numbers sorted", () => {
  const lists = fc.array(fc.integer({ min: -9, max: 40 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(lists, fc.nat(), (list, any) => {
      const place = any % list.length;
      const sorted = list.toSorted((a, b) => a - b);
      expect(orderStatistic(Int32Array.from(list), place)).toBe(sorted[place]);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ["equal", () => 7, 7],
  ["ascending", (at: number) => at, 500_000],
  ["descending", (at: number) => -at, -499_999],
])("does not take the square of their number where they are %s", (_, numberAt, middle) => {
  const numbers = Int32Array.from({ length: 1_000_000 }, (__, at) => numberAt(at));
  // A million steps a million times would not end within the test's time.
  expect(orderStatistic(numbers, 500_000)).toBe(middle);
});

test("is nothing to fear of none", () => {
  expect(orderStatistic(new Int32Array(), 0)).toBe(0);
});
