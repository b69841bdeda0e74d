import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostileTexts } from "./hostile.corpus";
import { citationsInMarkdown, linksInMarkdown } from "./references";
import { renderStory } from "./render";

describe("the references of a story", () => {
  test("have their lines", () => {
    const story = "## A\n\n[[one]] and\n[[two|its\nwords]] and [[three]][^rca]\n\n> [[four]]\n";
    expect(linksInMarkdown(story)).toEqual([
      { slug: "one", words: null, line: 3 },
      { slug: "two", words: "its\nwords", line: 4 },
      { slug: "three", words: null, line: 5 },
      { slug: "four", words: null, line: 7 },
    ]);
    expect(citationsInMarkdown(story)).toEqual([{ id: "rca", defined: false, line: 5 }]);
  });

  test("escape their bar in a table", () => {
    expect(linksInMarkdown("| a |\n|---|\n| [[x\\|y z]] |")).toEqual([
      { slug: "x", words: "y z", line: 3 },
    ]);
  });

  test("tell the story's own footnotes apart", () => {
    expect(citationsInMarkdown("a[^1] b[^rca]\n\n[^1]: see [[x]]")).toEqual([
      { id: "1", defined: true, line: 1 },
      { id: "rca", defined: false, line: 1 },
    ]);
  });

  test.each([
    "`[[x]] [^y]`",
    "``a ` [[x]] [^y]``",
    "`a\n[[x]] [^y]`",
    "\\[[x]] \\[^y]",
    "```\n[[x]] [^y]\n```",
    "~~~~ts\n[[x]]\n~~~\n[^y]\n~~~~",
    "> ```\n> [[x]] [^y]\n> ```",
    "- a\n\n  ```\n  [[x]] [^y]\n  ```",
    "    [[x]] [^y]",
    "```\n[[x]] [^y] to the end",
  ])("are not read in code or behind an escape: %j", (story) => {
    expect(linksInMarkdown(story)).toEqual([]);
    expect(citationsInMarkdown(story)).toEqual([]);
  });

  test.each(["> ```\n[[x]]", "- ```\n\n[[x]]", "`a\n\n[[x]]`", "a\n    [[x]]", "- a\n\n    [[x]]"])(
    "are read where code has ended: %j",
    (story) => {
      expect(linksInMarkdown(story)).toMatchObject([{ slug: "x" }]);
    },
  );

  test("are those that the renderer finds, in ordinary Markdown", async () => {
    const block = fc.constantFrom(
      "Words [[a]] and [[b|c]][^rca].",
      "`[[d]]` then [[e]]",
      "```\n[[f]]\n```",
      "- [[g]]\n- h\n  - [[i]]",
      "> [[j]]\n> [^rca] `k`",
      "| [[l\\|m]] | `[[n]]` |\n|---|---|\n| [^rca] | [[o]] |",
      "## [[p]] `q`",
      "    [[r]]",
      "1. s\n\n   [[t]]\n\n2. `[[u]]`",
      "*[[v]]* **`[[w]]`** \\[[x]]",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 8 }), async (blocks) => {
        // A rule between the blocks keeps a list from taking in what follows it.
        const story = blocks.join("\n\n---\n\n");
        const answer = await renderStory({ markdown: story, citations: ["rca"] });
        const links = [...new Set(linksInMarkdown(story).map(({ slug }) => slug))];
        const citations = [...new Set(citationsInMarkdown(story).map(({ id }) => id))];
        expect(answer).toMatchObject({ kind: "rendered", links, citations });
      }),
      { numRuns: 50 },
    );
  });

  test("are looked for in any text without failing", () => {
    const piece = fc.constantFrom(...Object.values(hostileTexts).flat(), "`", "\n", "> ", "- ");
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const story = pieces.join("");
        const last = story.split(/\r\n|\n|\r/).length;
        const lines = [...linksInMarkdown(story), ...citationsInMarkdown(story)].map((r) => r.line);
        expect(lines.every((line) => line >= 1 && line <= last)).toBe(true);
      }),
    );
  });
});
