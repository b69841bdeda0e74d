import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { IncidentRecord } from "#knowledge/incident/document";
import { readDocument } from "#knowledge/incident/read-document";
import { writeDocument } from "#knowledge/incident/write-document";
import { utc } from "#knowledge/incident/written-zone";

import { draftOf, type Draft } from "./draft";
import { plainWords } from "./plain-words";
import type { PostMortem } from "./post-mortem";
import { readPostMortem, readPostMortemBytes } from "./read-post-mortem";

const folder = join(import.meta.dirname, "testing");
const documents = readdirSync(folder).filter((name) => !name.endsWith(".expected.json"));

function only(text: string, file = "x.md"): PostMortem {
  const [first] = readPostMortem(text, file);
  if (!first) throw new Error("expected an incident");
  return first;
}

const wordsIn = (text: string): string[] =>
  plainWords(text, "kept")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Every text of a draft, wherever it stands. */
function wordsOfDraft({ document }: Draft): Set<string> {
  const texts: string[] = [document.story];
  JSON.stringify(document.record, (_, value: unknown) => {
    if (typeof value === "string") texts.push(value);
    return value;
  });
  return new Set(texts.flatMap((text) => text.split("\n").flatMap(wordsIn)));
}

/** Words of an original that are neither in the draft nor told of in its report. */
function lostWords(postMortem: PostMortem): string[] {
  const draft = draftOf(postMortem);
  const held = wordsOfDraft(draft);
  const notes = [...draft.report.recognised, ...draft.report.guessed].map(({ note }) => note ?? "");
  for (const word of notes.flatMap(wordsIn)) held.add(word);
  const dropped = new Set(draft.report.dropped.map(({ line }) => line));
  const understood = [
    ...postMortem.timeline.map(({ row }) => row.typed),
    ...postMortem.actions.map(({ due, type }) => `${due ?? ""} ${type ?? ""}`),
  ].flatMap(wordsIn);
  for (const word of understood) held.add(word);
  return postMortem.lines.flatMap((line, at) => {
    const words = line.replace(/^[\s>]*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s)?/, "");
    return dropped.has(at) ? [] : wordsIn(words).filter((word) => !held.has(word));
  });
}

describe("a draft of somebody else's review", () => {
  test.each(documents)("%s loses no word, and can be saved", (name) => {
    const { postMortems } = readPostMortemBytes(readFileSync(join(folder, name)), name);
    for (const postMortem of postMortems) {
      const { document } = draftOf(postMortem);
      expect(lostWords(postMortem)).toEqual([]);
      const read = readDocument(writeDocument(document), name);
      expect(read.kind === "read" ? read.document : read.faults).toEqual(document);
    }
  });

  const postMortem = only(`# Queue stuck

**Authors:** Kim Lee

## Summary

Jobs waited for an [hour](https://example.com/1).

## What happened

The *lease* was held.

## Root cause

Nobody owned it.
It had two ends.

## Timeline (UTC)

- 2024-01-02 10:00 - Lease is taken
- 2024-01-02 11:00 - Lease is freed
- some time later - All is quiet

## Action items

- [x] Free leases (https://example.com/2)
- Alert on leases - @kim

## Appendix

<!-- a hint -->
_What else?_
`);
  const { document, report } = draftOf(postMortem);

  test("has what a record has a place for", () => {
    expect(document.record).toMatchObject({
      title: "Queue stuck",
      summary: "Jobs waited for an hour (https://example.com/1).",
      timeline: [
        { id: "lease-is-taken", at: "2024-01-02T10:00Z", text: "Lease is taken" },
        { id: "lease-is-freed", at: "2024-01-02T11:00Z", text: "Lease is freed" },
      ],
      actions: [
        {
          text: "Free leases (https://example.com/2)",
          state: "done",
          link: "https://example.com/2",
        },
        { text: "Alert on leases", state: "open", kind: "detect" },
      ],
    });
  });

  test("keeps everything else in the story under its heading, byte for byte", () => {
    expect(document.story).toBe(`## What happened

The *lease* was held.

## Root cause

Nobody owned it.
It had two ends.

## Timeline (UTC)

- some time later - All is quiet
`);
  });

  test("points root causes out as candidates for factors, and makes none of them", () => {
    expect(document.record.factors).toEqual([]);
    const candidates = report.guessed.filter(({ to }) => to === "factors");
    expect(candidates.map(({ what }) => what)).toEqual(["Root cause"]);
    expect(report.leftAsText.map(({ what }) => what)).toEqual(["What happened", "Timeline (UTC)"]);
  });

  test("says what it left out, and why", () => {
    const dropped = report.dropped.map(({ text }) => text);
    expect(dropped).toContain("**Authors:** Kim Lee");
    expect(dropped).toContain("<!-- a hint -->");
    expect(dropped).toContain("_What else?_");
    expect(dropped).toContain("## Appendix");
    expect(report.dropped.every(({ reason }) => reason.endsWith("."))).toBe(true);
  });

  test("keeps entries whose zone nobody knows in the story until somebody says it", () => {
    const local = only("# Stuck\n\n## Timeline\n\n- 2024-01-02 10:00 - Lease is taken\n");
    expect(draftOf(local).document.record.timeline).toEqual([]);
    expect(draftOf(local).document.story).toContain("- 2024-01-02 10:00 - Lease is taken");
    const chosen = draftOf(local, { zone: utc }).document;
    expect(chosen.record.timeline.map(({ at }) => at)).toEqual(["2024-01-02T10:00Z"]);
    expect(chosen.story).toBe("");
  });

  test("takes a day that is chosen, and moments for single entries", () => {
    const undated = only("# Stuck\n\n## Timeline (UTC)\n\n- 23:50 taken\n- 00:10 freed\n- later\n");
    const choices = { day: "2024-01-02", moments: new Map([[2, "after 2024-01-03"]]) };
    expect(draftOf(undated, choices).document.record.timeline.map(({ at }) => at)).toEqual([
      "2024-01-02T23:50Z",
      "2024-01-03T00:10Z",
      "after 2024-01-03",
    ]);
  });

  test("leaves out an end that lies before the start, and says so", () => {
    const odd = only(
      "# Stuck\n\n## Timeline (UTC)\n\n- 2024-01-02 23:00 outage begins\n- 2024-01-02 02:00 outage ends\n",
    );
    const { document: drafted, report: said } = draftOf(odd);
    expect(drafted.record.started).toBe("2024-01-02T23:00Z");
    expect(drafted.record.mitigated).toBeUndefined();
    expect(said.guessed.find(({ to }) => to === "mitigated")?.note).toContain("before the start");
  });

  test("puts front matter of others between fences", () => {
    const { story } = draftOf(only("---\ntitle: Stuck\ncompany: X\n---\n\nWords.\n")).document;
    expect(story).toBe("```yaml\ntitle: Stuck\ncompany: X\n```\n\nWords.\n");
  });

  test("has ids that stand once, also for entries of the same words", () => {
    const same = only(
      "# S\n\n## Timeline (UTC)\n\n- 2024-01-02 10:00 - up\n- 2024-01-02 11:00 - up\n",
    );
    expect(draftOf(same).document.record.timeline.map(({ id }) => id)).toEqual(["up", "up-2"]);
  });
});

describe("one of our own documents", () => {
  const content = join(import.meta.dirname, "../../../content/incidents");
  const names = readdirSync(content).slice(0, 12);

  test.each(names)("%s is taken exactly", (name) => {
    const source = readFileSync(join(content, name), "utf8");
    const postMortem = only(source, name);
    const { document } = draftOf(postMortem);
    expect(writeDocument(document)).toBe(source);
    expect(postMortem.timeline.map(({ at }) => at)).toEqual(
      document.record.timeline.map(({ at }) => at),
    );
  });
});

describe("the zone in which a draft goes on", () => {
  const timeline = (head: string) => `# Queue full\n\n## ${head}\n\n- 2024-01-01 10:00 full`;

  test.each([
    ["All times in Pacific Time.\n\n" + timeline("Timeline"), "Pacific Time"],
    [timeline("Timeline (CET)"), "CET"],
    [
      `${timeline("Timeline (CET)")}\n\n## Timeline of the second region (UTC)\n\n- 11:00 full`,
      null,
    ],
    [timeline("Timeline"), null],
  ])("is what the document states for all its times: %j", (text, zone) => {
    expect(draftOf(only(text)).zone).toBe(zone);
  });

  test("is what a person says, where they do", () => {
    expect(draftOf(only(timeline("Timeline (CET)")), { zone: utc }).zone).toBe("UTC");
  });
});

describe("whatever was read", () => {
  const block = fc.constantFrom(
    "# Title",
    "## Summary\n\nIt was so.",
    "## Summary\n\n| a | b |\n|---|---|\n| c | d |",
    "## Impact\n\n- **Users:** 12\n- **Money:** none",
    "## Impact\n\n> quoted\n\n```\ncode\n```",
    "## Timeline (UTC)\n\n- 2024-01-02 10:00 one\n  more\n- 10:20 two [x](https://example.com)\n- never",
    "## Timeline\n\n| Time | Event | Link |\n|---|---|---|\n| 2024-01-02 10:00 UTC | a | [b](https://c.example) |",
    "## Root cause\n\nA and B.",
    "## Action items\n\n1. Do it (owner: @kim)\n2. ~~Done~~",
    "## Lessons\n\n- One\n  - nested\n- Two",
    "## Questions\n\n- Why?",
    "## Detection\n\n_How?_",
    "**Date:** 2024-01-02\n**Authors:** Kim",
    "---\na: b\n---",
    "Some words with ![picture](a.png) and `code`.",
    "<!-- comment -->",
    "### Sub\n\nText below.",
    "\n\n",
  );

  test("the draft is a valid record, and no word is lost", () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 10 }), (blocks) => {
        for (const postMortem of readPostMortem(blocks.join("\n\n"), "x.md")) {
          expect(IncidentRecord.safeParse(draftOf(postMortem).document.record).success).toBe(true);
          expect(lostWords(postMortem)).toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
  });
});
