import { expect, test } from "vitest";

import { axisTicks, axisWidth, placeOfMinutes } from "./time-scale";

test("the axis reaches from a minute to two years, and holds what lies beyond", () => {
  expect([0, 0.05, 1].map(placeOfMinutes)).toEqual([0, 0, 0]);
  expect(placeOfMinutes(3 * 365 * 24 * 60)).toBe(axisWidth);
});

test("what took ten times as long stands as much further on, wherever it begins", () => {
  const steps = [1, 10, 100, 1_000, 10_000].map(
    (minutes) => placeOfMinutes(minutes * 10) - placeOfMinutes(minutes),
  );
  expect(Math.max(...steps) - Math.min(...steps)).toBeLessThanOrEqual(1);
});

test("its ticks stand in order, from end to end", () => {
  const places = axisTicks.map(({ minutes }) => placeOfMinutes(minutes));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect([places[0], places.at(-1)]).toEqual([0, axisWidth]);
});
