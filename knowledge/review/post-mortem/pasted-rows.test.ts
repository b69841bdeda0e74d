import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { utc } from "#knowledge/incident/written-zone";

import { rowsFromPaste } from "./pasted-rows";

const context = { date: "2024-07-19", zone: utc };
const rows = (pasted: string) => rowsFromPaste(pasted, context).map(({ at, text }) => [at, text]);

describe("rows out of what is pasted", () => {
  const expected = [
    ["2024-07-19T14:05Z", "Deploy starts"],
    ["2024-07-19T14:20Z", "Errors rise"],
  ];

  test.each([
    ["a spreadsheet", "14:05\tDeploy starts\n14:20\tErrors rise"],
    ["a spreadsheet with its head", "Time\tWhat\n14:05\tDeploy starts\n14:20\tErrors rise"],
    [
      "a Markdown table",
      "| Time | Event |\n|---|---|\n| 14:05 | Deploy starts |\n| 14:20 | Errors rise |",
    ],
    ["a list", "- 14:05 Deploy starts\n- 14:20 Errors rise"],
    ["plain lines", "14:05 - Deploy starts\n14:20 - Errors rise"],
    [
      "a web page's table",
      "<table><tr><th>When</th><th>What</th></tr><tr><td>14:05</td><td>Deploy starts</td></tr><tr><td>14:20</td><td>Errors rise</td></tr></table>",
    ],
    ["a web page's list", "<ul><li>14:05 Deploy starts</li><li>14:20 Errors rise</li></ul>"],
  ])("come out of %s", (_, pasted) => {
    expect(rows(pasted)).toEqual(expected);
  });

  const said = [
    ["2024-07-19T09:12Z", "person A: I see errors"],
    ["2024-07-19T09:13Z", "person B: person A is on it"],
  ];

  test.each([
    [
      "time and name in brackets",
      "[09:12] Jane Doe: I see errors\n[09:13] Bob Ray: @Jane is on it",
    ],
    ["the text below", "Jane Doe  9:12 AM\nI see errors\nBob Ray  9:13 AM\n@Jane is on it"],
    ["quotes", "> jane [9:12 AM]\n> I see errors\n> bob [9:13 AM]\n> @jane is on it"],
    ["names in angle brackets", "09:12 <jane> I see errors\n09:13 <bob> @jane is on it"],
  ])("come out of a chat with %s, people as the parts they have", (_, pasted) => {
    expect(rows(pasted)).toEqual(said);
  });

  test("say what was carried and concluded", () => {
    const [, second] = rowsFromPaste("23:50 a\n00:10 b", context);
    expect(second?.at).toBe("2024-07-20T00:10Z");
    expect(second?.warnings.map(({ kind }) => kind)).toEqual(["assumed-day"]);
    const [local] = rowsFromPaste("23:50 a", { date: "2024-07-19" });
    expect(local?.at).toBe("2024-07-19T23:50");
    expect(local?.warnings.map(({ kind }) => kind)).toEqual(["missing-zone"]);
  });

  test("go on from the entry above", () => {
    const [first] = rowsFromPaste("00:10 b", { ...context, clock: "23:50" });
    expect(first?.at).toBe("2024-07-20T00:10Z");
  });

  test("keep lines without a time as rows without one", () => {
    expect(rows("- 14:05 Deploy starts\n- nobody knows when: restart\n\nA remark.")).toEqual([
      ["2024-07-19T14:05Z", "Deploy starts"],
      [null, "nobody knows when: restart"],
      [null, "A remark."],
    ]);
  });

  test("never throw, and lose no word", () => {
    const line = fc.constantFrom(
      "14:05 one",
      "- 14:20 two",
      "| 14:30 | three |",
      "\tfour",
      "five\tsix",
      "[09:12] Jane Doe: seven",
      "Jane Doe  9:12 AM",
      "",
      "2024-07-20",
      "eight",
    );
    const words = /\b(?:one|two|three|four|five|six|seven|eight)\b/g;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const pasted = lines.join("\n");
        const told = rowsFromPaste(pasted, context)
          .map(({ typed, text }) => `${typed} ${text}`)
          .join(" ");
        const lost = (pasted.match(words) ?? []).filter((word) => !told.includes(word));
        expect(lost).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("never throw on anything", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: 4 }), (lines) => {
        expect(rows(lines.join("\n")).every(([, text]) => text !== "")).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
