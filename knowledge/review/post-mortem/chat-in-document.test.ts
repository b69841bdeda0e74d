import { describe, expect, test } from "vitest";

import { utc } from "#knowledge/incident/written-zone";

import { draftOf } from "./draft";
import { readPostMortem } from "./read-post-mortem";

function drafted(text: string) {
  const [first] = readPostMortem(text, "pasted");
  if (!first) throw new Error("expected an incident");
  const now = Date.parse("2026-11-22T18:00Z");
  const { document, report } = draftOf(first, { zone: utc, day: "2026-11-14", now });
  const entries = document.record.timeline.map(({ at, text: words }) => [at, words]);
  const { record, story } = document;
  return { entries, told: report.lookAt.join(" "), story, record, report };
}

const expected = [
  ["2026-11-14T14:02Z", "person A: redis is down"],
  ["2026-11-14T14:05Z", "person B: looking, person A"],
  ["2026-11-14T14:07Z", "person A: it is back"],
];

describe("a chat that is imported", () => {
  test.each([
    [
      "in brackets",
      "[14:02] anna: redis is down\n[14:05] bob: looking, @anna\n[14:07] anna: it is back",
    ],
    ["of IRC", "14:02 <anna> redis is down\n14:05 <bob> looking, @anna\n14:07 <anna> it is back"],
    [
      "of Slack",
      "anna\n  2:02 PM\nredis is down\n:eyes:\n2\nbob  2:05 PM\nlooking, @anna\nNew\nanna  2:07 PM\nit is back".replace(
        "anna\n  2:02",
        "anna  2:02",
      ),
    ],
    [
      "below a title",
      "# Redis was down\n\n[14:02] anna: redis is down\n[14:05] bob: looking, @anna\n[14:07] anna: it is back",
    ],
    [
      "below the heading of a timeline",
      "# Redis was down\n\n## Summary\n\nIt fell.\n\n## Timeline\n\n14:02 <anna> redis is down\n14:05 <bob> looking, @anna\n14:07 <anna> it is back\n\n## Impact\n\nAll.",
    ],
  ])("%s is its timeline, people as the parts they have, and it is told", (_, text) => {
    const { entries, told } = drafted(text);
    expect(entries).toEqual(expected);
    expect(told).toContain("Names were replaced: “anna” is person A, “bob” is person B.");
    expect(told).not.toContain("No timeline");
  });

  test("has told what was left out of it", () => {
    const { told, entries } = drafted(
      "Jo Li  2:02 PM\nlook\n:eyes: 2\nYesterday\nJo Li  2:07 PM\ngood",
    );
    expect(told).toContain("Left out: 1 reaction (“:eyes: 2”); 1 divider (“Yesterday”).");
    expect(told).toContain("“Yesterday” was read as 2026-11-21.");
    expect(entries.map(([at]) => at)).toEqual(["2026-11-14T14:02Z", "2026-11-21T14:07Z"]);
  });

  test("is no list of who did what", () => {
    const { entries } = drafted(
      "# Redis\n\n## Timeline\n\n14:02 Ops: looks\n14:05 Ops: waits\n14:07 Ops: acts",
    );
    expect(entries[0]).toEqual(["2026-11-14T14:02Z", "Ops: looks"]);
  });

  test.each([
    [
      "marks",
      "Maya Berg  9:04 AM\nimpact since 9:02\nJo Li  9:09 AM\noutage started with the push\nMaya Berg  9:15 AM\noutage over, I think\nincident resolved",
    ],
    ["a time before a stamp", "Maya Berg  9:04 AM\nerrors since 9:02\nJo Li  9:09 AM\nlooking"],
    ["a time alone", "Maya Berg  9:04 AM\nsince 9:02\nJo Li  9:09 AM\nMaya is on it\n9:12 AM\nok"],
  ])("says no key moment by %s, which is told", (_, text) => {
    const { record, told, report } = drafted(text);
    const { started, detected, mitigated, resolved } = record;
    expect([started, detected, mitigated, resolved]).toEqual([
      "2026-11-14",
      undefined,
      undefined,
      undefined,
    ]);
    expect(report.guessed.filter(({ to }) => to === "started")).toHaveLength(1);
    expect(told).toContain("When harm began and ended is not taken from the messages of a chat");
  });

  test("keeps words that end with a time as words", () => {
    const { entries } = drafted(
      "Maya Berg  9:04 AM\nack, looking. errors since 9:02\nsince 9:02\nRolled back 9:03\nJo Li  9:09 AM\nok",
    );
    expect(entries).toEqual([
      [
        "2026-11-14T09:04Z",
        "person A: ack, looking. errors since 9:02 since 9:02 Rolled back 9:03",
      ],
      ["2026-11-14T09:09Z", "person B: ok"],
    ]);
  });

  test("has people who are the same in all of a document", () => {
    const { entries, told } = drafted(
      "# Redis\n\n## Timeline\n\nMaya Berg  9:04 AM\nlook\nJo Li  9:05 AM\nyes\n\n## Summary\n\nMaya saw it.\n\n## Timeline of the repair\n\nJo Li  9:12 AM\nfixed, Maya\nAnn Ox  9:15 AM\nthanks @jo\n\n## Action items\n\n- Drill it (owner: Jo Li)\n- Maya Berg to add an alert\n",
    );
    expect(entries.map(([, text]) => text)).toEqual([
      "person A: look",
      "person B: yes",
      "person B: fixed, person A",
      "person C: thanks person B",
    ]);
    expect(told).toContain("“Maya Berg”, person A in the chat (line");
    expect(told).toContain("“Maya”, person A in the chat (lines");
  });

  test("leaves the rest of a document byte for byte", () => {
    const { story } = drafted(
      "# Redis\n\n## Story\n\nIt *fell*  twice.\n\n## Timeline\n\nanna  2:02 PM\nlook\n\n## Cause\n\n- a\n\n\n- b\n",
    );
    expect(story).toContain("## Story\n\nIt *fell*  twice.\n");
    expect(story).toContain("## Cause\n\n- a\n\n\n- b\n");
  });
});
