import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { momentOf } from "./moment";
import { durationInWords, isExact, spanBetween, spanInWords, spansOf } from "./span";
import { anyMomentText } from "./testing/any-document";

const between = (from: string, to: string) => spanBetween(momentOf(from), momentOf(to));

// Minutes of the leap year 2024, as text; and the same as a coarser source would say it.
const at = (count: number) =>
  new Date(Date.UTC(2024, 0, 1) + count * 60_000).toISOString().slice(0, 16);
const said = (text: string, size: number) => `${text.slice(0, size)}${size === 16 ? "Z" : ""}`;

describe("the span between two moments", () => {
  test("is exact when both are given to the minute", () => {
    const span = between("2024-07-19T04:09Z", "2024-07-19T05:27Z");
    expect(span).toEqual({ least: 78, most: 78 });
    expect(span && isExact(span)).toBe(true);
  });

  test("runs to the end of the day when the end is only a date", () => {
    expect(between("2024-07-19T23:00Z", "2024-07-19")).toEqual({ least: 0, most: 59 });
  });

  test("begins at the earliest minute of a month", () => {
    expect(between("2024-02", "2024-03-01T00:00Z")).toEqual({ least: 1, most: 29 * 1440 });
  });

  test("has no upper end when one of them is open", () => {
    expect(between("2024-07-19T04:00Z", "after 2024-07-19T05:00Z")).toEqual({
      least: 61,
      most: null,
    });
    expect(between("before 2024-07-19T04:00Z", "2024-07-19T05:00Z")).toEqual({
      least: 61,
      most: null,
    });
  });

  test("is at most something when the end lies before a known time", () => {
    expect(between("2024-07-19T04:00Z", "before 2024-07-19T05:00Z")).toEqual({
      least: 0,
      most: 59,
    });
  });

  test("is unknown when a moment is missing or neither end is known", () => {
    expect(spanBetween(null, momentOf("2024"))).toBeNull();
    expect(spanBetween(momentOf("2024"), null)).toBeNull();
    expect(between("before 2024", "before 2025")).toBeNull();
    expect(between("after 2024", "after 2025")).toBeNull();
  });

  test("is never below zero, and its least never above its most", () => {
    fc.assert(
      fc.property(anyMomentText, anyMomentText, (from, to) => {
        const span = between(from, to);
        if (!span) return;
        expect(span.least).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(span.least)).toBe(true);
        expect(span.most ?? Infinity).toBeGreaterThanOrEqual(span.least);
      }),
    );
  });

  test("holds every span between two minutes that the moments may mean", () => {
    const minute = fc.integer({ min: 0, max: 527_039 });
    const coarse = fc.constantFrom(4, 7, 10, 16);
    fc.assert(
      fc.property(minute, minute, coarse, coarse, (begin, length, fromSize, toSize) => {
        const [from, to] = [at(begin), at(begin + length)];
        const span = between(said(from, fromSize), said(to, toSize));
        expect(span?.least).toBeLessThanOrEqual(length);
        expect(span?.most).toBeGreaterThanOrEqual(length);
      }),
    );
  });

  test("counts detection, mitigation and resolution from the beginning of harm", () => {
    const spans = spansOf({
      started: momentOf("2024-07-19T04:09Z"),
      detected: momentOf("2024-07-19T04:00Z"),
      mitigated: momentOf("2024-07-19T05:27Z"),
      resolved: null,
    });
    expect(spans).toEqual({
      toDetect: { least: 0, most: 0 },
      toMitigate: { least: 78, most: 78 },
      toResolve: null,
    });
  });
});

describe("a span in words", () => {
  test.each([
    [{ least: 78, most: 78 }, "78 min"],
    [{ least: 320, most: 320 }, "5 h 20 min"],
    [{ least: 2 * 1440, most: 3 * 1440 }, "2 to 3 d"],
    [{ least: 90, most: 150 }, "90 min to 2 h 30 min"],
    [{ least: 240, most: null }, "at least 4 h"],
    [{ least: 0, most: 59 }, "at most 59 min"],
    [{ least: 30 * 1440, most: 30 * 1440 + 5 }, "about 30 d"],
    [{ least: 0, most: 0 }, "0 min"],
    [{ least: 9 * 1440 + 19 * 60, most: 10 * 1440 + 19 * 60 }, "9 to 11 d"],
    [{ least: 30 * 60, most: 5 * 1440 - 1 }, "30 h to 5 d"],
    [{ least: 1, most: 2879 }, "at most 48 h"],
    [{ least: 1440, most: 60 * 1440 }, "at most 60 d"],
    [{ least: 190, most: 450 }, "3 to 8 h"],
    [{ least: 31, most: 58 }, "31 to 58 min"],
    [{ least: 119, most: 121 }, "about 2 h"],
    [{ least: 126, most: 138 }, "about 2 h 15 min"],
    [{ least: 20 * 1440 - 1, most: null }, "at least 19 d"],
  ])("of %j is %s", (span, words) => {
    expect(spanInWords(span)).toBe(words);
  });

  test("holds the whole range when it is a range, and is near it when it says “about”", () => {
    const length = fc.oneof(
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 0, max: 5000 }),
      fc.integer({ min: 0, max: 600_000 }),
    );
    fc.assert(
      fc.property(
        length,
        length.map((one) => one + 1),
        (least, width) => {
          const most = least + width;
          const words = spanInWords({ least, most });
          const heard = minutesSaid(words);
          const holds = heard.least <= least && heard.most >= most;
          const isNear = heard.most > least * 0.96 && heard.most < most * 1.04;
          expect(words.startsWith("about") ? isNear : holds, `${least}, ${most}: ${words}`).toBe(
            true,
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("never says more than the least of a span without an upper end", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600_000 }), (least) => {
        const words = spanInWords({ least, most: null });
        expect(minutesSaid(words).most).toBeLessThanOrEqual(least);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    [0, "0 min"],
    [0.5, "30 s"],
    [119, "119 min"],
    [120, "2 h"],
    [2879, "47 h 59 min"],
    [2880, "2 d"],
    [14 * 1440, "14 d"],
  ])("of %d minutes is %s", (minutes, words) => {
    expect(durationInWords(minutes)).toBe(words);
  });
});

const unitMinutes = new Map([
  ["min", 1],
  ["h", 60],
  ["d", 1440],
]);

/** What the words of a span say, in minutes; without a lower end 0, without any range twice the same. */
function minutesSaid(words: string): { least: number; most: number } {
  const [from = "", to] = words.replace(/^(?:about|at least|at most) /, "").split(" to ");
  const inMinutes = (text: string) =>
    [...text.matchAll(/(\d+) (\w+)/g)].reduce(
      (sum, [, count, unit = ""]) => sum + Number(count) * (unitMinutes.get(unit) ?? Number.NaN),
      0,
    );
  if (to === undefined) {
    return { least: words.startsWith("at most") ? 0 : inMinutes(from), most: inMinutes(from) };
  }
  const unit = /\w+$/.exec(to)?.[0] ?? "";
  return { least: inMinutes(/^\d+$/.test(from) ? `${from} ${unit}` : from), most: inMinutes(to) };
}
