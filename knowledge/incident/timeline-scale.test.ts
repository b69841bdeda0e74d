import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { momentOf } from "./moment";
import { timelineScale, type TimelineScale } from "./timeline-scale";

const frame = { width: 700, breakWidth: 30 };
const nothing = { started: null, mitigated: null, resolved: null };

function scaleOf(
  entries: readonly string[],
  key: { started?: string; mitigated?: string; resolved?: string } = {},
): TimelineScale {
  const { started, mitigated, resolved } = key;
  return timelineScale(
    entries.map(momentOf),
    {
      started: started === undefined ? null : momentOf(started),
      mitigated: mitigated === undefined ? null : momentOf(mitigated),
      resolved: resolved === undefined ? null : momentOf(resolved),
    },
    frame,
  );
}

function places(scale: TimelineScale): number[] {
  return scale.places.map(({ x }) => Math.round(x));
}

describe("the scale of a timeline", () => {
  test("gives equal times equal widths when everything fits one scale", () => {
    const scale = scaleOf(["2025-11-18T10:00Z", "2025-11-18T11:00Z", "2025-11-18T12:00Z"]);
    expect(places(scale)).toEqual([0, 350, 700]);
    expect(scale.breaks).toEqual([]);
    expect(scale.stretches).toHaveLength(1);
  });

  test("draws a gap of years as a break, and the hours after it to scale", () => {
    const scale = scaleOf([
      "2009-01-01T00:00Z",
      "2024-07-19T04:00Z",
      "2024-07-19T05:00Z",
      "2024-07-19T06:00Z",
    ]);
    expect(places(scale)).toEqual([0, 30, 365, 700]);
    expect(scale.breaks).toHaveLength(1);
  });

  test("gives the hour of harm room beside the months around it", () => {
    const scale = scaleOf(
      [
        "2024-02-28",
        "2024-04-08",
        "2024-07-19T04:09Z",
        "2024-07-19T05:27Z",
        "2024-08-06",
        "2024-11-19",
      ],
      { started: "2024-07-19T04:09Z", mitigated: "2024-07-19T05:27Z", resolved: "2024-07-29" },
    );
    const { x0 = 0, x1 = 0 } = scale.impact ?? {};
    expect(x1 - x0).toBeGreaterThan(40);
    expect(scale.stretches.length).toBeGreaterThan(1);
  });

  test("shows a month as the range it is", () => {
    const [month] = scaleOf(["2024-02", "2024-01-01T00:00Z", "2024-04-01T00:00Z"]).places;
    expect(month && month.x1 - month.x0).toBeGreaterThan(100);
  });

  test("puts an impact that was never mitigated up to the resolution", () => {
    const scale = scaleOf(["2024-01-01T10:00Z"], {
      started: "2024-01-01T10:00Z",
      resolved: "2024-01-01T12:00Z",
    });
    expect(scale.impact).toEqual({ x0: 0, x1: 700 });
    expect(scale.recovery).toBeNull();
  });

  test("ignores a mitigation that lies before the harm", () => {
    const scale = scaleOf(["2024-01-01T10:00Z", "2024-01-01T12:00Z"], {
      started: "2024-01-01T10:00Z",
      mitigated: "2024-01-01T09:00Z",
    });
    expect(scale.impact).toBeNull();
  });

  test("has only a middle for a single moment", () => {
    expect(places(scaleOf(["2024-01-01T10:00Z", "2024-01-01T10:00Z"]))).toEqual([350, 350]);
    expect(scaleOf([]).places).toEqual([]);
  });

  test("lets an open end reach the edge", () => {
    const scale = scaleOf(["before 2024-01-02", "2024-01-01T00:00Z", "after 2024-01-03"]);
    expect(scale.places[0]?.x0).toBe(0);
    expect(scale.places[2]?.x1).toBe(700);
  });
});

const minute = fc
  .integer({ min: Date.UTC(1990, 0), max: Date.UTC(2026, 0) })
  .map((time) => `${new Date(time).toISOString().slice(0, 16)}Z`);
const moment = fc.oneof(
  minute,
  minute.map((text) => text.slice(0, 10)),
  minute.map((text) => text.slice(0, 7)),
  minute.map((text) => `about ${text.slice(0, 4)}`),
  minute.map((text) => `before ${text}`),
);
const key = fc.record({
  started: fc.option(moment.map(momentOf)),
  mitigated: fc.option(moment.map(momentOf)),
  resolved: fc.option(moment.map(momentOf)),
});

describe("for any timeline", () => {
  test("every place and range stays inside the frame, and ranges hold their mark", () => {
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 25 }), key, (texts, keyMoments) => {
        for (const { x, x0, x1 } of timelineScale(texts.map(momentOf), keyMoments, frame).places) {
          expect(x0).toBeGreaterThanOrEqual(0);
          expect(x1).toBeLessThanOrEqual(frame.width + 0.001);
          expect(x).toBeGreaterThanOrEqual(x0 - 0.001);
          expect(x).toBeLessThanOrEqual(x1 + 0.001);
        }
      }),
    );
  });

  test("what comes later stands further right", () => {
    fc.assert(
      fc.property(fc.uniqueArray(minute, { maxLength: 25 }), (texts) => {
        const { places: found } = timelineScale(texts.toSorted().map(momentOf), nothing, frame);
        found.slice(1).forEach(({ x }, index) => expect(x).toBeGreaterThan(found[index]?.x ?? 0));
      }),
    );
  });

  test("stretches and breaks fill the frame without gap or overlap", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(minute, { minLength: 2, maxLength: 25 }),
        key,
        (texts, keyMoments) => {
          const scale = timelineScale(texts.map(momentOf), keyMoments, frame);
          const runs = [...scale.stretches, ...scale.breaks].toSorted((a, b) => a.x0 - b.x0);
          expect(runs[0]?.x0).toBe(0);
          expect(runs.at(-1)?.x1).toBeCloseTo(frame.width);
          runs.slice(1).forEach(({ x0, from }, index) => {
            expect(x0).toBeCloseTo(runs[index]?.x1 ?? 0);
            expect(from).toBe(runs[index]?.to);
          });
        },
      ),
    );
  });
});
