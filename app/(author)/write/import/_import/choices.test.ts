import { describe, expect, test } from "vitest";

import { checkedDay, checkedZone } from "./choices";

const now = Date.parse("2026-11-22T18:00Z");

describe("the zone that a person says", () => {
  test.each(["UTC", "+02:00", "PST", "Europe/Berlin", ""])("%j is taken", (typed) => {
    expect(checkedZone(typed)).toEqual({ value: typed, hint: null });
  });

  test("is refused where no such zone is known, with what would be right", () => {
    const { value, hint } = checkedZone(" Mars/Base ");
    expect(value).toBeNull();
    expect(hint).toBe(
      "“Mars/Base” is not a zone that is known here. Write UTC, +02:00, PST or Europe/Berlin.",
    );
  });

  test("is said to have several meanings where it has", () => {
    const { value, hint } = checkedZone("IST");
    expect(value).toBe("IST");
    expect(hint).toMatch(/^“IST” has several meanings; it was read as India Standard Time/);
  });
});

describe("the day that a person says", () => {
  test.each([
    ["2026-11-21", "2026-11-21", null],
    ["21 November 2026", "2026-11-21", "Read as 2026-11-21."],
    ["2027-11-21", "2027-11-21", "This lies in the future: today is 2026-11-22."],
    ["", "", null],
  ])("%j is taken as %j", (typed, value, hint) => {
    expect(checkedDay(typed, now)).toEqual({ value, hint });
  });

  test.each([
    "last tuesday",
    "2026-11",
    "2026-02-30",
    "soon",
    "2026-11-21 10:00 UTC",
    "about 2026-11-21",
  ])("%j is refused", (typed) => {
    const { value, hint } = checkedDay(typed, now);
    expect(value).toBeNull();
    expect(hint).toBe(`“${typed}” is not a day. Write it in full, such as 2024-07-19.`);
  });

  test("is refused where it may be two", () => {
    expect(checkedDay("03/04/2026", now)).toEqual({
      value: null,
      hint: "“03/04/2026” may be two days: write it as 2026-03-04, or with the month's name.",
    });
  });
});
