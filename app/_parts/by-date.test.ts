import { expect, test } from "vitest";

import { byDate } from "./by-date";

const order = (...dates: (string | null)[]) =>
  byDate(
    dates.map((date, place) => ({ date, place })),
    ({ date }) => date,
  ).map(({ place }) => place);

test("things come in the order of their moments, whatever their precision", () => {
  expect(order("2024-08", "2024-07-19", "about 2024-01")).toEqual([2, 1, 0]);
});

test("equal moments keep their order", () => {
  expect(order("2024", "2024", "2023")).toEqual([2, 0, 1]);
});

test("what has no moment stays behind what stands before it", () => {
  expect(order("2024-01", null, "2024-03")).toEqual([0, 1, 2]);
  expect(order(null, "2024-01")).toEqual([0, 1]);
});
