import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { editsBetween } from "./edits";
import { mergeOrder } from "./order";
import { sectionsOf } from "./sections";
import { sentencesOf, wordsOf } from "./tokens";

const applied = (base: readonly string[], other: readonly string[]) =>
  editsBetween(base, other).reduceRight(
    (tokens, { start, end, tokens: added }) => tokens.toSpliced(start, end - start, ...added),
    [...base],
  );

const anyTokens = fc.array(fc.constantFrom("a", "b", "c", "", " "), { maxLength: 30 });

describe("edits between two texts", () => {
  test("make the one out of the other, apart from each other", () => {
    fc.assert(
      fc.property(anyTokens, anyTokens, (base, other) => {
        expect(applied(base, other)).toEqual(other);
        const edits = editsBetween(base, other);
        expect(edits.every(({ start }, at) => start > (edits[at - 1]?.end ?? -1))).toBe(true);
      }),
    );
  });

  test("put an added paragraph after what it follows, with the blank line before it", () => {
    expect(editsBetween(["A", "", "B"], ["A", "", "X", "", "B"])).toEqual([
      { start: 1, end: 1, tokens: ["", "X"] },
    ]);
  });

  test("take out a paragraph with the blank line before it", () => {
    expect(editsBetween(["A", "", "B", "", "C"], ["A", "", "C"])).toEqual([
      { start: 1, end: 3, tokens: [] },
    ]);
  });

  test("are one where too little is alike, and found soon", () => {
    const base = Array.from({ length: 20_000 }, (_, nth) => ((nth * nth) % 7 < 3 ? "a" : "b"));
    const other = Array.from({ length: 20_000 }, (_, nth) => ((nth * nth) % 11 < 4 ? "b" : "a"));
    expect(editsBetween(base, other)).toHaveLength(1);
  });
});

describe("texts taken apart", () => {
  const anyText = fc.string({
    unit: fc.constantFrom("a", "B", ".", "!", "”", " ", "\n", "é", "👩", "1"),
  });

  test("are whole when put together", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(sentencesOf(text).join("")).toBe(text);
        expect(wordsOf(text).join("")).toBe(text);
        const lines = sectionsOf(text).flatMap((section) => section.lines);
        expect(lines.join("\n")).toBe(text);
      }),
    );
  });

  test("have sentences that end with their marks and quotations", () => {
    expect(sentencesOf("“It broke.” So we read. At 12.5 GB!")).toEqual([
      "“It broke.”",
      " ",
      "So we read.",
      " ",
      "At 12.5 GB!",
    ]);
  });

  test("have words that hold times, numbers and hyphens together", () => {
    expect(wordsOf("At 14:05 v1.2 of well-known don't.")).toEqual([
      "At",
      " ",
      "14:05",
      " ",
      "v1.2",
      " ",
      "of",
      " ",
      "well-known",
      " ",
      "don't",
      ".",
    ]);
  });

  test("have sections by headings of two levels, but not by those in code", () => {
    const story = "Before.\n# A\n```\n# not\n```\n### part of A\n## B\n";
    expect(sectionsOf(story).map(({ heading, lines }) => [heading, lines.length])).toEqual([
      [null, 1],
      ["# A", 5],
      ["## B", 2],
    ]);
  });
});

describe("the order of a merged list", () => {
  const anyOrder = fc.shuffledSubarray(["a", "b", "c", "d", "e", "f"]);

  test("is that of the one who changed it", () => {
    fc.assert(
      fc.property(anyOrder, anyOrder, (base, side) => {
        const kept = new Set(side);
        expect(mergeOrder({ base, ours: side, theirs: base }, kept)).toEqual(side);
        expect(mergeOrder({ base, ours: base, theirs: side }, kept)).toEqual(side);
      }),
    );
  });

  test("has every kept row once", () => {
    fc.assert(
      fc.property(anyOrder, anyOrder, anyOrder, (base, ours, theirs) => {
        const kept = new Set([...ours, ...theirs]);
        const order = mergeOrder({ base, ours, theirs }, kept);
        expect(order.toSorted()).toEqual([...kept].toSorted());
      }),
    );
  });

  test("has a row that both moved where they put it", () => {
    const [base, ours, theirs] = ["abcd", "dabc", "abdc"].map((keys) => keys.split(""));
    const lists = { base: base ?? [], ours: ours ?? [], theirs: theirs ?? [] };
    expect(mergeOrder(lists, new Set("abcd")).join("")).toBe("abdc");
  });
});
