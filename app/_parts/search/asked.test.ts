import { describe, expect, test } from "vitest";

import { emptyQuery, writeQuery } from "#knowledge/search/query";

import { choosing, isChosen, queryFrom, withWords } from "./asked";

const query = { ...emptyQuery, q: "update", class: ["retry-storm"], page: 3 };

describe("choosing a value of a filter", () => {
  test("adds a class, from the first page", () => {
    expect(writeQuery(choosing(query, "class", "rollback-gap"))).toEqual({
      q: ["update"],
      class: ["retry-storm", "rollback-gap"],
    });
  });

  test("takes the place of classes of which any will do, and of every other filter's value", () => {
    const any = { ...query, class: ["retry-storm", "latent-defect"], match: "any" as const };
    expect(choosing(any, "class", "rollback-gap").class).toEqual(["rollback-gap"]);
    const role = choosing({ ...query, role: ["trigger"] }, "role", "amplifier");
    expect(role.role).toEqual(["amplifier"]);
  });

  test("lets a chosen one go and keeps the others", () => {
    const two = { ...query, severity: ["critical" as const, "major" as const] };
    expect(isChosen(two, "severity", "major")).toBe(true);
    expect(choosing(two, "severity", "major").severity).toEqual(["critical"]);
  });
});

test("filters that are typed join those in use, and only for as long as they stand there", () => {
  const typed = withWords(query, "role:amplifier file");
  expect(typed).toMatchObject({ q: "file", class: ["retry-storm"], role: ["amplifier"], page: 1 });
  expect(withWords(query, "file").role).toEqual([]);
});

test("parameters and query stand for each other", () => {
  expect(queryFrom(writeQuery(query))).toEqual(query);
});
