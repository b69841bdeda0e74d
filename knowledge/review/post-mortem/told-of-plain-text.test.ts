import { describe, expect, test } from "vitest";

import { utc } from "#knowledge/incident/written-zone";

import { draftFrom, names } from "./draft-for-tests";

describe("people whom actions name", () => {
  const { document, report } = draftFrom(`# Stuck

## Actions

- Anna Berg to add an alert
- @bob: fix the runbook
- Raise the pool (Jane Doe)
- Free leases (owner: @kim, due 2026-12-01)
- Alert on leases - @kim
- SRE will look

## Timeline (UTC)

- 2026-11-14 10:00 Anna looks
`);

  test("are told of, with the lines where they stand", () => {
    expect(report.lookAt.slice(1)).toEqual([
      "Actions and messages name who may be people: “Anna Berg” (line 5), “bob” (line 6), “Jane Doe” (line 7), “Anna” (lines 5, 14), “Jane” (line 7). Where they are people, say the part that they played.",
    ]);
  });

  test("do not stand in an action of which it is said that its owner was left out", () => {
    expect(document.record.actions.map(({ text }) => text).slice(3, 5)).toEqual([
      "Free leases",
      "Alert on leases",
    ]);
    expect(document.record.actions[3]?.due).toBe("2026-12-01");
    const notes = report.guessed.flatMap(({ to, note }) => (to === "actions" ? [note] : []));
    expect(notes[4]).toContain("Its owner, “@kim”, was left out");
  });
});

describe("times that are in doubt", () => {
  const doubtful = `# Stuck

Start: 2026-04-03 10:00 IST

## Timeline (UTC)

- 2026-04-03 04:30 it began
- 2027-04-03 05:00 it ended
`;

  test("are told of, each with its words and line", () => {
    const { report } = draftFrom(doubtful, { now: Date.parse("2026-11-22T18:00Z") });
    expect(report.lookAt).toEqual([
      "Entry 2, “2027-04-03 05:00 it ended” (line 8): This lies in the future: today is 2026-11-22.",
      expect.stringMatching(/^“Start” \(line 3\): “IST” has several meanings/),
    ]);
    expect(names(report.guessed)).toContain("“Start” → started");
  });

  test("a day that may be two is said to be", () => {
    const { report } = draftFrom(
      "# Stuck\n\nDate: 03/04/2026\n\n## Timeline (UTC)\n\n- 10:00 stuck\n",
    );
    expect(report.lookAt.join(" ")).toContain("it was read as 2026-03-04, not 2026-04-03");
  });
});

describe("the title of a plain text", () => {
  test.each([
    "Redis was down\n\nWe lost the cache.\n",
    "Redis was down\n\nSummary\n\nWe lost the cache.\n\nImpact\n\nAll.\n",
    "Redis was down\n--------------\n\nSummary\n-------\nWe lost the cache.\n\nImpact\n------\nAll.\n",
  ])("is its first line, told as guessed: %j", (text) => {
    const { document, report } = draftFrom(text);
    expect(document.record.title).toBe("Redis was down");
    expect(names(report.guessed)).toContain("Title → title");
    expect(names(report.recognised)).not.toContain("Title → title");
    expect(document.story).not.toContain("Redis");
  });

  test.each([
    "14:02 UTC alert fires\n\nMore words.\n",
    "Saturday, November 14th\n\nMore words.\n",
    "We lost the cache, and all was slow.\n\nMore words.\n",
    "Redis was down\nand all was slow\n\nMore words.\n",
  ])("is none where the first line is something else: %j", (text) => {
    expect(draftFrom(text).document.record.title).toBeUndefined();
  });

  test("is recognised where a mark says it", () => {
    const { report } = draftFrom("Redis was down\n==============\n\nWe lost the cache.\n");
    expect(names(report.recognised)).toContain("Title → title");
  });
});

describe("a text without headings", () => {
  const messy = `ok so the redis thing yesterday

around 2pm tom said checkout was slow
at like 2:20 we saw redis at 100%
since noon there was a big import running
14:50ish restarted the replica
~3pm all good again

kim thinks it was the import job

todo
- turn on eviction
- alert on memory
`;

  test("is told of line by line: what stays, what became actions", () => {
    const { report } = draftFrom(messy);
    expect(names(report.guessed)).toEqual(
      expect.arrayContaining(["turn on eviction → actions", "alert on memory → actions"]),
    );
    const [left] = report.leftAsText;
    expect(left).toMatchObject({ what: "The text", from: 2, until: 9 });
    expect(report.dropped).toMatchObject([{ text: "todo" }]);
  });

  test("has its times read once zone and day are said, and nothing says that they lack", () => {
    const { document, report } = draftFrom(messy, { zone: utc, day: "2026-11-21" });
    expect(document.record.timeline.map(({ at }) => at)).toEqual([
      "about 2026-11-21T14:00Z",
      "about 2026-11-21T14:20Z",
      "2026-11-21T12:00Z",
      "about 2026-11-21T14:50Z",
      "about 2026-11-21T15:00Z",
    ]);
    expect(report.lookAt.join(" ")).not.toMatch(/date|zone/i);
    expect(names(report.leftAsText)).toEqual(["The text → story"]);
  });
});
