import { describe, expect, test } from "vitest";

import { IncidentRecord } from "#knowledge/incident/document";

import { documentOf, draftOf, type Draft } from "./draft";
import { hasUnnamed, withNames } from "./row-names";

const record = (keys: object) => ({ ...IncidentRecord.parse({}), ...keys });
const draft = (keys: object, unfinished = {}): Draft => ({
  record: record(keys),
  story: [],
  unfinished,
  setAside: [],
  zone: null,
});
const factor = (id: string, statement: string) => ({
  id,
  role: "trigger",
  classes: [],
  mitigations: [],
  statement,
  source: [],
  standing: "inferred",
  luck: false,
});

describe("a draft", () => {
  test("of a document is that document again", () => {
    const document = {
      record: record({ title: "A", lessons: ["One."] }),
      story: "Before.\n\n## One\n\nText.\n",
    };
    expect(documentOf(draftOf(document))).toEqual(document);
  });

  test("loses the space around its texts, and keys that say nothing", () => {
    const typed = draft({
      title: " A ",
      summary: "  ",
      lessons: ["", " One. "],
      impact: [{ what: "W ", value: "", source: [], figure: " " }],
      actions: [{ id: "a", text: " T ", kind: "learn", factors: ["gone"], state: "open", why: "" }],
    });
    const { record: settled } = documentOf(typed);
    expect(settled.title).toBe("A");
    expect(settled.summary).toBeUndefined();
    expect(settled.lessons).toEqual(["One."]);
    expect(settled.impact).toEqual([{ what: "W", value: "", source: [], figure: undefined }]);
    expect(settled.actions[0]).toMatchObject({ text: "T", factors: [], why: undefined });
    expect(IncidentRecord.safeParse(settled).success).toBe(true);
  });

  test("leaves out rows that have no id yet, and says that it does", () => {
    const typed = draft({ factors: [factor("~1", "The cache")] });
    expect(documentOf(typed).record.factors).toEqual([]);
    expect(hasUnnamed(typed)).toBe(true);
    expect(hasUnnamed(draft({ factors: [factor("~1", " ")] }))).toBe(false);
  });

  test("names no source that has no id yet, so that all the rest can be saved", () => {
    const source = ["kept", "~1"];
    const typed = draft({
      impact: [{ what: "W", value: "1", source }],
      timeline: [{ id: "entry", at: "", kind: "trigger", text: "T", source }],
      factors: [{ ...factor("factor", "S"), source }],
      changes: [{ text: "T", source }],
      claims: [
        {
          id: "claim",
          statement: "S",
          standing: "open",
          positions: [{ source: "~1", stance: "asserts" }],
        },
      ],
      sources: [
        { id: "kept", title: "A log", kind: "log", seen: "full" },
        { id: "~1", title: "", kind: "log", seen: "full" },
      ],
    });
    const { record: settled } = documentOf(typed);
    expect(IncidentRecord.safeParse(settled).success).toBe(true);
    expect(settled.impact[0]?.source).toEqual(["kept"]);
    expect(settled.timeline[0]?.source).toEqual(["kept"]);
    expect(settled.factors[0]?.source).toEqual(["kept"]);
    expect(settled.changes[0]?.source).toEqual(["kept"]);
    expect(settled.claims[0]?.positions).toEqual([{ source: "", stance: "asserts" }]);
  });
});

describe("naming rows", () => {
  test("waits for enough words, without the one that is being typed", () => {
    const ids = (statement: string, all = false) =>
      withNames(draft({ factors: [factor("~1", statement)] }), all).draft.record.factors[0]?.id;
    expect(ids("The cache flush rea")).toBe("~1");
    expect(ids("The cache flush reached ev")).toBe("cache-flush-reached");
    expect(ids("The cac", true)).toBe("cac");
    expect(ids(" ", true)).toBe("~1");
  });

  test("follows a row wherever it is spoken of", () => {
    const typed = draft(
      {
        factors: [{ ...factor("~1", "Cold caches"), source: ["~3"] }],
        timeline: [{ id: "~2", at: "", kind: "trigger", text: "Cold caches", source: ["~3"] }],
        sources: [{ id: "~3", title: "Cache log", kind: "log", seen: "full" }],
        actions: [{ id: "kept", text: "T", kind: "limit", factors: ["~1"], state: "open" }],
        claims: [
          {
            id: "kept-too",
            statement: "S",
            standing: "open",
            positions: [{ source: "~3", stance: "asserts" }],
          },
        ],
      },
      { "timeline.~2.at": "around lunch" },
    );
    const { draft: named, names } = withNames(typed, true);
    expect([...names]).toEqual([
      ["~2", "cold-caches"],
      ["~1", "cold-caches-2"],
      ["~3", "cache-log"],
    ]);
    expect(named.record.factors[0]).toMatchObject({ id: "cold-caches-2", source: ["cache-log"] });
    expect(named.record.timeline[0]).toMatchObject({ id: "cold-caches", source: ["cache-log"] });
    expect(named.record.actions[0]?.factors).toEqual(["cold-caches-2"]);
    expect(named.record.claims[0]?.positions[0]?.source).toBe("cache-log");
    expect(named.unfinished).toEqual({ "timeline.cold-caches.at": "around lunch" });
  });

  test("names a row of which only a field says something that cannot be read yet", () => {
    const entry = { id: "~1", at: "", kind: "trigger", text: "", source: [] };
    const typed = draft({ timeline: [entry] }, { "timeline.~1.at": "around lunch" });
    expect(hasUnnamed(typed)).toBe(true);
    const { draft: named } = withNames(typed, true);
    expect(named.record.timeline[0]?.id).toBe("around-lunch");
    expect(named.unfinished).toEqual({ "timeline.around-lunch.at": "around lunch" });
  });

  test("gives a draft without new rows back as it is", () => {
    const typed = draft({ factors: [factor("kept", "S")] });
    expect(withNames(typed, true).draft).toBe(typed);
  });
});
