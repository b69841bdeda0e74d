import { expect, test } from "vitest";

import { Allowance } from "./allowance";

test("a client has so much at once, and what comes back by the second", () => {
  const allowance = new Allowance({ most: 100, perSecond: 10 });
  expect(allowance.take("a", 60, 0)).toBe(0);
  expect(allowance.take("a", 40, 0)).toBe(0);
  expect(allowance.take("a", 1, 0)).toBe(1);
  expect(allowance.take("a", 25, 0)).toBe(3);
  // What was refused was not taken.
  expect(allowance.take("a", 25, 2_499)).toBe(1);
  expect(allowance.take("a", 25, 2_500)).toBe(0);
  expect(allowance.take("a", 1, 2_500)).toBe(1);
});

test("what comes back is never more than was had", () => {
  const allowance = new Allowance({ most: 100, perSecond: 10 });
  expect(allowance.take("a", 10, 0)).toBe(0);
  expect(allowance.take("a", 100, 3_600_000)).toBe(0);
  expect(allowance.take("a", 10, 3_600_000)).toBe(1);
});

test("each client has its own, and no more are remembered than may be", () => {
  const allowance = new Allowance({ most: 1, perSecond: 1, clients: 2 });
  const taken = ["a", "b", "a", "b", "c", "c", "b", "a"].map((client) =>
    allowance.take(client, 1, 0),
  );
  // With the third the first is forgotten.
  expect(taken).toEqual([0, 0, 1, 1, 0, 1, 1, 0]);
});
