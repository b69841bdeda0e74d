import { describe, expect, test } from "vitest";

import { emptyQuery } from "#knowledge/search/query";

import { filtersOf, wordConditions } from "./condition-words";

const names = {
  class: new Map([["retry-storm", "Retry storm"]]),
  notClass: new Map([["retry-storm", "Retry storm"]]),
  family: new Map([["change", "Change"]]),
  org: new Map<string, string>(),
  product: new Map<string, string>(),
};

describe("what a query asks for", () => {
  test("reads by itself, and an unknown name as it was given", () => {
    const filters = filtersOf(
      {
        ...emptyQuery,
        class: ["retry-storm"],
        family: ["change"],
        notClass: ["retry-storm"],
        with: ["retry-storm:trigger", "no-such"],
        role: ["amplifier"],
        org: ["nobody"],
        from: "2020",
        to: "2021-03",
        match: "factor",
      },
      names,
    );
    expect(filters.map(({ words }) => words)).toEqual([
      "Retry storm",
      "any Change",
      "not Retry storm",
      "as amplifier",
      "nobody",
      "with Retry storm as trigger",
      "with no-such",
      "from 2020",
      "to March 2021",
      "all in one factor",
    ]);
  });

  test("says with each what is left without it", () => {
    const query = { ...emptyQuery, q: "file", role: ["amplifier" as const], from: "2020", page: 2 };
    const [role, when] = filtersOf({ ...query, to: "2020" }, names);
    expect(role?.without).toEqual({ q: ["file"], from: ["2020"], to: ["2020"] });
    expect(when).toMatchObject({ words: "in 2020", without: { q: ["file"], role: ["amplifier"] } });
  });
});

describe("words as single conditions", () => {
  test("are each word, phrase and exclusion, and all together", () => {
    const conditions = wordConditions({ ...emptyQuery, q: '"feature file" cache -bgp' });
    expect(conditions.map(({ words, without }) => [words, without.q?.[0]])).toEqual([
      ['"feature file"', "cache -bgp"],
      ["cache", '"feature file" -bgp'],
      ["-bgp", '"feature file" cache'],
      ["all of the words", undefined],
    ]);
  });

  test("are one where there is one, and none where there is none", () => {
    expect(wordConditions({ ...emptyQuery, q: "cache" })).toHaveLength(1);
    expect(wordConditions(emptyQuery)).toEqual([]);
  });
});
