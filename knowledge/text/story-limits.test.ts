import { describe, expect, test } from "vitest";
import { wearyingStories } from "./hostile.corpus";
import { STORY_LIMIT, faultsBeforeParsing } from "./story-limits";

describe("before a story is parsed", () => {
  test("an ordinary one has no fault", () => {
    const story = [
      "## What *happened*",
      "A `snake_case_name` and [[retry-storm]] in **bold**.",
      "- one\n  - two\n    - three",
      "> quoted\n> > twice",
      "***",
      "- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -",
      "```\n>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n```",
      `| a | b |\n|---|---|\n${"| *x* | **y** |\n".repeat(1_500)}`,
    ].join("\n\n");
    expect(faultsBeforeParsing(story)).toEqual([]);
  });

  test.each([
    ["a\n\n> > > ", `${"> ".repeat(33)}a`, 3],
    ["a\n", Array.from({ length: 40 }, (_, n) => `${"  ".repeat(n)}- a`).join("\n"), 34],
    ["a\n", "[".repeat(33), 2],
    ["a\n", "*a ".repeat(2_001), 2],
    ["a\n", "x".repeat(100_001), 2],
    ["a\n", "`".repeat(65).concat("x`"), 2],
    ["a\n\nb", "\0", 3],
  ])("names the line of what is too much (%#)", (before, story, line) => {
    expect(faultsBeforeParsing(before + story)).toMatchObject([{ line }]);
  });

  test("size counts in bytes", () => {
    expect(faultsBeforeParsing("a\n".repeat(STORY_LIMIT / 2))).toEqual([]);
    expect(faultsBeforeParsing("é\n".repeat(STORY_LIMIT / 2))).toMatchObject([{ line: 1 }]);
  });

  test.each(Object.entries(wearyingStories))("%s is looked through at once", (_name, story) => {
    expect(() => faultsBeforeParsing(story)).not.toThrow();
  });
});
