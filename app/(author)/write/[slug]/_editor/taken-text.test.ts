import { describe, expect, test } from "vitest";

import { longestTyped, tooMuch, wholeDocument } from "./taken-text";

describe("a field whose text the document counts in bytes", () => {
  test.each([
    ["a", 1_000_000, null],
    ["a", 1_000_001, "1,001 kB"],
    ["é", 500_000, null],
    ["é", 500_001, "1,001 kB"],
    ["語", 333_333, null],
    ["語", 400_000, "1,200 kB"],
    ["🔥", 250_000, null],
    ["🔥", 250_001, "1,001 kB"],
  ])("takes “%s” %i times, or says that it is %s", (letter, times, found) => {
    const said = tooMuch(letter.repeat(times), wholeDocument);
    const words = `That would be ${found}, and a field keeps 1,000 kB at most.`;
    expect(said?.slice(0, words.length)).toBe(found === null ? undefined : words);
  });

  test("is not put together at every key", () => {
    const rope = {
      length: 333_333,
      toString: () => {
        throw new Error("it was put together");
      },
    };
    expect(tooMuch(rope, wholeDocument)).toBeNull();
  });
});

test("any other field counts letters", () => {
  expect(tooMuch("語".repeat(250_000), longestTyped)).toBeNull();
  expect(tooMuch("語".repeat(250_001), longestTyped)).toBe(
    "That would be 250,001 letters, and a field keeps 250,000 at most. Nothing of it was taken; what stood here still does.",
  );
});
