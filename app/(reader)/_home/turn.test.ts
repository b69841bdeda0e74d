import { describe, expect, test } from "vitest";

import { inTurn, nextTurn, turnOf } from "./turn";

describe("what turns daily", () => {
  test("stays the same within a UTC day and moves on at midnight", () => {
    const late = turnOf(new Date("2026-11-21T23:59:59Z"));
    expect(turnOf(new Date("2026-11-21T00:00:00Z"))).toBe(late);
    expect(turnOf(new Date("2026-11-22T00:00:00Z"))).toBe(late + 1);
  });

  test("holds until the next midnight in UTC", () => {
    expect(nextTurn(new Date("2026-12-31T23:30:00Z")).toISOString()).toBe(
      "2027-01-01T00:00:00.000Z",
    );
    expect(nextTurn(new Date("2026-11-21T00:00:00Z")).toISOString()).toBe(
      "2026-11-22T00:00:00.000Z",
    );
  });

  test("begins one thing further at each turn and comes round", () => {
    expect(inTurn(["a", "b", "c"], 1, 2)).toEqual(["b", "c"]);
    expect(inTurn(["a", "b", "c"], 2, 2)).toEqual(["c", "a"]);
    expect(inTurn(["a", "b", "c"], 3, 2)).toEqual(["a", "b"]);
  });

  test("shows all when there are no more than asked for", () => {
    expect(inTurn(["a", "b"], 5, 3)).toEqual(["a", "b"]);
  });
});
