import { expect, test } from "vitest";

import { emptyQuery } from "#knowledge/search/query";

import { agree } from "./measured";

const found = { total: 2, slugs: ["b", "a"] };

test("two ways agree that bring as many, and where the order is a plain one the same", () => {
  expect(agree(emptyQuery, found, found)).toBe(true);
  expect(agree(emptyQuery, found, { ...found, total: 3 })).toBe(false);
  expect(agree(emptyQuery, found, { ...found, slugs: ["a", "b"] })).toBe(false);
});

test("among words the order is the search's own", () => {
  const query = { ...emptyQuery, q: "certificate" };
  expect(agree(query, found, { ...found, slugs: ["a", "b"] })).toBe(true);
  expect(agree(query, found, { ...found, total: 1 })).toBe(false);
});
