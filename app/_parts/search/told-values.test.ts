import { expect, test } from "vitest";

import { emptyQuery } from "#knowledge/search/query";

import { toldValues } from "./told-values";

const none = new Map<string, number>();
const facets = {
  role: none,
  class: none,
  org: none,
  severity: none,
  standing: none,
  sector: none,
  product: none,
  kind: none,
};
const many = new Map(Array.from({ length: 60 }, (_, at) => [`org-${at + 10}`, 100 - at]));

test("of many values those of most incidents are told, and how many more there are", () => {
  const told = toldValues("org", emptyQuery, { ...facets, org: many });
  expect(told.values).toEqual([...many.keys()].slice(0, 40));
  expect(told.left).toBe(20);
});

test("what is asked for is told, however few incidents it has", () => {
  const query = { ...emptyQuery, org: ["org-69", "org-of-none"] };
  const told = toldValues("org", query, { ...facets, org: many });
  expect(told.values).toHaveLength(42);
  expect(told.values.slice(40)).toEqual(["org-69", "org-of-none"]);
  expect(told.left).toBe(19);
});

test("all classes are told, and closed vocabularies in their own order", () => {
  const classes = new Map([...many].map(([slug, count]) => [`class-${slug}`, count]));
  expect(toldValues("class", emptyQuery, { ...facets, class: classes }).values).toHaveLength(60);
  const severities = toldValues("severity", emptyQuery, facets);
  expect(severities).toMatchObject({ left: 0, isWhole: true });
  expect(severities.values).toContain("critical");
});
