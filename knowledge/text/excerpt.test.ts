import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excerpt, readingText } from "./excerpt";
import { renderStory } from "./render";

describe("an excerpt", () => {
  test.each([
    ["One two three", 13, "One two three"],
    ["One two three four", 14, "One two three…"],
    ["One two, three four", 10, "One two…"],
    ["  One\n\ttwo  ", 20, "One two"],
    ["Donaudampfschifffahrt", 6, "Donau…"],
  ])("of %j within %i characters is %j", (text, max, expected) => {
    expect(excerpt(text, max)).toBe(expected);
  });

  test("is never longer than asked for and never splits a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 40 }), (text, max) => {
        const short = excerpt(text, max);
        expect(short.length).toBeLessThanOrEqual(max);
        expect(short).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
      }),
    );
  });
});

describe("the words of a story", () => {
  test("are those that a reader sees", async () => {
    const markdown =
      "## A & B\n\nSee [[retry-storm]], [[x|that]][^rca] and `<b>`[^1].\n\n- one\n- two\n\n[^1]: Note.";
    const answer = await renderStory({ markdown, citations: ["rca"] });
    const html = answer.kind === "rendered" ? answer.html : "";
    expect(readingText(html)).toBe(
      "A & B\nSee retry storm, that and <b>1.\none\ntwo\nFootnotes\nNote.",
    );
    expect(readingText(html, () => "Retry Storm")).toContain("See Retry Storm, that");
  });
});
