import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { placeLabels } from "./timeline-labels";

const wish = fc.record({
  x: fc.integer({ min: 0, max: 700 }),
  width: fc.integer({ min: 20, max: 160 }),
  priority: fc.integer({ min: 0, max: 100 }),
});
const wishes = fc
  .array(wish, { maxLength: 25 })
  .map((all) => all.map((one, index) => ({ ...one, id: String(index) })));

function label(id: string, x: number, priority = 1) {
  return { id, x, width: 90, priority };
}

describe("labels of a drawn timeline", () => {
  test("never overlap, and never leave the drawing", () => {
    fc.assert(
      fc.property(wishes, (all) => {
        const placed = placeLabels(all, { width: 700, rows: 3 });
        for (const one of placed) {
          expect(one.left).toBeGreaterThanOrEqual(0);
          expect(one.right).toBeLessThanOrEqual(700);
          expect(one.row).toBeLessThan(3);
          const same = placed.filter((other) => other.row === one.row && other.id !== one.id);
          for (const other of same) {
            expect(other.left >= one.right || other.right <= one.left).toBe(true);
          }
        }
      }),
    );
  });

  test("keep clear of the leaders of labels above them", () => {
    fc.assert(
      fc.property(wishes, (all) => {
        const placed = placeLabels(all, { width: 700, rows: 3 });
        for (const near of placed) {
          const leaders = placed.filter(({ row }) => row > near.row).map(({ x }) => x);
          expect(leaders.filter((x) => x > near.left && x < near.right)).toEqual([]);
        }
      }),
    );
  });

  test("rise in steps where marks stand close, the earliest highest", () => {
    const close = [
      label("change", 0),
      label("trigger", 20),
      label("impact", 40),
      label("far", 400),
    ];
    const placed = placeLabels(close, { width: 700, rows: 3 });
    expect(placed.map(({ id, row }) => [id, row])).toEqual([
      ["change", 2],
      ["trigger", 1],
      ["impact", 0],
      ["far", 0],
    ]);
  });

  test("leave out the least important where there is no further step", () => {
    const close = [label("context", 0, 1), label("trigger", 20, 9), label("impact", 40, 5)];
    const placed = placeLabels(close, { width: 700, rows: 2 });
    expect(placed.map(({ id }) => id)).toEqual(["trigger", "impact"]);
  });

  test("turn to the left at the right edge", () => {
    const placed = placeLabels([label("recovery", 695)], { width: 700, rows: 2 });
    expect(placed).toEqual([{ id: "recovery", x: 695, row: 0, left: 605, right: 695 }]);
  });
});
