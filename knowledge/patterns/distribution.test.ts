import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Span } from "#knowledge/incident/span";

import { compareMedians, distributionOf } from "./distribution";
import { open, unknown, type SpanEnds } from "./span.store";

/** Ends in seconds of spans in minutes; null: the record says nothing. */
function endsOf(spans: readonly (Span | null)[]): SpanEnds {
  return {
    least: Int32Array.from(spans, (span) => (span ? span.least * 60 : unknown)),
    most: Int32Array.from(spans, (span) => {
      if (!span) return unknown;
      return span.most === null ? open : span.most * 60;
    }),
  };
}

function ofAll(spans: readonly (Span | null)[]) {
  return distributionOf(
    endsOf(spans),
    Int32Array.from(spans, (_, at) => at),
  );
}

const exact = (minutes: number): Span => ({ least: minutes, most: minutes });

describe("a distribution", () => {
  test("has the middle one for its median, whatever the longest is", () => {
    const times = [3, 1, 5, 2, 1_000_000].map(exact);
    expect(ofAll(times).median).toEqual(exact(3));
  });

  test("has both of the two in the middle, not what lies between them", () => {
    expect(ofAll([1, 2, 3, 10, 11, 12].map(exact)).median).toEqual({ least: 3, most: 10 });
  });

  test("has a range for its median where records are imprecise", () => {
    const day: Span = { least: 0, most: 1_439 };
    expect(ofAll([day, day, exact(60), exact(90), exact(95)]).median).toEqual({
      least: 60,
      most: 95,
    });
  });

  test("has no upper end where half of the records have none", () => {
    const openEnded: Span = { least: 60, most: null };
    expect(ofAll([openEnded, openEnded, openEnded, exact(5), exact(6)]).median).toEqual({
      least: 60,
      most: null,
    });
  });

  test("has no median of four, and no quartiles of seven", () => {
    const first = (count: number) => ofAll(Array.from({ length: count }, (_, at) => exact(at)));
    expect(first(4)).toMatchObject({ known: 4, median: null, middle: null });
    expect(first(5).median).toEqual(exact(2));
    expect(first(7).middle).toBeNull();
    expect(first(9).middle).toEqual({ least: 2, most: 6 });
  });

  test("leaves out records that say nothing, and counts them out", () => {
    expect(ofAll([null, exact(4), null])).toMatchObject({ known: 1, marks: [exact(4)] });
    expect(ofAll([])).toEqual({ known: 0, median: null, middle: null, marks: [] });
  });

  test("is of the incidents that are asked for, of all that there are", () => {
    const ends = endsOf([exact(1), exact(2), null, exact(3)]);
    expect(distributionOf(ends, Int32Array.of(3, 0, -1)).marks).toEqual([exact(1), exact(3)]);
  });

  test("shows each incident while they can be seen apart", () => {
    expect(ofAll(Array.from({ length: 60 }, () => exact(1))).marks).toHaveLength(60);
    expect(ofAll(Array.from({ length: 61 }, () => exact(1))).marks).toHaveLength(0);
  });

  test("holds the true median, wherever in its range each incident truly lay", () => {
    const anySpan = fc
      .tuple(fc.nat({ max: 500 }), fc.nat({ max: 500 }), fc.nat({ max: 100 }))
      .map(([least, width, share]) => ({
        span: { least, most: least + width },
        truth: least + (width * share) / 100,
      }));
    fc.assert(
      fc.property(fc.array(anySpan, { minLength: 5, maxLength: 40 }), (all) => {
        const { median, middle } = ofAll(all.map(({ span }) => span));
        const truths = all.map(({ truth }) => truth).toSorted((a, b) => a - b);
        const at = (share: number, round: (value: number) => number) =>
          truths[round(share * (truths.length - 1))] ?? Number.NaN;
        expect(at(0.5, Math.floor)).toBeGreaterThanOrEqual(median?.least ?? Infinity);
        expect(at(0.5, Math.ceil)).toBeLessThanOrEqual(median?.most ?? -Infinity);
        if (!middle) return;
        expect(at(0.25, Math.floor)).toBeGreaterThanOrEqual(middle.least);
        expect(at(0.75, Math.ceil)).toBeLessThanOrEqual(middle.most ?? -Infinity);
      }),
    );
  });
});

test("medians stand in order by their least, then their most; where there is none, last", () => {
  const withMedian = (median: Span | null) => ({ known: 9, median, middle: null, marks: [] });
  const inOrder = [
    { least: 1, most: 9 },
    { least: 2, most: 3 },
    { least: 2, most: null },
    null,
  ].map(withMedian);
  expect(inOrder.toReversed().toSorted(compareMedians)).toEqual(inOrder);
});
