import { expect, test } from "vitest";

import { offersFor } from "./class-offers";

const one = (slug: string, name: string, means: string, ...aka: string[]) => ({
  slug,
  name,
  means,
  aka,
  near: [],
});
const classes = [
  one("resource-leak", "Resource leak", "Connections were not given back.", "connection leak"),
  one("capacity-exhaustion", "Capacity exhaustion", "Work needed more than there was.", "OOM"),
  one("retry-storm", "Retry storm", "Clients tried again together.", "thundering herd"),
];
const offered = (typed: string, picked: readonly string[] = []) =>
  offersFor(typed, classes, picked).map(({ value }) => value);

test("classes are offered by the beginnings of their names and aliases", () => {
  expect(offered("cap")).toEqual(["capacity-exhaustion"]);
  expect(offered("leak con")).toEqual(["resource-leak"]);
  expect(offered("herd")).toEqual(["retry-storm"]);
  expect(offersFor("herd", classes, [])[0]?.about).toBe(
    "“thundering herd”. Clients tried again together.",
  );
  expect(offered("cap", ["capacity-exhaustion"])).toEqual([]);
});

test("words of which some are like those of a class offer it", () => {
  expect(offered("connection pool exhausted").toSorted()).toEqual([
    "capacity-exhaustion",
    "resource-leak",
  ]);
  expect(offered("the clients retried")).toEqual(["retry-storm"]);
});

test("words that are like nothing offer nothing", () => {
  expect(offered("Kapazität")).toEqual([]);
  expect(offered(" ")).toEqual([]);
});
