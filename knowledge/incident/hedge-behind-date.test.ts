import { describe, expect, test } from "vitest";

import { understood } from "./testing/understood";
import { readTimeAt } from "./written-time-form";

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

describe("a hedge behind the date in a line of text", () => {
  const typedIn = (line: string) => {
    const read = readTimeAt(line, 0, "line");
    return read && [line.slice(0, read.end), read.value.from.hedge, read.value.from.clock?.minute];
  };

  test.each([
    ["7 Dec before 07:10 UTC: host is restarted", "7 Dec before 07:10 UTC", "before"],
    ["7 May 2024 before 07:10: two", "7 May 2024 before 07:10", "before"],
    ["2024-05-14 after 07:10 - three", "2024-05-14 after 07:10", "after"],
    ["14 May by 07:10 UTC the host was back", "14 May by 07:10 UTC", "before"],
    ["**14 May by 07:10** four".slice(2), "14 May by 07:10", "before"],
  ])("%s hedges the time where a zone or a sign ends it", (line, typed, hedge) => {
    expect(typedIn(line)).toEqual([typed, hedge, 10]);
  });

  test("begins what is told where nothing ends the time", () => {
    expect(typedIn("2024-05-14 after 07:10 the queue grew")).toEqual([
      "2024-05-14",
      "exact",
      undefined,
    ]);
  });

  test.each([
    "7 May 2024 between 10:10 and 10:20 UTC",
    "7 May 2024, between 10:10 UTC and 10:20 UTC",
    "2024-05-07 from 10:10 to 10:20 UTC",
  ])("%s is a range on that day", (typed) => {
    expect(understood(typed)).toEqual(["2024-05-07T10:10Z/2024-05-07T10:20Z", "stated stated"]);
    expect(readTimeAt(`${typed}: x`, 0, "line")?.end).toBe(typed.length);
  });
});
