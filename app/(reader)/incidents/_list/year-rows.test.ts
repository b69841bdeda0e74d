import { expect, test } from "vitest";

import { emptyQuery } from "#knowledge/search/query";

import { yearRows } from "./year-rows";

const years = Array.from({ length: 13 }, (_, at) => ({
  year: 2026 - at,
  incidents: 3,
  upTo: 100 - 2 * at,
}));

test("ten years stand by themselves, each with what choosing it finds", () => {
  const rows = yearRows({ ...emptyQuery, org: ["aws"], from: "2020", page: 3 }, years);
  expect(rows).toHaveLength(11);
  expect(rows[0]).toEqual({
    key: "2026",
    name: "2026",
    href: "/incidents?org=aws&from=2026&to=2026",
    count: 3,
  });
});

test("what is older is one row with what its link finds, which is no sum of years", () => {
  const older = yearRows(emptyQuery, years)[10];
  expect(older).toMatchObject({ name: "2016 and before", href: "/incidents?to=2016", count: 80 });
});

test("few years need no such row", () => {
  expect(yearRows(emptyQuery, years.slice(0, 10))).toHaveLength(10);
});
