import { describe, expect, test } from "vitest";

import { byIncident, classJson, type FactorOfClass } from "./class-json";

function factor(incident: string, id: string): FactorOfClass {
  return {
    incident: { slug: incident, title: `Title of ${incident}`, started: "2024-07" },
    id,
    role: "trigger",
    standing: "confirmed",
    statement: `Statement ${id}.`,
  };
}

const page = {
  slug: "retry-storm",
  name: "Retry storm",
  means: "Repeated attempts became the load.",
  not: "thundering-herd: they came at once, but first.",
  aka: ["retry amplification"],
  family: { slug: "load", name: "Load" },
};

describe("the JSON of a class", () => {
  test("has every factor once, under its incident, in the given order", () => {
    const factors = [factor("b", "one"), factor("a", "two"), factor("b", "three")];
    const { incidents, ...about } = classJson(page, factors);
    expect(about).toEqual(page);
    expect(incidents.map(({ slug, factors: its }) => [slug, its.map(({ id }) => id)])).toEqual([
      ["b", ["one", "three"]],
      ["a", ["two"]],
    ]);
    expect(incidents[1]?.factors[0]).toEqual({
      id: "two",
      role: "trigger",
      standing: "confirmed",
      statement: "Statement two.",
    });
  });

  test("has an empty list for a class that no incident names", () => {
    expect(classJson(page, []).incidents).toEqual([]);
  });
});

test("factors without an incident in common stay apart", () => {
  expect(byIncident([factor("a", "x"), factor("b", "x")])).toHaveLength(2);
});
