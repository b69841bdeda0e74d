import { expect, test } from "vitest";

import { countInCell, incidentsInWords, middleInWords, timesAsOften } from "./figure-words";

test.each([
  [7, "7"],
  [999, "999"],
  [1_000, "1.0k"],
  [9_940, "9.9k"],
  [9_960, "10k"],
  [34_100, "34k"],
])("a count of %i fits into a cell as %s", (count, words) => {
  expect(countInCell(count)).toBe(words);
});

test("how many times as often is said no more precisely than it is known", () => {
  expect([1, 2.449, 9.96, 21.6].map(timesAsOften)).toEqual(["1.0", "2.4", "10", "22"]);
});

test("the middle half is given by both its ends, even where one is next to nothing", () => {
  expect(middleInWords({ least: 1, most: 1_500 })).toBe("1 min to 25 h");
  expect(middleInWords({ least: 60, most: null })).toBe("60 min to an open end");
});

test("one incident is no incidents", () => {
  expect([1, 2, 0].map(incidentsInWords)).toEqual(["1 incident", "2 incidents", "0 incidents"]);
});
