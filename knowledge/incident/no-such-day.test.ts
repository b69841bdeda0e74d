import { describe, expect, test } from "vitest";

import { endsBeforeStart } from "./end-before-start";
import { noSuchDay } from "./written-date";
import { IncidentRecord } from "./document";
import { understandTime } from "./written-time";

describe("a day that does not exist", () => {
  test.each([
    ["31 Feb 2026", "There is no day “31 Feb 2026”: February 2026 has 28 days."],
    ["31 June", "There is no day “31 June”: June has 30 days at most."],
    ["31 Feb", "There is no day “31 Feb”: February has 29 days at most."],
    ["2026-02-29 14:05 UTC", "There is no day “2026-02-29”: February 2026 has 28 days."],
    ["about 31.04.2026 9:00", "There is no day “31.04.2026”: April 2026 has 30 days."],
    ["June 31st, 2026", "There is no day “June 31st, 2026”: June 2026 has 30 days."],
  ])("is told as one: %s", (typed, why) => {
    expect(understandTime(typed)).toEqual({ kind: "not-understood", why });
  });

  test.each(["2024-02-29", "12/31/2026", "2026-13-01", "soon", "14:05", "v1.31.2026"])(
    "is not told of %s",
    (typed) => {
      expect(noSuchDay(typed)).toBeNull();
    },
  );
});

test("an end lies before harm began where its last possible moment does", () => {
  const ends = (record: object) => endsBeforeStart(IncidentRecord.parse(record));
  const started = "2026-11-14T09:00Z";
  expect(ends({ started, resolved: "2026-11-14T08:00Z", detected: "2026-11-14T07:00Z" })).toEqual([
    "resolved",
  ]);
  expect(ends({ started, mitigated: "2026-11-14", resolved: "2026-11-15" })).toEqual([]);
  expect(ends({ resolved: "2026-11-14" })).toEqual([]);
});
