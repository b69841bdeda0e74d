import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linksIn, plainText, readInline } from "./plain";

describe("a text of the record", () => {
  test("links by slug, with or without words of its own", () => {
    expect(readInline("A [[retry-storm]] and a [[boot-loop|machine that restarts]].")).toEqual([
      { kind: "text", text: "A " },
      { kind: "link", slug: "retry-storm", words: null },
      { kind: "text", text: " and a " },
      { kind: "link", slug: "boot-loop", words: "machine that restarts" },
      { kind: "text", text: "." },
    ]);
  });

  test.each([
    "*no* emphasis",
    "<b>no HTML</b>",
    "[[Not A Slug]]",
    "[[a--b]]",
    "[[../etc]]",
    "[[a|]]",
    "[[a| ]]",
    "[[a",
    "[a]",
    `[[${"a".repeat(81)}]]`,
  ])("stands for itself in %j", (text) => {
    expect(readInline(text)).toEqual([{ kind: "text", text }]);
  });

  test("reads without marks as the titles of what it links to", () => {
    const titles = new Map([["retry-storm", "Retry storm"]]);
    const text = "[[retry-storm]], [[boot-loop]], [[x|y]]";
    expect(plainText(text, (slug) => titles.get(slug) ?? null)).toBe("Retry storm, boot loop, y");
  });

  test("names each slug once, in order", () => {
    expect(linksIn("[[b]] [[a|x]] [[b|y]]")).toEqual(["b", "a"]);
  });

  test("loses nothing and never throws, whatever is written", () => {
    const piece = fc.oneof(
      fc.constantFrom("[[", "]]", "|", "a-b", " ", "[[a]]", "\n"),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("");
        const rest = readInline(text).reduce((left, segment) => {
          const word = segment.kind === "text" ? segment.text : `[[${segment.slug}`;
          expect(left.startsWith(word)).toBe(true);
          const after = left.slice(word.length);
          return segment.kind === "text" ? after : after.slice(after.indexOf("]]") + 2);
        }, text);
        expect(rest).toBe("");
      }),
    );
  });

  test("of a hundred thousand brackets is read at once", () => {
    for (const text of ["[[".repeat(100_000), `[[${"a-".repeat(100_000)}`, "[[a|".repeat(50_000)]) {
      expect(readInline(text)).toEqual([{ kind: "text", text }]);
    }
  });
});
