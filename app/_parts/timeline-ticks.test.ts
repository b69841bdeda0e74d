import { describe, expect, test } from "vitest";

import { ticksOf } from "./timeline-ticks";

function stretch(from: string, to: string, width = 700) {
  return { from: Date.parse(from), to: Date.parse(to), x0: 0, x1: width };
}

describe("ticks along a stretch", () => {
  test("are round hours in an outage of hours", () => {
    const ticks = ticksOf(stretch("2025-11-18T11:05Z", "2025-11-18T17:06Z"), 60);
    expect(ticks.map(({ words }) => words)).toEqual(["12:00", "13:00", "14:00", "15:00", "16:00"]);
  });

  test("name the day where one begins", () => {
    const ticks = ticksOf(stretch("2025-11-18T20:00Z", "2025-11-19T06:00Z"), 150);
    expect(ticks.map(({ words }) => words)).toEqual(["21:00", "19 Nov", "03:00"]);
  });

  test("are months, with the year in January, over a winter", () => {
    const ticks = ticksOf(stretch("2024-10-10", "2025-03-10"), 100);
    expect(ticks.map(({ words }) => words)).toEqual(["Nov", "Dec", "2025", "Feb", "Mar"]);
  });

  test("are left out where there is no room for two", () => {
    expect(ticksOf(stretch("2025-11-18T11:00Z", "2025-11-18T12:00Z", 50), 60)).toEqual([]);
  });
});
