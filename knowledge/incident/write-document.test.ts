import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { anyDocument, anyStory } from "./testing/any-document";
import { IncidentRecord } from "./document";
import { readDocument } from "./read-document";
import { writeDocument } from "./write-document";

function reread(source: string) {
  const read = readDocument(source, "x.md");
  if (read.kind === "faulty") throw new Error(JSON.stringify(read.faults));
  return read.document;
}

function written(record: object, story = ""): string {
  return writeDocument({ record: IncidentRecord.parse(record), story });
}

// A hundred generated documents take a second on an idle machine.
describe("a written document", { timeout: 30_000 }, () => {
  test("reads back as the same document, whatever it says", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(reread(writeDocument(document))).toEqual(document);
      }),
      { numRuns: 150 },
    );
  });

  test("is written the same when it has been read", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const once = writeDocument(document);
        expect(writeDocument(reread(once))).toBe(once);
      }),
    );
  });

  test("keeps every story byte for byte", () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        expect(reread(written({}, story)).story).toBe(story);
      }),
      { numRuns: 300 },
    );
  });

  test.each(["\n", "\n\n", "a", "a\n", "\na\n\n", "---\n", "---", "\n---\ntitle: b\n---\n"])(
    "keeps the story %j",
    (story) => {
      expect(reread(written({}, story)).story).toBe(story);
    },
  );

  test("ends after the front matter when it has no story", () => {
    expect(written({ title: "A" })).toBe("---\ntitle: A\n---\n");
  });

  test("has one style", () => {
    const record = {
      sources: [
        {
          seen: "full",
          kind: "talk",
          title: "T: a",
          id: "t",
          url: "https://example.com/",
          published: 2009,
        },
      ],
      factors: [
        {
          id: "f",
          role: "safeguard",
          statement: "One\n\n  two",
          standing: "confirmed",
          source: ["t"],
          luck: true,
        },
        {
          id: "g",
          role: "trigger",
          classes: ["a-b", "c"],
          statement: "yes",
          standing: "inferred",
          luck: false,
        },
      ],
      organization: ["A, B", "C"],
      kind: "incident",
      started: "2009",
      detected: "about 2009",
      lessons: ["One lesson."],
      products: ["P"],
      title: "A",
    };
    expect(written(record, "Story.\n")).toBe(`---
title: A
organization: ["A, B", C]
products: [P]
started: 2009
detected: about 2009
factors:
  - id: f
    role: safeguard
    statement: |-
      One

        two
    source: t
    standing: confirmed
    luck: true
  - id: g
    role: trigger
    classes: [a-b, c]
    statement: "yes"
    standing: inferred
lessons:
  - One lesson.
sources:
  - id: t
    url: https://example.com/
    title: "T: a"
    published: 2009
    kind: talk
    seen: full
---

Story.
`);
  });

  test("never folds a long line", () => {
    const summary = "word ".repeat(500).trim();
    expect(written({ summary })).toBe(`---\nsummary: ${summary}\n---\n`);
  });
});
