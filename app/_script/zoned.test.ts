import { describe, expect, test } from "vitest";

import { entriesInZone, textInZone } from "./zoned";

const losAngeles = "America/Los_Angeles";
const exact = (text: string) => ({ text, hedge: "exact" }) as const;

describe("the text of a moment in a zone", () => {
  test.each([
    ["2024-07-19T04:09Z", losAngeles, "2024-07-18T21:09Z"],
    ["2024-01-01T00:00:07Z", losAngeles, "2023-12-31T16:00:07Z"],
    ["2025-11-18T11:20Z", "Asia/Kolkata", "2025-11-18T16:50Z"],
    ["2024-07-19T00:30Z", "Europe/London", "2024-07-19T01:30Z"],
    ["2024-12-19T00:30Z", "Europe/London", "2024-12-19T00:30Z"],
    ["about 2024-07-19T04:00Z", losAngeles, "about 2024-07-18T21:00Z"],
    ["2024-07-19T04:00Z/2024-07-19T09:00Z", losAngeles, "2024-07-18T21:00Z/2024-07-19T02:00Z"],
    ["2024-07-19", losAngeles, "2024-07-19"],
    ["2024-07-19T00:00Z", "UTC", "2024-07-19T00:00Z"],
  ])("%s in %s", (text, zone, there) => {
    expect(textInZone(text, zone)).toBe(there);
  });
});

describe("a timeline in a zone", () => {
  test("changes date and clock together, and names a day where it begins there", () => {
    const entries = [
      exact("2024-07-19T04:09Z"),
      exact("2024-07-19T06:50Z"),
      exact("2024-07-19T07:10Z"),
    ];
    expect(entriesInZone(entries, losAngeles)).toEqual([
      { day: "18 Jul 2024", words: "21:09", isSameDay: false },
      { day: "18 Jul 2024", words: "23:50", isSameDay: true },
      { day: "19 Jul 2024", words: "00:10", isSameDay: false },
    ]);
    expect(entriesInZone(entries, "UTC").map((entry) => entry?.isSameDay)).toEqual([
      false,
      true,
      true,
    ]);
  });

  test("changes a hedged time of day too, with the date in its words", () => {
    const [entry] = entriesInZone(
      [{ text: "before 2024-07-19T04:00Z", hedge: "before" }],
      losAngeles,
    );
    expect(entry).toEqual({ day: null, words: "before 18 Jul 2024 21:00", isSameDay: false });
  });

  test("leaves bare dates alone and names the day again after one", () => {
    const entries = [exact("2024-07-19T08:00Z"), null, exact("2024-07-19T09:00Z")];
    const [, date, after] = entriesInZone(entries, losAngeles);
    expect(date).toBeNull();
    expect(after?.isSameDay).toBe(false);
  });
});
