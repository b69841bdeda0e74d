import { describe, expect, test } from "vitest";

import { before, understood, zoneOf } from "./testing/understood";

describe("a zone", () => {
  test.each([
    ["14:05 UTC", "2024-07-18T14:05Z"],
    ["1405Z", "2024-07-18T14:05Z"],
    ["14:05 GMT", "2024-07-18T14:05Z"],
    ["14:05 UTC-7", "2024-07-18T21:05Z"],
    ["14:05 (UTC-7)", "2024-07-18T21:05Z"],
    ["14:05 PDT (UTC-7)", "2024-07-18T21:05Z"],
    ["14:05+05:30", "2024-07-18T08:35Z"],
    ["14:05 -0700", "2024-07-18T21:05Z"],
    ["14:05-07:00", "2024-07-18T21:05Z"],
    ["2pm PDT", "2024-07-18T21:00Z"],
    ["2pm pdt", "2024-07-18T21:00Z"],
    ["2pm PT", "2024-07-18T21:00Z"],
    ["14:05 Pacific Time", "2024-07-18T21:05Z"],
    ["14:05 US/Pacific", "2024-07-18T21:05Z"],
    ["14:05 America/Los_Angeles", "2024-07-18T21:05Z"],
    ["14:05 CEST", "2024-07-18T12:05Z"],
    ["14:05 JST", "2024-07-18T05:05Z"],
    ["14:05 UTC (07:05 PDT)", "2024-07-18T14:05Z"],
  ])("%s wins over that of the context", (typed, moment) => {
    const context = { ...before, zone: zoneOf("Asia/Kolkata") };
    expect(understood(typed, context)).toEqual([moment, "carried stated"]);
  });

  test("of the context is taken where none is stated", () => {
    const context = { ...before, zone: zoneOf("Europe/Berlin") };
    expect(understood("14:05", context)).toEqual(["2024-07-18T12:05Z", "carried carried"]);
  });

  test.each([
    ["04:09 CST", "2024-01-18T10:09Z"],
    ["04:09 IST", "2024-01-17T22:39Z"],
    ["04:09 AST", "2024-01-18T08:09Z"],
  ])("%s says which meaning was taken", (typed, moment) => {
    expect(understood(typed, { date: "2024-01-18" })).toEqual([
      moment,
      "carried assumed",
      "ambiguous-zone",
    ]);
  });

  test("abbreviated for the other half of the year is taken as written, and said", () => {
    expect(understood("2pm PST")).toEqual([
      "2024-07-18T22:00Z",
      "carried stated",
      "zone-out-of-season",
    ]);
  });

  test("times that clocks skipped or showed twice are said", () => {
    expect(understood("2024-03-10 02:30 PT", {})).toEqual([
      "2024-03-10T10:30Z",
      "stated stated",
      "skipped-time",
    ]);
    expect(understood("2024-11-03 01:30 PT", {})).toEqual([
      "2024-11-03T08:30Z",
      "stated stated",
      "twofold-time",
    ]);
    expect(understood("2024-11-03 01:30 PST", {})).toEqual(["2024-11-03T09:30Z", "stated stated"]);
  });

  test("two clocks that disagree are said, and the first is taken", () => {
    expect(understood("12:48 UTC (6:48 PDT)")).toEqual([
      "2024-07-18T12:48Z",
      "carried stated",
      "zones-disagree",
    ]);
  });
});
