import { describe, expect, test } from "vitest";

import { hostileTexts, wearyingStories } from "#knowledge/text/hostile.corpus";

import { checkLanguage } from "./check-language";

/** Long enough that a check which takes the square of it would not end within a test. */
const length = 200_000;

function filled(piece: string): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

const pieces = [
  ["a ", "and ", "who ", "they ", "was ", "the ", "should ", "should have ", "if only "],
  ["the team, which ", "of the team ", "( team ", "We failed to check and ", "no one "],
  ["(", ")", "[", "](", "](a", "[a](", "[[a|", "[^a]", "[a][", "<a ", "<a", "<!--", "<div>"],
  ["*_", "**a ", "~", "> ", ">\n", "- ", "- a\n", "1. ", "# ", "|", "|a|\n", "a|b\n-|-\n"],
  ["\n", "\r", "\t", "    a\n", "---\n", "a\n===\n", "[a]: b\n", "[^a]: b\n"],
  ['"', "“", "‘", "'", '" said ', "!", "...", "-", "a-", "--", "1:", "1.1."],
  ["Alice ", "Alice Smith ", "J. R. ", "Mr. ", "’s ", "didn't ", "🔥", "\ud800", "é"],
].flat();

describe("hostile text takes time in proportion to its length", () => {
  test.each(pieces)("%j", (piece) => {
    expect(Array.isArray(checkLanguage(filled(piece), "story"))).toBe(true);
  });

  test.each(Object.entries(wearyingStories))("%s", (_, story) => {
    expect(Array.isArray(checkLanguage(story.slice(0, length), "story"))).toBe(true);
  });
});

describe("texts that try to break out", () => {
  test.each(Object.values(hostileTexts).flat())("%j accuse nobody", (text) => {
    expect(checkLanguage(text, "story").filter(({ level }) => level === "strong")).toEqual([]);
  });
});
