import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { compareMoments, momentOf, readMoment } from "./moment";
import { DateText, MomentText } from "./moment-text";
import { anyMomentText } from "./testing/any-document";

const iso = (time: number) =>
  Number.isFinite(time) ? new Date(time).toISOString().slice(0, 19) : time;

const range = (text: string) => {
  const { first, last } = momentOf(text);
  return [iso(first), iso(last)];
};

describe("a moment", () => {
  test.each([
    ["2009", "2009-01-01T00:00:00", "2010-01-01T00:00:00"],
    ["2024-02", "2024-02-01T00:00:00", "2024-03-01T00:00:00"],
    ["2024-02-29", "2024-02-29T00:00:00", "2024-03-01T00:00:00"],
    ["2024-02-01T04:09Z", "2024-02-01T04:09:00", "2024-02-01T04:10:00"],
    ["2024-02-01T04:09:12Z", "2024-02-01T04:09:12", "2024-02-01T04:09:13"],
    ["about 2009", "2008-01-01T00:00:00", "2011-01-01T00:00:00"],
    ["about 2024-01", "2023-12-01T00:00:00", "2024-03-01T00:00:00"],
    ["about 2024-02-01", "2024-01-31T00:00:00", "2024-02-03T00:00:00"],
    ["about 2024-02-01T00:05Z", "2024-01-31T23:50:00", "2024-02-01T00:21:00"],
    ["before 2024-02", -Infinity, "2024-02-01T00:00:00"],
    ["after 2024-02", "2024-03-01T00:00:00", Infinity],
    ["2024-02/2024-03-10", "2024-02-01T00:00:00", "2024-03-11T00:00:00"],
  ])("%s stands for its range", (text, first, last) => {
    expect(range(text)).toEqual([first, last]);
  });

  test.each([
    "",
    "today",
    "24",
    "2023-02-29",
    "2024-13",
    "2024-00",
    "2024-02-01T24:00Z",
    "2024-02-01T04:60Z",
    "2024-02-01T04:09:60Z",
    "2024-02-01T04:09",
    "2024-02-01T04:09+01:00",
    "2024-02-01 04:09Z",
    "about",
    "about about 2024",
    "about  2024",
    "around 2024",
    "About 2024",
    "2024/",
    "/2024",
    "2024/2023",
    "2024-03/2024-02",
    "2024/2025/2026",
    "about 2024/2025",
    "0024",
    "1850",
    " 2024",
    "2024 ",
    "2024\n",
    "２０２４",
  ])("is not %j", (text) => {
    expect(readMoment(text)).toBeNull();
  });

  test("keeps the text as it was written", () => {
    fc.assert(
      fc.property(anyMomentText, (text) => {
        expect(momentOf(text).text).toBe(text);
      }),
    );
  });

  test("always begins before it ends", () => {
    fc.assert(
      fc.property(anyMomentText, (text) => {
        const { first, last } = momentOf(text);
        expect(first).toBeLessThan(last);
      }),
    );
  });

  test("of a coarser unit holds those of a finer one", () => {
    const { first, last } = momentOf("2024-02-29T23:59:59Z");
    for (const text of ["2024-02-29T23:59Z", "2024-02-29", "2024-02", "2024", "about 2024-03-01"]) {
      const wider = momentOf(text);
      expect(wider.first).toBeLessThanOrEqual(first);
      expect(wider.last).toBeGreaterThanOrEqual(last);
    }
  });

  test("gives an answer for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(() => readMoment(text)).not.toThrow();
      }),
    );
  });

  test("orders by its earliest reading, then by its text", () => {
    const sorted = ["2024-02-02", "after 2024", "2024-02", "2024-02-01", "before 2030"]
      .map(momentOf)
      .toSorted(compareMoments)
      .map(({ text }) => text);
    expect(sorted).toEqual(["before 2030", "2024-02", "2024-02-01", "2024-02-02", "after 2024"]);
  });

  test("of a bare year may come as a number", () => {
    expect(MomentText.parse(2009)).toBe("2009");
    expect(DateText.parse(2009)).toBe("2009");
    expect(MomentText.safeParse(31).success).toBe(false);
  });

  test("that is a date has neither time of day nor hedge", () => {
    expect(DateText.safeParse("2024-02-01").success).toBe(true);
    for (const text of ["2024-02-01T04:09Z", "about 2024", "2024/2025"]) {
      expect(DateText.safeParse(text).success).toBe(false);
    }
  });
});
