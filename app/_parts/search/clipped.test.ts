import { describe, expect, test } from "vitest";

import { clipped } from "./clipped";

const plain = (text: string) => ({ text, isMatch: false });
const match = (text: string) => ({ text, isMatch: true });
const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`).join(" ");

describe("a passage that is too long", () => {
  test("is left alone when it is not", () => {
    const pieces = [plain("The "), match("file"), plain(" grew.")];
    expect(clipped(pieces, 14)).toEqual(pieces);
  });

  test("is cut around the first match, between words", () => {
    const pieces = [plain(`${words(50)} `), match("certificate"), plain(` ${words(50)}`)];
    const shown = clipped(pieces, 100);
    expect(shown).toContainEqual(match("certificate"));
    const text = shown.map((piece) => piece.text).join("");
    expect(text).toMatch(/^…word\d+ .* word\d+…$/);
    expect(text.length).toBeLessThanOrEqual(102);
    expect(text.indexOf("certificate")).toBeGreaterThan(20);
  });

  test("begins at its beginning when the match is there", () => {
    const shown = clipped([match("Certificate"), plain(` ${words(50)}`)], 60);
    expect(shown[0]).toEqual(match("Certificate"));
    expect(shown.at(-1)).toEqual(plain("…"));
  });

  test("keeps to its length where a word has no end", () => {
    const text = clipped([match("a".repeat(500))], 100)
      .map((piece) => piece.text)
      .join("");
    expect(text).toBe(`${"a".repeat(100)}…`);
  });
});
