import { describe, expect, test } from "vitest";

import { IncidentRecord } from "#knowledge/incident/document";
import { limits } from "#knowledge/incident/limits";
import { utc } from "#knowledge/incident/written-zone";

import { temporaryId, type Draft } from "./draft";
import { withPastedEntries } from "./pasted-entries";
import { rowsFromPaste } from "./post-mortem/pasted-rows";

const entry = (id: string, keys: object = {}) => ({
  id,
  at: "",
  kind: "response" as const,
  text: "",
  source: [],
  ...keys,
});
const draft = (...timeline: ReturnType<typeof entry>[]): Draft => ({
  record: { ...IncidentRecord.parse({}), timeline },
  story: [],
  unfinished: {},
  setAside: [],
  zone: null,
});

function pasted(before: Draft, text: string, position: number | null): Draft {
  let number = 0;
  const newId = () => temporaryId((number += 1));
  const rows = rowsFromPaste(text, { zone: utc, date: "2024-07-19" });
  return withPastedEntries(before, rows, { position, newId }).draft;
}

const entries = ({ record }: Draft) => record.timeline.map(({ at, text }) => [at, text]);
const table = "14:05\tDeploy starts\n14:20\tErrors rise";
const [first, second] = [
  ["2024-07-19T14:05Z", "Deploy starts"],
  ["2024-07-19T14:20Z", "Errors rise"],
];

describe("entries that are pasted", () => {
  test("stand in the place of an empty entry", () => {
    const before = draft(entry("a", { text: "A" }), entry("~9"), entry("b", { text: "B" }));
    expect(entries(pasted(before, table, 1))).toEqual([["", "A"], first, second, ["", "B"]]);
  });

  test.each([
    ["words", { text: "A" }],
    ["a time", { at: "2024-07-19" }],
    ["a belief", { belief: "A" }],
  ])("stand behind an entry that says something: %s", (_, keys) => {
    const before = draft(entry("a", keys), entry("b", { text: "B" }));
    const after = pasted(before, table, 0);
    expect(after.record.timeline[0]).toEqual(before.record.timeline[0]);
    expect(entries(after).slice(1)).toEqual([first, second, ["", "B"]]);
  });

  test("do not take the place of an entry whose time cannot be read yet", () => {
    const before = { ...draft(entry("a")), unfinished: { "timeline.a.at": "noonish" } };
    expect(entries(pasted(before, table, 0))).toEqual([["", ""], first, second]);
  });

  test("stand at the end where no place is said, the order kept as it was pasted", () => {
    const before = draft(entry("a", { text: "A" }));
    const turned = "14:20\tErrors rise\n14:05\tDeploy starts";
    expect(entries(pasted(before, turned, null))).toEqual([["", "A"], second, first]);
  });

  test("keep a time that cannot be read as it was pasted", () => {
    const after = pasted(
      draft(),
      "| Time | What |\n|---|---|\n| soonish | A |\n| 14:05 | B |",
      null,
    );
    expect(entries(after)).toEqual([
      ["", "A"],
      ["2024-07-19T14:05Z", "B"],
    ]);
    expect(after.unfinished).toEqual({ "timeline.~1.at": "soonish" });
  });

  test("go on in the next one where the text is longer than an entry may be", () => {
    const words = `14:05 ${"errors ".repeat(1_200)}rise\n14:20 Calm`;
    const { timeline } = pasted(draft(), words, null).record;
    expect(timeline.length).toBe(4);
    for (const { text } of timeline) expect(text.length).toBeLessThanOrEqual(limits.text);
    expect(timeline.slice(0, 3).map(({ text }) => text.trim())).toEqual(
      timeline.slice(0, 3).map(({ text }) => text),
    );
    const whole = timeline.slice(0, 3).map(({ text }) => text);
    expect(whole.join(" ")).toBe(`${"errors ".repeat(1_200)}rise`);
    expect(new Set(timeline.map(({ id }) => id)).size).toBe(4);
  });
});
