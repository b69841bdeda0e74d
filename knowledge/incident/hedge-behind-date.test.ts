import { describe, expect, test } from "vitest";

import { understood } from "./testing/understood";

describe("a hedge between a date and a time of day", () => {
  test.each([
    ["2026-11-13 before 9", "before 2026-11-13T09:00"],
    ["2026-11-13, after 9", "after 2026-11-13T09:00"],
    ["2026-11-13 about 9", "about 2026-11-13T09:00"],
    ["13 Nov 2026 by 9", "before 2026-11-13T09:00"],
  ])("%s hedges the time of day behind its date", (typed, moment) => {
    expect(understood(typed)).toEqual([moment, "stated missing", "unclear-hour", "missing-zone"]);
  });

  test("a hedge behind the date means what it means before it", () => {
    for (const hedge of ["before", "after", "about", "shortly before", "no later than"]) {
      const [behind, ahead] = [`2026-11-13 ${hedge} 9am CET`, `${hedge} 2026-11-13 9am CET`];
      expect(understood(behind)).toEqual(understood(ahead));
    }
    expect(understood("2026-11-13 until 2026-11-14")).toEqual([
      "2026-11-13/2026-11-14",
      "stated none",
    ]);
    expect(understood("2026-11-13 after 9:00 to 10:00 UTC")).toEqual([
      "2026-11-13T09:00Z/2026-11-13T10:00Z",
      "stated stated",
      "lost-hedge",
    ]);
  });
});
