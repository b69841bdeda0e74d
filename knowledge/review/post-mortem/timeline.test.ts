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
