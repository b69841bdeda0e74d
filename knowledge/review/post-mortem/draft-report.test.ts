import { describe, expect, test } from "vitest";

import { draftFrom, names } from "./draft-for-tests";

/** In the manner of the appendix of Google's book. */
const book = `# Search was down (incident #465)

**Date:** 2015-10-21

**Authors:** jennifer, martym

**Status:** Complete

**Summary:** Search was down for 66 minutes.

**Impact:** Queries were lost, no revenue.

**Root Causes:** High load and a leak of files.

**Trigger:** A sudden rise of traffic.

**Resolution:** Traffic went to a spare cluster.

**Detection:** Monitoring paged on-call.

**Action Items:**

| Action Item | Type | Owner | Bug |
|---|---|---|---|
| Update the instructions | mitigate | jennifer | n/a **DONE** |
| Balance load between clusters | prevent | martym | Bug 5554823 **TODO** |
| Rehearse it | process | docbrown | n/a **TODO** |

## Lessons Learned

### What went well

- Monitoring was quick

### What went wrong

- We were out of practice

### Where we got lucky

- A copy lay about

## Timeline

2015-10-21 (*all times UTC*)

- 14:54 **OUTAGE BEGINS**: backends melt
- 14:55 docbrown receives a storm of pages
- 16:00 **OUTAGE ENDS**: traffic is balanced
- 16:30 **INCIDENT ENDS**, the load was normal for 30 minutes
`;

describe("labels in bold, as in Google's book", () => {
  const { document, report } = draftFrom(book);
  const { record, story } = document;

  test("fill the record as headings would", () => {
    expect(record.summary).toBe("Search was down for 66 minutes.");
    expect(record.detection).toBe("Monitoring paged on-call.");
    expect(record.impact).toMatchObject([{ value: "Queries were lost, no revenue." }]);
    expect(names(report.recognised)).toEqual(
      expect.arrayContaining(["Summary → summary", "Detection → detection"]),
    );
    expect(names(report.guessed)).toContain("Impact → impact");
  });

  test("are not left in the story what they have become in the record", () => {
    expect(story).not.toContain("66 minutes");
    expect(story).not.toContain("paged on-call");
    expect(story).toContain("**Resolution:** Traffic went to a spare cluster.");
  });

  test("are all told of, also where they stay text", () => {
    expect(names(report.guessed)).toEqual(
      expect.arrayContaining([
        "Root Causes → factors",
        "Trigger → factors",
        "What went well → what held",
        "Where we got lucky → what held",
      ]),
    );
    expect(names(report.leftAsText)).toEqual([
      "Date: 2015-10-21 → story",
      "Status: Complete → story",
      "Resolution → story",
      "Lessons Learned → story",
      "What went wrong → story",
    ]);
  });

  test("the end of the outage is the end of the harm, and told as guessed", () => {
    expect(record).toMatchObject({
      started: "2015-10-21T14:54Z",
      mitigated: "2015-10-21T16:00Z",
      resolved: "2015-10-21T16:30Z",
    });
    expect(names(report.guessed)).toEqual(
      expect.arrayContaining(["“OUTAGE ENDS” → mitigated", "“INCIDENT ENDS” → resolved"]),
    );
  });

  test("an outage that is mitigated and later ends did its harm until the first", () => {
    const both = book
      .replace("- 16:00", "- 15:30 **OUTAGE MITIGATED**, queries work\n- 16:00")
      .replace(/- 16:30.*\n/, "");
    const drafted = draftFrom(both);
    expect(drafted.document.record).toMatchObject({
      mitigated: "2015-10-21T15:30Z",
      resolved: "2015-10-21T16:00Z",
    });
    expect(names(drafted.report.guessed)).toEqual(
      expect.arrayContaining(["“OUTAGE MITIGATED” → mitigated", "“OUTAGE ENDS” → resolved"]),
    );
    const all = book.replace("- 16:00", "- 15:30 **OUTAGE MITIGATED**, queries work\n- 16:00");
    expect(draftFrom(all).document.record).toMatchObject({
      mitigated: "2015-10-21T15:30Z",
      resolved: "2015-10-21T16:30Z",
    });
  });

  test("a table's type is an action's kind, and what was read of it does not stand in its words", () => {
    expect(record.actions).toMatchObject([
      { text: "Update the instructions", kind: "limit", state: "done" },
      { text: "Balance load between clusters (Bug 5554823)", kind: "prevent", state: "open" },
      { text: "Rehearse it (process)", kind: "prevent", state: "open" },
    ]);
    const [first] = report.guessed.filter(({ to }) => to === "actions");
    expect(first?.note).toContain("“mitigate”, was read as “limit”");
    const second = report.recognised.find(({ what }) => what.startsWith("Balance"));
    expect(second?.note).toContain("“TODO” was read as open");
    expect(names(report.recognised)).toContain(
      "Balance load between clusters (Bug 5554823) → actions",
    );
    expect(story).not.toContain("|");
    expect(story).not.toContain("Action Items");
  });

  test("names that were left out elsewhere and still stand in the text are said, with their lines", () => {
    const line = book.split("\n").findIndex((text) => text.includes("docbrown receives")) + 1;
    expect(report.lookAt.join(" ")).toContain(`“docbrown” (line ${line})`);
    expect(report.lookAt.join(" ")).not.toContain("jennifer");
  });
});

/** In the manner of Atlassian's template. */
const handbook = `# Checkout errors

**Incident summary**

Between 9:10 and 10:05 AEST on Tuesday 3 March 2026 checkout failed.

Severity: SEV-2
Affected services: Checkout, Cart
Duration: 55 minutes
Postmortem owner: Alice Wong

**Timeline**

9:08 - session service deployed
9:10 - errors rise
9:21 - alert fires, Bob looks
10:05 - rollback complete

**Five whys**

1. The cart was empty.

**Root cause**

A format without a version.

**Corrective actions**

| Description | Owner | Status |
|---|---|---|
| Version the format | Bob | In progress |
`;

describe("a zone that only the summary names", () => {
  const { document, report } = draftFrom(handbook);

  test("is that of the timeline, and this is said with the lines", () => {
    expect(document.record.timeline.map(({ at }) => at)).toEqual([
      "2026-03-02T23:08Z",
      "2026-03-02T23:10Z",
      "2026-03-02T23:21Z",
      "2026-03-03T00:05Z",
    ]);
    const said = report.lookAt.find((sentence) => sentence.startsWith("No zone is named"));
    expect(said).toContain("4 of 4 entries (lines 14 to 17)");
    expect(said).toContain("AEST was taken, which line 5 names");
  });

  test("is not taken where the text names two", () => {
    const two = handbook.replace("checkout failed.", "checkout failed, from 14:10 PST.");
    const { document: local, report: told } = draftFrom(two);
    expect(local.record.timeline).toEqual([]);
    expect(told.lookAt.join(" ")).toContain("No time zone is stated for 4 of 4 entries");
    expect(names(told.leftAsText)).toContain("Timeline → story");
  });

  test("each section stands in one column, and labels are told of", () => {
    expect(names(report.leftAsText)).toEqual([
      "Incident summary → story",
      "Severity: SEV-2 → story",
      "Affected services: Checkout, Cart → story",
      "Duration: 55 minutes → story",
    ]);
    expect(names(report.guessed)).toEqual(
      expect.arrayContaining(["Five whys → factors", "Root cause → factors"]),
    );
  });

  test("a few entries are named one by one, each with its line", () => {
    const few = handbook.replace(/9:08.*\n9:10.*\n/, "");
    const said = draftFrom(few).report.lookAt.filter((sentence) =>
      sentence.includes("AEST was taken"),
    );
    expect(said[0]).toMatch(/^Entry 1, “9:21 alert fires, Bob looks” \(line 14\): /);
  });

  test("whose name was left out is said where the text still names them", () => {
    expect(report.dropped.map(({ text }) => text)).toContain("Postmortem owner: Alice Wong");
    expect(report.lookAt.join(" ")).toContain("“Bob” (line 16)");
  });
});
