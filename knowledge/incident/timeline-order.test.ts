import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { disordersIn, displacedIn, sortedByTime } from "./timeline-order";

const day = "2026-11-21T";

describe("the order of a timeline", () => {
  test("an entry that lies before the one above it is out of order", () => {
    expect(disordersIn([`${day}14:38Z`, `${day}14:30Z`, `${day}14:40Z`])).toEqual([
      { at: 1, above: 0 },
    ]);
  });

  test.each([
    ["about 14:20 below 14:17", [`${day}14:17Z`, `about ${day}14:20Z`]],
    ["14:17 below about 14:20", [`about ${day}14:20Z`, `${day}14:17Z`]],
    ["a day below a time on it", [`${day}14:17Z`, "2026-11-21"]],
    ["a range below a time within it", [`${day}14:17Z`, `${day}14:00Z/${day}15:00Z`]],
    ["before a later time", [`${day}14:17Z`, `before ${day}15:00Z`]],
    ["after an earlier time", [`${day}14:17Z`, `after ${day}13:00Z`]],
  ])("%s is none", (_, moments) => {
    expect(disordersIn(moments)).toEqual([]);
  });

  test("about 13:00 below 14:17 is one, and entries without a time are passed over", () => {
    expect(disordersIn([`${day}14:17Z`, null, "", `about ${day}13:00Z`])).toEqual([
      { at: 3, above: 0 },
    ]);
  });

  test("local times are compared as they are", () => {
    expect(disordersIn([`${day}14:38`, `${day}14:30`])).toHaveLength(1);
  });
});

describe("entries out of the order of time", () => {
  test("are all those that lie before one above, not only the first of them", () => {
    const times = ["16:50", "17:00", "14:05", "14:10", "17:05"].map((time) => `${day}${time}Z`);
    expect(displacedIn(times)).toEqual([2, 3]);
    expect(displacedIn([`${day}17:00Z`, "", null, `${day}14:05Z`])).toEqual([3]);
  });

  test("are none where times overlap, or none can be read", () => {
    expect(displacedIn([`${day}14:17Z`, `about ${day}14:20Z`, `${day}14:18Z`])).toEqual([]);
    expect(displacedIn(["", null, "noonish"])).toEqual([]);
  });
});

describe("sorting by time", () => {
  const row = (id: string, at: string) => ({ id, at });
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).join("");

  test("puts entries in order, and keeps those without a time below the row they stand below", () => {
    const rows = [
      row("a", `${day}14:38Z`),
      row("b", ""),
      row("c", `${day}14:30Z`),
      row("d", `about ${day}14:36Z`),
    ];
    expect(ids(sortedByTime(rows))).toBe("cdab");
  });

  test("leaves none out of order, whatever the times say", () => {
    const bare = fc.constantFrom(
      "2026-11",
      "2026-11-21",
      ...["14:00Z", "14:00:30Z", "14:01Z", "14:10Z"].map((time) => `${day}${time}`),
    );
    const hedge = fc.constantFrom("", "about ", "before ", "after ");
    const moment = fc.tuple(hedge, bare).map(([words, time]) => `${words}${time}`);
    const at = fc.oneof(moment, fc.constant(`${day}14:00Z/${day}14:10Z`), fc.constant(""));
    fc.assert(
      fc.property(fc.array(at, { maxLength: 12 }), (times) => {
        const sorted = sortedByTime(times.map((time, nth) => row(`${nth}`, time)));
        expect(displacedIn(sorted.map((one) => one.at))).toEqual([]);
      }),
    );
  });

  test("loses no row, and leaves none out of order whose times are exact", () => {
    const at = fc.constantFrom(
      "",
      ...["14:00", "14:05", "14:30", "15:00"].map((t) => `${day}${t}Z`),
    );
    fc.assert(
      fc.property(fc.array(at), (times) => {
        const rows = times.map((time, nth) => row(`${nth}`, time));
        const sorted = sortedByTime(rows);
        expect(sorted.toSorted((a, b) => Number(a.id) - Number(b.id))).toEqual(rows);
        expect(disordersIn(sorted.map((one) => one.at))).toEqual([]);
      }),
    );
  });
});
