import { describe, expect, test } from "vitest";

import { IncidentRecord } from "#knowledge/incident/document";

import { mergeDocuments } from "./merge-documents";

describe("hostile texts", () => {
  const repeated = (line: string, count: number) => `${line}\n`.repeat(count);

  test.each([
    [
      "ten thousand equal lines",
      repeated("same", 10_000),
      repeated("same", 9_000),
      repeated("same", 10_500),
    ],
    [
      "ten thousand lines of two kinds in other orders",
      repeated("a\nb", 5_000),
      repeated("b\na\na", 3_300),
      repeated("a\na\nb\nb", 2_500),
    ],
    [
      "one huge line",
      "word ".repeat(19_000),
      `${"word ".repeat(19_000)}ours`,
      `theirs ${"word ".repeat(19_000)}`,
    ],
    [
      "a huge line that both wrote anew",
      "base ".repeat(15_000),
      Array.from({ length: 15_000 }, (_, nth) => `o${nth % 700}`).join(" "),
      Array.from({ length: 15_000 }, (_, nth) => `t${nth % 900}`).join(" "),
    ],
    [
      "thousands of headings",
      repeated("# h", 5_000),
      repeated("# h\n# o", 5_000),
      repeated("# t\n# h", 5_000),
    ],
    [
      "nothing but spaces and marks",
      `${" ".repeat(90_000)}.`,
      `${" ".repeat(89_000)}. o`,
      `${" ".repeat(90_000)}. t`,
    ],
  ])("%s are merged without losing either", (_, base, ours, theirs) => {
    const { document, conflicts } = mergeDocuments({
      base: { record: IncidentRecord.parse({}), story: base },
      ours: { record: IncidentRecord.parse({}), story: ours },
      theirs: { record: IncidentRecord.parse({}), story: theirs },
    });
    const all = JSON.stringify([document, conflicts]);
    const lines = [...ours.split("\n"), ...theirs.split("\n")].map((line) => line.trim());
    const words = lines.flatMap((line) => line.split(/\s+/));
    expect([...new Set(words)].filter((word) => !all.includes(word))).toEqual([]);
  });
});
