import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";
import { z } from "zod";

import { checkLanguage } from "./check-language";
import type { Finding } from "./finding";
import { articleFor } from "./rephrasing/place";
import { replacementOf } from "./replacement";
import { rules } from "./rules";
import { languageSections, type LanguageSection } from "./section";

const folder = "knowledge/language/testing";
const Labelled = z.array(z.object({ text: z.string(), section: z.enum(languageSections) }));
const labelled = Labelled.parse(JSON.parse(readFileSync(`${folder}/labelled.json`, "utf8")));
const Further = z.record(z.string(), z.array(z.string()));
const further = Further.parse(JSON.parse(readFileSync(`${folder}/rephrased.json`, "utf8")));

interface Case {
  readonly text: string;
  readonly section: LanguageSection;
  readonly finding: Finding;
}

/** Sentences in which a rule finds something: those that are labelled, and further ones. */
function casesOf(rule: string, sections: readonly LanguageSection[]): Case[] {
  const section = sections[0] ?? "story";
  const own = (further[rule] ?? []).map((text) => ({ text, section }));
  return [...labelled, ...own].flatMap((one) =>
    checkLanguage(one.text, one.section)
      .filter((finding) => finding.rule === rule)
      .map((finding) => ({ ...one, finding })),
  );
}

/** The text with a suggestion put in; null where it is advice. */
function put({ text, finding }: Case, suggestion: string): string | null {
  const replacement = replacementOf(suggestion, text, finding);
  if (replacement === null) return null;
  return text.slice(0, replacement.start) + replacement.words + text.slice(replacement.end);
}

function count({ section, finding }: Pick<Case, "section" | "finding">, text: string): number {
  return checkLanguage(text, section).filter(({ rule }) => rule === finding.rule).length;
}

/** What is wrong with a text that was rephrased, in words. */
function wrongIn(one: Case, written: string): string[] {
  // The letter of a part is no article.
  const after = written.replaceAll(/(?<=engineer) A\b/g, " Q");
  const { text } = one;
  const articles = [...after.matchAll(/(?<![\p{L}\p{N}’'])(an?) ([\p{L}\p{N}]+)/giu)];
  const checks: readonly (readonly [string, boolean])[] = [
    ["found again", count(one, after) >= count(one, text)],
    ["a word twice", /(?<![\p{L}\p{N}])(\p{L}+) \1(?![\p{L}\p{N}])/iu.test(after)],
    ["two articles", /(?<!\p{L})(?:the|an?|our|its) (?:the|an?|our|its)(?!\p{L})/iu.test(after)],
    ["two spaces", /\S {2}/.test(after)],
    ["space before a mark", / [,.;:?!]/.test(after)],
    ["marks side by side", /[,;:]\s*[,.;:]|(?<!!)[.?!] ?[.,;]/.test(after)],
    [
      "a wrong article",
      articles.some(([, a = "", word = ""]) => articleFor(word) !== a.toLowerCase()),
    ],
    ["a small letter first", /^\p{Lu}/u.test(text) && /^\p{Ll}/u.test(after)],
    ["a small letter after a stop", /[^.]\. \p{Ll}/u.test(after) && !/[^.]\. \p{Ll}/u.test(text)],
    ["no end", /[.?]$/.test(text) && !/[.?!](?:\[\^[^\]]+\])?$/.test(after)],
    [
      "a lost citation",
      (text.match(/\[\^\w+\]/) ?? [""])[0] !== (after.match(/\[\^\w+\]/) ?? [""])[0],
    ],
  ];
  return checks.filter(([, isWrong]) => isWrong).map(([what]) => what);
}

describe.each(rules.map((rule) => [rule.id, rule] as const))("what %s offers", (id, rule) => {
  const cases = casesOf(id, rule.sections);

  test("is looked at in three sentences", () => {
    expect(cases.length).toBeGreaterThanOrEqual(3);
  });

  test("leaves a sentence without the words", () => {
    const wrong = cases.flatMap((one) =>
      one.finding.suggestions.flatMap((suggestion) => {
        const after = put(one, suggestion);
        if (after === null) return [];
        return wrongIn(one, after).map((what) => `${what}: ${one.text} -> ${after}`);
      }),
    );
    expect(wrong).toEqual([]);
  });
});

describe("a suggestion that is put in", () => {
  const rephrased = (text: string, rule: string, nth: number) => {
    const finding = checkLanguage(text, "story").find((one) => one.rule === rule);
    if (!finding) throw new Error(`${rule} finds nothing in “${text}”`);
    return put({ text, section: "story", finding }, finding.suggestions[nth] ?? "");
  };

  test.each([
    ["root-cause", 0, "Human error was the root cause.", "Human error was a contributing factor."],
    ["root-cause", 0, "The root cause was a full disk.", "A contributing factor was a full disk."],
    ["root-cause", 0, "The primary root cause is old.", "A contributing factor is old."],
    ["root-cause", 0, "The root causes were two.", "Contributing factors were two."],
    ["root-cause", 0, "Its root cause was heat.", "One of its contributing factors was heat."],
    ["root-cause", 0, "## Root cause", "## Contributing factors"],
    ["rank", 0, "A junior engineer ran it.", "An engineer ran it."],
    ["rank", 0, "A new hire ran it.", "An engineer on duty ran it."],
    ["he-or-she", 1, "She was asleep.", "They were asleep."],
    ["he-or-she", 1, "The page woke her.", "The page woke them."],
    ["he-or-she", 0, "His laptop was off.", "The on-call engineer's laptop was off."],
    ["finally", 0, "Finally, it stopped.", "At …, it stopped."],
    ["finally", 1, "It eventually stopped.", "It, after … minutes, stopped."],
    ["luck-words", 0, "Sadly, it was old.", "It was old."],
    ["obviously", 1, "It was an obvious error.", "It was an error."],
    ["simply", 0, "We just had to wait.", "We had to wait."],
    [
      "forgot",
      0,
      "It fell. The engineer forgot to drain it [^log]. We saw it.",
      "It fell. Nothing prompted the step; it is one of … done by hand[^log]. We saw it.",
    ],
    [
      "careless",
      0,
      "- 14:02 They carelessly ran\n  the script. It fell.",
      "- 14:02 … did … in …, between … and …. It fell.",
    ],
  ])("of %s (%i): %s", (rule, nth, text, after) => {
    expect(rephrased(text, rule, nth)).toBe(after);
  });

  test.each([
    ["obviously", 1, "It was obvious that the queue grew."],
    ["scorn", 0, "The settings were insane."],
    ["finally", 0, "Only then did the lag fall."],
    ["should-have", 1, "The engineer should have checked it."],
    ["rank", 0, "Inexperience played a part."],
  ])("is advice where it would make no sentence, of %s (%i): %s", (rule, nth, text) => {
    expect(rephrased(text, rule, nth)).toBeNull();
  });

  test("can be had from every rule but the one for capitals, where it would be the same words", () => {
    const without = rules.filter(({ id, sections }) =>
      casesOf(id, sections).every((one) =>
        one.finding.suggestions.every((suggestion) => put(one, suggestion) === null),
      ),
    );
    expect(without.map(({ id }) => id)).toEqual(["shouting"]);
  });
});
