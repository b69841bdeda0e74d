import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { checkLanguage } from "./check-language";
import { createLanguageChecker } from "./language-checker";
import { languageSections } from "./section";

/** Pieces that change how what stands behind them is read, and words that are found. */
const pieces = [
  "The on-call engineer should have checked it. ",
  "They failed to notice. ",
  "Alice Johnson ",
  "@alice ",
  "Bob (SRE) ",
  "he forgot ",
  "\n\n",
  "\n",
  "\r\n",
  "## Actions\n\n",
  "# Title\n\n",
  "### Where we got lucky\n\n",
  "Luckily ",
  "> ",
  "- ",
  "1. ",
  "    ",
  "```\n",
  "| a | b |\n|---|---|\n| human error | b |\n",
  "“",
  "” [^1]",
  "**",
  "[[slug|",
  "]]",
  "<div>\n",
  "---\n",
  "===\n",
  "[^1]: ",
  "https://example.com/careless ",
  "careless\n",
];

const anyText = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 })), { maxLength: 40 })
  .map((parts) => parts.join(""));

const anyEdit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 30 }),
  insert: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 }), fc.constant("")),
});

type Edit = { at: number; length: number; insert: string };

function edited(text: string, { at, length, insert }: Edit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + insert + text.slice(start + length);
}

const options = { knownNames: ["Alice Springs", "Bob & Sons"] };

describe("a checker that remembers", () => {
  test("finds after any edits what a first look finds", () => {
    fc.assert(
      fc.property(
        anyText,
        fc.array(anyEdit, { maxLength: 12 }),
        fc.constantFrom(...languageSections),
        (first, edits, section) => {
          const checker = createLanguageChecker(options);
          let text = first;
          expect(checker.check(text, section)).toEqual(checkLanguage(text, section, options));
          for (const edit of edits) {
            text = edited(text, edit);
            expect(checker.check(text, section)).toEqual(checkLanguage(text, section, options));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("judges again only what has changed", () => {
    const checker = createLanguageChecker();
    const paragraphs = Array.from({ length: 40 }, (_, at) => `Paragraph ${at} failed to load.`);
    checker.check(paragraphs.join("\n\n"), "story");
    expect(checker.judged()).toBe(40);
    paragraphs[7] = "The team failed to act.";
    const findings = checker.check(paragraphs.join("\n\n"), "story");
    expect(checker.judged()).toBe(41);
    expect(findings.map(({ rule }) => rule)).toEqual(["failed-to"]);
  });

  test("judges a paragraph anew when a heading above gives it another section", () => {
    const checker = createLanguageChecker();
    const paragraph = "The team could have stopped.";
    expect(checker.check(`## Detection\n\n${paragraph}`, "story")).toHaveLength(1);
    expect(checker.check(`## Lessons\n\n${paragraph}`, "story")).toHaveLength(0);
  });

  test("forgets what was not asked for longest, and goes on", () => {
    const checker = createLanguageChecker();
    const long = (at: number) => `${at} ${"words ".repeat(50_000)}`;
    for (let at = 0; at < 12; at++) checker.check(long(at), "story");
    const before = checker.judged();
    checker.check(long(11), "story");
    expect(checker.judged()).toBe(before);
    checker.check(long(0), "story");
    expect(checker.judged()).toBe(before + 1);
  });
});

describe("findings of any text", () => {
  test("stand in order, apart from each other, and quote the text", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...languageSections), (text, section) => {
        let end = 0;
        for (const finding of checkLanguage(text, section)) {
          expect(finding.start).toBeGreaterThanOrEqual(end);
          expect(finding.end).toBeGreaterThan(finding.start);
          expect(finding.text).toBe(text.slice(finding.start, finding.end));
          ({ end } = finding);
        }
      }),
      { numRuns: 500 },
    );
  });
});
