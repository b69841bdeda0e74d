import { describe, expect, test } from "vitest";

import { compile } from "./pattern";
import { rules } from "./rules";

describe("the rules", () => {
  test("have each a slug of its own", () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(?:-[a-z]+)*$/.test(id))).toEqual([]);
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))(
    "%s explains itself in one or two sentences, with two ways out",
    (_, { reason, suggestions, sections }) => {
      expect(reason).toMatch(/^[“A-Z].{30,220}[.?]$/);
      expect(suggestions).toHaveLength(2);
      expect(new Set(suggestions.filter((way) => way.length > 3)).size).toBe(2);
      expect(new Set(sections).size).toBe(sections.length);
    },
  );

  test("refuse a pattern that could never be found", () => {
    expect(() => compile({ words: "{person} {participle}" })).toThrow("no word");
    expect(() => compile({ words: "re-run the job" })).toThrow("hyphens");
    expect(() => compile({ words: "the {engineers} failed" })).toThrow("no class");
  });
});
