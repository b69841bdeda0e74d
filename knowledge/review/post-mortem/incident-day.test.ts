import { describe, expect, test } from "vitest";

import { draftOf } from "./draft";
import { incidentDayIn } from "./incident-day";
import { readPostMortem } from "./read-post-mortem";

describe("a day in a line", () => {
  test.each([
    "Last updated: July 25, 2024",
    "Last modified 2024-07-25",
    "Published on 25 July 2024",
    "Originally published July 25, 2024, updated July 26, 2024",
    "This post was last edited on 2024-07-25.",
    "By Jane Doe, July 25, 2024",
    "Jane Doe, July 25, 2024",
    "Posted by Jane Doe on July 25, 2024 in Engineering",
    "July 25, 2024 by Jane Doe",
    "Jane Doe | July 25, 2024 | 5 min read",
    "| Last updated | 2024-07-25 |",
    "Next review: 2024-08-01",
    "Post-mortem meeting: 2024-07-25",
    "Report date: 2024-07-25",
    "Version 1.2 (2024-07-25)",
    "Incident report published 2024-07-25",
    "(updated 2024-07-25)",
    "2024-07-25",
    "July 25, 2024 10:42 AM",
  ])("%j is none of the incident", (text) => {
    expect(incidentDayIn(text, null, "line")).toBeNull();
  });

  test.each([
    "On July 19, 2024 the cache failed.",
    "We updated the database on 2024-07-19, and errors rose.",
    "Incident of 2024-07-19",
    "Incident created: 2024-07-19",
    "Redis outage, 19 July 2024",
    "Published July 25, 2024. On 2024-07-19 the cache failed.",
    "Last updated 2024-07-25 | Incident: 2024-07-19",
    "Held on 2024-07-25, for the outage of 2024-07-19",
    "2024-07-19 10:00 to 11:00 UTC",
  ])("%j is one of the incident", (text) => {
    expect(incidentDayIn(text, null, "line")?.value).toBe("2024-07-19");
  });
});

describe("times without a day", () => {
  const timeline = "## Timeline (UTC)\n\n- 14:02 alert fires\n- 14:10 restart\n";
  const drafted = (text: string, file = "pasted") => {
    const [first] = readPostMortem(text, file);
    if (!first) throw new Error("expected an incident");
    const { document, report } = draftOf(first);
    return { entries: document.record.timeline.map(({ at }) => at), told: report.lookAt.join(" ") };
  };

  test.each([
    "By Jane Doe, July 25, 2024\n\nLast updated July 26, 2024 · 5 min read",
    "Jane Doe\n\nJuly 25, 2024",
    "**Last updated:** 2024-07-25\n\n**Authors:** Jane Doe, 2024-07-25",
    "Status: final on 2024-07-25",
    "From: Jane Doe\nSubject: Redis\nDate: Thu, 25 Jul 2024 10:00:00 +0000",
  ])("have none where only the document is dated: %j", (head) => {
    const { entries, told } = drafted(`# Redis was down\n\n${head}\n\n${timeline}`);
    expect(entries).toEqual([]);
    expect(told).toContain("Nothing says the date");
  });

  test.each([
    ["**Incident date:** 2024-07-19", "the label “Incident date” (line 5)"],
    ["It failed on 2024-07-19.", "what stands below “Redis was down” (line 5)"],
    ["## Summary\n\nIt failed on 2024-07-19.", "the summary (line 7)"],
    ["## Story\n\nIt failed on 2024-07-19.", "what stands below “Story” (line 7)"],
  ])("are of the day that %j says, and it is said where it stands", (head, from) => {
    const { entries, told } = drafted(
      `# Redis was down\n\nLast updated: 2024-07-25\n\n${head}\n\n${timeline}`,
    );
    expect(entries).toEqual(["2024-07-19T14:02Z", "2024-07-19T14:10Z"]);
    expect(told).toContain(`2024-07-19 was taken from ${from}.`);
  });

  test("are of no day on which the timeline was changed", () => {
    const changed = timeline.replace("(UTC)", "(UTC, updated 2024-07-25)");
    expect(drafted(`# Redis was down\n\n${changed}`).entries).toEqual([]);
    const dated = timeline.replace("(UTC)", "of 2024-07-19 (UTC)");
    expect(drafted(`# Redis was down\n\n${dated}`).entries).toHaveLength(2);
  });

  test("are of no day below the name of an author", () => {
    const lines = "14:02 UTC alert fires\n14:10 UTC restart\n";
    expect(drafted(`Jane Doe\nJuly 25, 2024\n\n${lines}`).entries).toEqual([]);
    expect(drafted(`July 19, 2024\n\n${lines}`).entries).toHaveLength(2);
  });
});
