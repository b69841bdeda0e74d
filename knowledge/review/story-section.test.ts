import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { joinStory, newSection, splitStory, withBody } from "./story-section";

const bodies = (story: string) => splitStory(story).map(({ heading, body }) => [heading, body]);

describe("a story's sections", () => {
  test("begin at headings of the second level, and what comes before the first is one too", () => {
    expect(bodies("Before.\n\n## One\n\nText.\n\n### Under\n\nMore.\n\n## Two ##\n")).toEqual([
      [null, "Before."],
      ["One", "Text.\n\n### Under\n\nMore."],
      ["Two", ""],
    ]);
    expect(bodies("")).toEqual([]);
  });

  test("do not begin inside code", () => {
    expect(bodies("## One\n\n```\n## no heading\n~~~\n```\n\n## Two\n")).toEqual([
      ["One", "```\n## no heading\n~~~\n```"],
      ["Two", ""],
    ]);
  });

  test("are the story again when they are put together, whatever it is", () => {
    const piece = fc.constantFrom(
      "## A",
      "## ",
      "```",
      "~~~~",
      "\n",
      "\n\n",
      " ",
      "text",
      "### b",
      "\t",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const story = pieces.join("");
        expect(joinStory(splitStory(story))).toBe(story);
      }),
      { numRuns: 2_000 },
    );
  });

  test("set a text off from its heading and from the next, and leave the others as they are", () => {
    const [one, two] = splitStory("## One\n## Two\n\nOld.");
    if (!one || !two) throw new Error("expected two sections");
    expect(joinStory([withBody(one, "New."), two])).toBe("## One\n\nNew.\n\n## Two\n\nOld.");
    expect(joinStory([one, withBody(two, "Newer.")])).toBe("## One\n## Two\n\nNewer.\n\n");
    expect(withBody(two, "Old.")).toBe(two);
    expect(joinStory([withBody(newSection("X"), "Y")])).toBe("## X\n\nY\n\n");
  });
});
