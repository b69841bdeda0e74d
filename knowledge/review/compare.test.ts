import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { type IncidentDocument, IncidentRecord } from "#knowledge/incident/document";
import { writeDocument } from "#knowledge/incident/write-document";

import { compareDocuments } from "./compare";
import { compareSources } from "./compare-sources";
import { compareTexts } from "./compare-text";
import { isSame } from "./merge/equality";
import { marksIn } from "./merge/testing/marks";
import { anyTwoAuthors } from "./merge/testing/two-authors";

const document = (record: object, story = ""): IncidentDocument => ({
  record: IncidentRecord.parse(record),
  story,
});

const compareRecords = (from: object, to: object) => compareDocuments(document(from), document(to));
const compareStories = (from: string, to: string) =>
  compareDocuments(document({}, from), document({}, to)).story;

const entry = (id: string, text: string) => ({ id, at: "2024-02-01", kind: "impact", text });

describe("a comparison of two documents", () => {
  test("of one with itself finds nothing", () => {
    fc.assert(
      fc.property(anyTwoAuthors, ({ base }) => {
        expect(compareDocuments(base, base)).toMatchObject({
          isSame: true,
          fields: [],
          lists: [],
          story: { sections: [] },
        });
      }),
      { numRuns: 50 },
    );
  });

  test("names every word that came or went, and finds something wherever they differ", () => {
    fc.assert(
      fc.property(anyTwoAuthors, ({ base, ours }) => {
        const difference = compareDocuments(base, ours);
        const [before, after, named] = [marksIn(base), marksIn(ours), marksIn(difference)];
        const changed = [
          ...[...before.keys()].filter((mark) => !after.has(mark)),
          ...[...after.keys()].filter((mark) => !before.has(mark)),
        ];
        expect(changed.filter((mark) => !named.has(mark))).toEqual([]);
        const { fields, lists, story } = difference;
        const isSaid = fields.length + lists.length + story.sections.length > 0;
        expect(isSaid).toBe(!isSame(base, ours));
      }),
      { numRuns: 200 },
    );
  });

  test("has fields in the order of the document, old and new", () => {
    const { fields } = compareRecords(
      { title: "A", severity: "major", products: ["x", "y"], started: "2024" },
      { title: "B", products: ["y", "z"], started: "2024", noticedBy: "monitor" },
    );
    expect(fields).toEqual([
      { key: "title", change: { kind: "value", from: "A", to: "B" } },
      { key: "products", change: { kind: "words", removed: ["x"], added: ["z"] } },
      { key: "severity", change: { kind: "value", from: "major", to: null } },
      { key: "noticedBy", change: { kind: "value", from: null, to: "monitor" } },
    ]);
  });

  test("has words in prose", () => {
    const { fields } = compareRecords(
      { summary: "The pump stopped at noon." },
      { summary: "The pump stopped at one, twice." },
    );
    expect(fields).toMatchObject([
      {
        change: {
          kind: "pieces",
          pieces: [
            { kind: "same", text: "The pump stopped at " },
            { kind: "removed", text: "noon" },
            { kind: "added", text: "one, twice" },
            { kind: "same", text: "." },
          ],
        },
      },
    ]);
  });

  test("has rows by their ids: added, removed, moved and changed, each with its place", () => {
    const { lists } = compareRecords(
      { timeline: [entry("a", "A."), entry("b", "B."), entry("c", "It broke."), entry("d", "D.")] },
      {
        timeline: [
          entry("d", "D."),
          entry("a", "A."),
          entry("c", "It broke down."),
          entry("e", "E."),
        ],
      },
    );
    expect(lists).toMatchObject([
      {
        key: "timeline",
        same: 1,
        rows: [
          { kind: "changed", wording: "D.", from: 4, to: 1, isMoved: true, fields: [] },
          { kind: "removed", wording: "B.", from: 2, to: null },
          { kind: "changed", from: 3, to: 3, isMoved: false, fields: [{ key: "text" }] },
          { kind: "added", wording: "E.", from: null, to: 4 },
        ],
      },
    ]);
  });

  test("knows a row again whose id was made anew, and shows what changed in it", () => {
    const { lists } = compareRecords(
      { timeline: [entry("anna-restarted-the", "Anna restarted the database.")] },
      { timeline: [entry("restarted-the", "An engineer restarted the database.")] },
    );
    expect(lists).toMatchObject([
      { rows: [{ kind: "changed", from: 1, to: 1, isMoved: false, fields: [{ key: "text" }] }] },
    ]);
  });

  test("knows rows without ids by what they say", () => {
    const { lists } = compareRecords(
      { lessons: ["Watch the queue at night.", "Old."], impact: [{ what: "Pages", value: "10" }] },
      { lessons: ["Watch the queue at night and noon."], impact: [{ what: "Pages", value: "12" }] },
    );
    expect(lists).toMatchObject([
      { key: "impact", rows: [{ kind: "changed", fields: [{ key: "value" }] }] },
      { key: "lessons", rows: [{ kind: "changed" }, { kind: "removed", wording: "Old." }] },
    ]);
  });

  test("goes into the positions of a claim", () => {
    const claim = (...notes: string[]) => ({
      sources: [{ id: "s", title: "S", kind: "log", seen: "full" }],
      claims: [
        {
          id: "c",
          statement: "C.",
          standing: "open",
          positions: notes.map((note) => ({ source: "s", stance: "asserts", note })),
        },
      ],
    });
    const { lists } = compareRecords(claim("One."), claim("One.", "Two."));
    expect(lists).toMatchObject([
      {
        key: "claims",
        rows: [
          {
            fields: [
              { key: "positions", change: { kind: "rows", same: 1, rows: [{ kind: "added" }] } },
            ],
          },
        ],
      },
    ]);
  });
});

describe("a comparison of two stories", () => {
  test("goes by section and paragraph, with the words that changed", () => {
    const story = compareStories(
      "## A\n\nOne.\n\nIt stopped at noon here.\n\n## B\n\nTwo.\n",
      "## A\n\nOne.\n\nIt stopped at one here.\n\n## B\n\nTwo.\n",
    );
    expect(story).toMatchObject({
      same: 1,
      sections: [
        {
          kind: "changed",
          heading: "A",
          blocks: [
            { kind: "same", count: 1 },
            { kind: "changed", change: { kind: "pieces" } },
          ],
        },
      ],
    });
  });

  test("says of a section that it moved", () => {
    const { sections } = compareStories(
      "## A\n\nOne.\n\n## B\n\nTwo.\n",
      "## B\n\nTwo.\n\n## A\n\nOne.\n",
    );
    expect(sections).toMatchObject([{ isMoved: true, blocks: [] }]);
  });

  test("goes by line in code", () => {
    const { sections } = compareStories("```\na\nb\nc\n```\n", "```\na\nB\nc\n```\n");
    expect(sections).toMatchObject([
      {
        heading: null,
        blocks: [
          {
            kind: "code",
            lines: [
              { kind: "same", text: "```\na" },
              { kind: "removed", text: "b" },
              { kind: "added", text: "B" },
              { kind: "same", text: "c\n```" },
            ],
          },
        ],
      },
    ]);
  });

  test("says when nothing but blank lines changed", () => {
    const { sections } = compareStories("One.\n\nTwo.", "One.\n\n\nTwo.\n");
    expect(sections).toMatchObject([{ blocks: [{ kind: "spacing" }] }]);
  });

  test("says rewritten where a comparison would take too long, or tell nothing", () => {
    const [one, other] = ["a", "b"].map((letter) => `${letter} word `.repeat(20_000));
    const { sections } = compareStories(one ?? "", other ?? "");
    expect(sections).toMatchObject([{ blocks: [{ change: { kind: "rewritten" } }] }]);
    expect(compareTexts("The pump stopped.", "Nobody knows why.")).toMatchObject({
      kind: "rewritten",
    });
  });

  test("marks in a short text what was added to it, however long that is", () => {
    const more = " Every read then went to the database, which had four times its usual load.";
    const one = "The cache was flushed.";
    expect(compareTexts(one, one + more)).toEqual({
      kind: "pieces",
      pieces: [
        { kind: "same", text: one },
        { kind: "added", text: more },
      ],
    });
    expect(compareTexts(one + more, one)).toMatchObject({ pieces: [{ kind: "same" }, {}] });
  });

  test("takes whole sentences for what came, where words could be as well", () => {
    expect(compareTexts("It broke. It ended.", "It broke. So we read. It ended.")).toMatchObject({
      pieces: [
        { kind: "same", text: "It broke. " },
        { kind: "added", text: "So we read. " },
        { kind: "same", text: "It ended." },
      ],
    });
  });

  test("loses no letter of either text", () => {
    const anyText = fc
      .array(fc.constantFrom("a", "b", "it ", ". ", "\n", "wörd ", "1:2 "), { maxLength: 20 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(anyText, anyText, (from, to) => {
        const change = compareTexts(from, to);
        if (change.kind === "rewritten") return;
        const side = (kind: string) =>
          change.pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join("");
        expect([side("added"), side("removed")]).toEqual([from, to]);
      }),
    );
  });
});

test("two sources are compared as documents, or as text where one is none any more", () => {
  const [from, to] = [document({ title: "A" }), document({ title: "B" })].map(writeDocument);
  expect(compareSources(from ?? "", to ?? "")).toMatchObject({ kind: "documents" });
  expect(compareSources(from ?? "", "---\ntitel: B\n---\n")).toMatchObject({
    kind: "texts",
    diff: { kind: "changed" },
  });
});
