import { describe, expect, test } from "vitest";

import { draftOf } from "./draft";
import { rowsFromPaste } from "./pasted-rows";
import { readPostMortem } from "./read-post-mortem";
import { sheetAsTable, tabsAsTable } from "./sheet";
import { utc } from "#knowledge/incident/written-zone";

const context = { date: "2024-07-19", zone: utc };
const rows = (pasted: string) => rowsFromPaste(pasted, context).map(({ at, text }) => [at, text]);

describe("a cell in quotation marks", () => {
  const expected = [
    ["2024-07-19T14:05Z", 'Deploy "v2" starts\nand errors rise, on a|b'],
    ["2024-07-19T14:20Z", "It is rolled back"],
  ];

  test.each([
    ["tabs", '14:05\t"Deploy ""v2"" starts\nand errors rise, on a|b"\n14:20\tIt is rolled back\n'],
    [
      "commas",
      'Time,Event\n14:05,"Deploy ""v2"" starts\nand errors rise, on a|b"\n14:20,It is rolled back\n',
    ],
    [
      "semicolons",
      'Time;Event\r\n14:05;"Deploy ""v2"" starts\r\nand errors rise, on a|b"\r\n14:20;"It is rolled back"',
    ],
  ])("is one entry, though it goes over lines, between %s", (_, pasted) => {
    expect(rows(pasted)).toEqual(expected);
    const [read] = readPostMortem(pasted, "2024-07-19.csv");
    const drafted = read && draftOf(read, { zone: utc }).document.record.timeline;
    expect(drafted?.map(({ at, text }) => [at, text])).toEqual(expected);
  });

  test("is one only where it ends with its mark", () => {
    expect(rows('14:05\t"Deploy" starts\n14:20\t"It goes on\n14:30\tIt ends')).toEqual([
      ["2024-07-19T14:05Z", '"Deploy" starts'],
      ["2024-07-19T14:20Z", '"It goes on'],
      ["2024-07-19T14:30Z", "It ends"],
    ]);
  });
});

test("lines with commas are no sheet unless they are as wide as each other", () => {
  expect(sheetAsTable("14:05, we looked\n14:20, we saw it, and left")).toBeNull();
  expect(
    sheetAsTable("Redis was down\n\nIt fell\n14:05\tone\n14:20\ttwo\n14:30\tthree"),
  ).toBeNull();
  expect(sheetAsTable("We looked, at last\nIt was late, alas")).toBeNull();
});

test("sheets of many marks are read to an end", () => {
  for (const part of [
    '"\t',
    '"a\t""b',
    '\t""""b',
    '"\n',
    '""',
    '14:05\t"a\n',
    'time,"',
    '"a""\t',
  ]) {
    const text = part.repeat(200_000 / part.length);
    expect(sheetAsTable(text)?.length ?? 0).toBeGreaterThanOrEqual(0);
    expect(tabsAsTable(text)?.length ?? 0).toBeGreaterThanOrEqual(0);
  }
});

test("rows whose times name no zone are recognised, and wait for it", () => {
  const sheet =
    'Time,Event\n2026-11-14 09:02,Alert fires\n2026-11-14 09:04,"It is rolled\nback"\n2026-11-14 09:30,It is over';
  const [read] = readPostMortem(sheet, "rows.csv");
  if (!read) throw new Error("expected an incident");
  const { waiting, document, report } = draftOf(read);
  expect(waiting).toEqual([
    { at: "2026-11-14T09:02", text: "Alert fires" },
    { at: "2026-11-14T09:04", text: "It is rolled\nback" },
    { at: "2026-11-14T09:30", text: "It is over" },
  ]);
  expect(document.record.timeline).toEqual([]);
  expect(document.story).toContain("Alert fires");
  const recognised = report.recognised.filter(({ to }) => to === "timeline");
  expect(recognised.map(({ from, note }) => [from, note?.slice(0, 27)])).toEqual([
    [2, "Its time waits for a zone; "],
    [3, "Its time waits for a zone; "],
    [4, "Its time waits for a zone; "],
  ]);
  const said = draftOf(read, { zone: utc });
  expect(said.waiting).toEqual([]);
  expect(said.document.record.timeline).toHaveLength(3);
});
