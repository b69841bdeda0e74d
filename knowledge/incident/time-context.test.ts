import { describe, expect, test } from "vitest";

import { contextBelow } from "./time-context";
import { understandTime } from "./written-time";
import { readZone, utc } from "./written-zone";

const pacific = readZone("America/Los_Angeles")?.zone;

describe("what a time is read with below other entries", () => {
  test.each([
    ["2024-07-19T14:05Z", "2024-07-19", "14:05"],
    ["2024-07-19T14:05:59Z", "2024-07-19", "14:05"],
    ["about 2024-07-19T00:05Z", "2024-07-19", "00:05"],
    ["before 2024-07-19T09:00Z", "2024-07-19", "09:00"],
    ["after 2024-07-19T09:00Z", "2024-07-19", "09:00"],
    ["2024-07-19T09:00Z/2024-07-19T10:00Z", "2024-07-19", "09:00"],
    ["2024-07-19", "2024-07-19", undefined],
    ["2024-07", "2024-07-01", undefined],
  ])("is the day and the time of day of %s", (moment, date, clock) => {
    expect(contextBelow([moment], { zone: utc })).toEqual({ zone: utc, date, clock });
  });

  test("is the last entry's that has a time that can be read", () => {
    const moments = ["2024-07-18T10:00Z", "2024-07-19T14:05Z", "", "soon"];
    expect(contextBelow(moments, {})).toEqual({ date: "2024-07-19", clock: "14:05" });
  });

  test("is what was known before where no entry has one", () => {
    expect(contextBelow(["", "soon"], { date: "2024-07-19" })).toEqual({ date: "2024-07-19" });
    expect(contextBelow([], {})).toEqual({});
  });

  test("is of the clocks of the place, where it may be the day before", () => {
    const above = contextBelow(["2024-07-19T02:00Z"], { zone: pacific });
    expect(above).toMatchObject({ date: "2024-07-18", clock: "19:00" });
    expect(understandTime("19:30", above)).toMatchObject({ moment: "2024-07-19T02:30Z" });
  });

  test("lets a time after midnight be of the next day, and says so", () => {
    const read = understandTime("00:10", contextBelow(["2024-07-19T23:50Z"], { zone: utc }));
    expect(read).toMatchObject({
      moment: "2024-07-20T00:10Z",
      warnings: [{ kind: "assumed-day" }],
    });
  });

  test("compares times of day on the clocks of one place", () => {
    const below = contextBelow(["2024-07-19T14:10Z"], { zone: utc });
    expect(understandTime("7:12am PDT", below)).toMatchObject({
      moment: "2024-07-19T14:12Z",
      warnings: [],
    });
    const early = contextBelow(["2024-07-19T02:00Z"], { zone: utc });
    expect(understandTime("19:30 PDT", early)).toMatchObject({ moment: "2024-07-19T02:30Z" });
  });

  test("goes on from an entry of another zone", () => {
    const first = understandTime("2024-07-18 19:00 PDT");
    const next = first.kind === "understood" ? first.next : {};
    expect(understandTime("03:30", { ...next, zone: utc })).toMatchObject({
      moment: "2024-07-19T03:30Z",
      warnings: [],
    });
  });
});
