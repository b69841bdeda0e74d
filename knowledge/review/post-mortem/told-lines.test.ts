import { describe, expect, test } from "vitest";

import { draftFrom } from "./draft-for-tests";

describe("the lines of a part", () => {
  const { report } = draftFrom(`# Down

## Summary

Mail was late.

## Trigger

A push.


## Impact

All.

`);

  test("end with its last words, not with the blank lines below them", () => {
    const lines = [...report.recognised, ...report.guessed].map(({ what, from, until }) => [
      what,
      from + 1,
      until,
    ]);
    expect(lines).toEqual([
      ["Title", 1, 1],
      ["Summary", 5, 5],
      ["Trigger", 7, 9],
      ["Impact", 14, 14],
    ]);
  });
});

describe("a table of actions", () => {
  const sheet = (head: string, cell: string) =>
    draftFrom(
      `# Down\n\n## Actions\n\n| ${head} | Action | Jira |\n|---|---|---|\n| ${cell} | Set it | OPS-1 |\n`,
    ).document.record.actions[0]?.text;

  test.each(["#", "No.", "Nr"])("has no words of the number of a row: %s", (head) => {
    expect(sheet(head, "1")).toBe("Set it (OPS-1)");
  });

  test("keeps what else stands there", () => {
    expect(sheet("#", "4711-A")).toBe("Set it (4711-A; OPS-1)");
    expect(sheet("Hours", "1")).toBe("Set it (1; OPS-1)");
  });
});

test.each(["5 Whys", "Five whys", "The 5 whys", "5. Five whys"])(
  "“%s” is a candidate for factors",
  (heading) => {
    const { guessed } = draftFrom(`# Down\n\n## ${heading}\n\n1. Why? So.\n`).report;
    expect(guessed).toMatchObject([{ what: heading, to: "factors" }]);
  },
);

test.each(["Field | Value", "Property | Details", " | "])(
  "properties below “%s” are labels, each told of",
  (head) => {
    const { document, report } = draftFrom(
      `# Down\n\n| ${head} |\n|---|---|\n| **Status** | Final |\n| **Severity** | SEV-2 |\n`,
    );
    expect(report.leftAsText.map(({ what }) => what)).toEqual(["Status: Final", "Severity: SEV-2"]);
    expect(document.story).toBe("- **Status:** Final\n- **Severity:** SEV-2\n");
  },
);
