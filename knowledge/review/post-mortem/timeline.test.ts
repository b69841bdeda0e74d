import { describe, expect, test } from "vitest";

import { readPostMortem } from "./read-post-mortem";

const momentsOf = (lines: string) =>
  readPostMortem(`# Queue full\n\n## Timeline\n\n${lines}`).flatMap(({ timeline }) =>
    timeline.map(({ at }) => at),
  );

describe("a time without AM or PM below one with PM", () => {
  test("is of the afternoon where it goes on from there", () => {
    expect(momentsOf("- 2024-01-01 2:00 PM UTC a\n- 2:20 b\n- 3:05 c")).toEqual([
      "2024-01-01T14:00Z",
      "2024-01-01T14:20Z",
      "2024-01-01T15:05Z",
    ]);
  });

  test("is as it is written where it has a date of its own", () => {
    expect(momentsOf("- 2024-01-01 2:00 PM UTC a\n- 2024-01-02 9:30 UTC b\n- 10:15 c")).toEqual([
      "2024-01-01T14:00Z",
      "2024-01-02T09:30Z",
      "2024-01-02T10:15Z",
    ]);
  });

  test("is as it is written below the line of another day", () => {
    const days =
      "All times UTC\n\n### 2024-01-01\n\n- 2:00 PM a\n\n### 2024-01-02\n\n- 9:00 retro\n- 10:15 all clear";
    expect(momentsOf(days)).toEqual([
      "2024-01-01T14:00Z",
      "2024-01-02T09:00Z",
      "2024-01-02T10:15Z",
    ]);
  });

  test("is as it is written where it names a zone", () => {
    expect(momentsOf("- 2024-01-01 2:00 PM PST a\n- 3:10 UTC b")).toEqual([
      "2024-01-01T22:00Z",
      "2024-01-02T03:10Z",
    ]);
  });
});

describe("entries on a 12-hour clock, of which some leave out AM or PM", () => {
  const clocksOf = (list: string) =>
    momentsOf(
      `All times UTC\n\n### 2024-01-01\n\n${list
        .split(", ")
        .map((clock) => `- ${clock} - a`)
        .join("\n")}`,
    ).map((at) => at?.slice(8).replace(/Z$/, ""));

  test.each([
    [
      "11:20 am, 11:45, 12:30, 1:15, 2:40 pm, 3:05, 3:30",
      "01T11:20 01T11:45 01T12:30 01T13:15 01T14:40 01T15:05 01T15:30",
    ],
    [
      "10:15 am, 11:30, 12:05 pm, 12:40, 1:10, 2:00 pm",
      "01T10:15 01T11:30 01T12:05 01T12:40 01T13:10 01T14:00",
    ],
    ["9:40 PM, 11:50, 12:20, 1:05", "01T21:40 01T23:50 02T00:20 02T01:05"],
    ["11:20 am, noon, 1:15", "01T11:20 01T12:00 01T13:15"],
    ["11:20 pm, midnight, 12:15", "01T23:20 02T00:00 02T00:15"],
    ["10:15 am, 9:50, 10:40", "01T10:15 01T09:50 01T10:40"],
    ["09:15 AM, 12:30, 01:10, 02:00 PM", "01T09:15 01T12:30 01T13:10 01T14:00"],
    ["2:00 pm, 15:30, 16:10, 17:05", "01T14:00 01T15:30 01T16:10 01T17:05"],
    ["2:40 pm – 3:05, 3:30", "01T14:40Z/2024-01-01T15:05 01T15:30"],
    ["3:10 PM, 2:58, 3:20", "01T15:10 01T14:58 01T15:20"],
    ["2:00 pm, 2:05:10, 2:20", "01T14:00 01T14:05:10 01T14:20"],
    ["09:10, 02:00 PM, 02:20, 15:30", "01T09:10 01T14:00 02T02:20 02T15:30"],
    ["00:10, 02:00 AM, 03:20, 09:30 PM, 10:05", "01T00:10 01T02:00 01T03:20 01T21:30 01T22:05"],
    ["01:50 PM – 02:05, 02:20", "01T13:50Z/2024-01-01T14:05 01T14:20"],
    ["2:40 pm, 3:05 – 3:20, 3:30", "01T14:40 01T15:05Z/2024-01-01T15:20 01T15:30"],
    ["11:20 am UTC, 12:30 UTC, 1:15 UTC", "01T11:20 01T12:30 01T13:15"],
  ])("%s are read as %s", (list, moments) => {
    expect(clocksOf(list).join(" ")).toBe(moments);
  });

  test("say that the half of the day is a guess", () => {
    const [read] = readPostMortem(
      "## Timeline\n\nAll times UTC\n\n- 2024-01-01 11:20 am a\n- 11:45 b\n- 12:30 c\n- 1:15 d",
    );
    const sentences = read?.timeline.map(({ warnings }) =>
      warnings.filter(({ kind }) => kind === "unclear-hour").map(({ sentence }) => sentence),
    );
    expect(sentences).toEqual([
      [],
      ["It names no AM or PM; it was read as 11:45, which goes on from the time before it."],
      ["It names no AM or PM; it was read as 12:30, which goes on from the time before it."],
      ["It names no AM or PM; it was read as 13:15, which goes on from the time before it."],
    ]);
  });
});

test("a step back within a half of the day says the other reading", () => {
  const [read] = readPostMortem("All times UTC\n\n- 2024-01-01 3:10 PM a\n- 2:58 b\n- 3:20 c");
  expect(read?.timeline[1]?.warnings.map(({ kind, sentence }) => [kind, sentence])).toEqual([
    [
      "unclear-hour",
      "It names no AM or PM; it was read as 14:58, a little before the time above it, not as 02:58.",
    ],
    [
      "out-of-order",
      "“2:58” (2024-01-01 14:58Z) lies before “2024-01-01 3:10 PM” (2024-01-01 15:10Z) in the entry above; the order was left as it is.",
    ],
  ]);
});

describe("where AM or PM above holds no more", () => {
  const saidOf = (list: string) =>
    readPostMortem(`# Down\n\n## Timeline\n\nAll times UTC\n\n${list}`)[0]?.timeline.map(
      ({ at, warnings }) => [
        at?.slice(5).replace("Z", ""),
        ...warnings.filter(({ kind }) => kind === "unclear-hour").map(({ sentence }) => sentence),
      ],
    );
  const unsaid = (clock: string) =>
    `It names no AM or PM, which times above do; it was read as ${clock} on the 24-hour clock.`;

  test.each([
    ["a heading", "### 2024-01-01\n\n- 2:00 PM a\n\n### 2024-01-02\n\n- 9:30 b\n- 10:15 c"],
    ["its own date", "- 2024-01-01 2:00 PM a\n- 2024-01-02 9:30 b\n- 10:15 c"],
  ])("behind %s, it is said until a time shows its clock", (_, list) => {
    expect(saidOf(`${list}\n- 14:00 d\n- 2024-01-03 9:00 e`)).toEqual([
      ["01-01T14:00"],
      ["01-02T09:30", unsaid("09:30")],
      ["01-02T10:15", unsaid("10:15")],
      ["01-02T14:00"],
      ["01-03T09:00"],
    ]);
  });

  test("a time with a 0 before its hour is on the 24-hour clock, and needs no word", () => {
    expect(saidOf("- 2024-01-01 2:00 PM a\n- 2024-01-02 09:30 b")).toEqual([
      ["01-01T14:00"],
      ["01-02T09:30"],
    ]);
  });
});

test("entries below one whose day is a guess say that theirs is", () => {
  const [read] = readPostMortem(
    "## Timeline\n\nAll times UTC\n\n- 2024-01-01 23:58 a\n- 00:03 b\n- 00:09 c\n- 2024-01-02 00:10 d\n- 00:40 e",
  );
  const kinds = read?.timeline.map(({ warnings }) => warnings.map(({ kind }) => kind));
  expect(kinds).toEqual([[], ["assumed-day"], ["carried-guess"], [], []]);
});

test("what lies before the entry above is named as it was written", () => {
  const [read] = readPostMortem(
    "# Queue full\n\n## Timeline\n\n- 2024-01-01 9:20am PST a\n- 2024-01-01 9:05am PST b\n- 2024-01-01T16:00Z c",
  );
  const sentences = read?.warnings.flatMap(({ kind, sentence }) =>
    kind === "out-of-order" ? [sentence] : [],
  );
  expect(sentences).toEqual([
    "“2024-01-01 9:05am PST” (2024-01-01 17:05Z) lies before “2024-01-01 9:20am PST” (2024-01-01 17:20Z) in the entry above; the order was left as it is.",
    "2024-01-01 16:00Z lies before “2024-01-01 9:05am PST” (2024-01-01 17:05Z) in the entry above; the order was left as it is.",
  ]);
});
