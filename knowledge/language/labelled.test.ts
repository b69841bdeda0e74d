import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";
import { z } from "zod";

import { checkLanguage } from "./check-language";
import { rules } from "./rules";
import { languageSections } from "./section";

const Labelled = z.array(
  z.strictObject({
    text: z.string(),
    section: z.enum(languageSections),
    expect: z.array(z.strictObject({ rule: z.string(), text: z.string() })),
    /** Written last, and never used to mend a rule. */
    heldOut: z.literal(true).optional(),
    /** A rule was mended by it or kept in bounds: no figure makes up for a mistake in it. */
    exact: z.literal(true).optional(),
  }),
);
type Labelled = z.infer<typeof Labelled>;

const all = Labelled.parse(
  JSON.parse(readFileSync("knowledge/language/testing/labelled.json", "utf8")),
);
const heldOut = all.filter((sentence) => sentence.heldOut);
const tuned = all.filter((sentence) => !sentence.heldOut);

const levels = new Map(rules.map(({ id, level }) => [id, level]));

/** Whether a finding is one that we would stand by: strong or likely. */
function isSure({ rule }: { rule: string }): boolean {
  return levels.get(rule) !== "hint";
}

interface Counts {
  right: number;
  extra: number;
  missed: number;
}

function counted(sentences: Labelled, counts: (finding: { rule: string }) => boolean) {
  const sum: Counts = { right: 0, extra: 0, missed: 0 };
  for (const { text, section, expect: wanted } of sentences) {
    const found = checkLanguage(text, section).filter(counts).map(keyOf);
    const expected = wanted.filter(counts).map(keyOf);
    sum.right += found.filter((key) => expected.includes(key)).length;
    sum.extra += found.filter((key) => !expected.includes(key)).length;
    sum.missed += expected.filter((key) => !found.includes(key)).length;
  }
  const { right, extra, missed } = sum;
  return { ...sum, precision: right / (right + extra), recall: right / (right + missed) };
}

function atLeast(precision: number, recall: number) {
  return (figures: { precision: number; recall: number }) =>
    figures.precision >= precision && figures.recall >= recall;
}

function keyOf({ rule, text }: { rule: string; text: string }): string {
  return `${rule}: ${text}`;
}

describe("sentences as reviews have them, labelled by hand", () => {
  test("are enough, of both kinds, for every rule", () => {
    const traps = all.filter((sentence) => !sentence.expect.some(isSure));
    expect(all.length).toBeGreaterThanOrEqual(320);
    expect(traps.length).toBeGreaterThanOrEqual(all.length * 0.48);
    expect(heldOut.length).toBeGreaterThanOrEqual(all.length / 4);
    const named = new Set(all.flatMap((sentence) => sentence.expect.map(({ rule }) => rule)));
    expect(rules.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
    expect([...named].filter((id) => !levels.has(id))).toEqual([]);
  });

  test("are held out or bound a rule, and never both", () => {
    expect(all.filter((sentence) => sentence.heldOut && sentence.exact)).toEqual([]);
  });

  test("name words that stand in them", () => {
    const wrong = all.filter(({ text, expect: wanted }) =>
      wanted.some((one) => !text.includes(one.text)),
    );
    expect(wrong).toEqual([]);
  });

  test.each([
    ["all", all],
    ["those by which rules were mended", tuned],
    ["those that were held out", heldOut],
  ])("%s: what is strong or likely is right and complete enough", (_, sentences) => {
    expect(counted(sentences, isSure)).toSatisfy(atLeast(0.95, 0.85));
  });

  test("those by which a rule was mended or bounded are right one by one", () => {
    const exact = all.filter((sentence) => sentence.exact);
    const wrong = exact.flatMap(({ text, section, expect: wanted }) => {
      const found = checkLanguage(text, section).filter(isSure).map(keyOf).toSorted();
      const right = wanted.filter(isSure).map(keyOf).toSorted();
      return found.join("; ") === right.join("; ") ? [] : [{ text, found, right }];
    });
    expect(exact.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  test("hints are right and complete more often than not", () => {
    expect(counted(all, (finding) => !isSure(finding))).toSatisfy(atLeast(0.7, 0.7));
  });

  test("traps are quiet, the odd one aside", () => {
    const traps = all.filter((sentence) => sentence.expect.length === 0);
    const loud = traps.filter(({ text, section }) => checkLanguage(text, section).some(isSure));
    expect(loud.length).toBeLessThanOrEqual(traps.length * 0.04);
  });
});
