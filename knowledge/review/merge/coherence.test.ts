import { describe, expect, test } from "vitest";

import { action, factor, merged, source } from "./testing/written";

describe("what holds a document together", () => {
  test("a source that one removed and the other cites stays, and is asked about", () => {
    const log = source("log", "The log");
    const { record, conflicts } = merged(
      { record: { sources: [log] }, story: "Text.\n" },
      { record: {}, story: "Text.\n" },
      { record: { sources: [log] }, story: "Text.[^log]\n" },
    );
    expect(record.sources.map(({ id }) => id)).toEqual(["log"]);
    expect(conflicts).toMatchObject([
      { kind: "row", path: ["sources", 0], ours: null, because: "named", kept: "theirs" },
    ]);
  });

  test("a factor that one removed and the other's new action weakens stays", () => {
    const queue = factor("queue", "The queue grows.");
    const { record, conflicts } = merged(
      { record: { factors: [queue] } },
      {
        record: {
          factors: [queue],
          actions: [action("bound", "Bound it.", { factors: ["queue"] })],
        },
      },
      { record: { factors: [] } },
    );
    expect(record.factors.map(({ id }) => id)).toEqual(["queue"]);
    expect(record.actions).toMatchObject([{ factors: ["queue"] }]);
    expect(conflicts).toMatchObject([
      { kind: "row", theirs: null, because: "named", kept: "ours" },
    ]);
  });

  test("a source that only our side of a conflict cites stays, so that it can be chosen", () => {
    const log = source("log", "The log");
    const { record, conflicts } = merged(
      { record: { sources: [log] }, story: "It took long.\n" },
      { record: { sources: [log] }, story: "It took hours.[^log]\n" },
      { record: {}, story: "It took days.\n" },
    );
    expect(record.sources.map(({ id }) => id)).toEqual(["log"]);
    expect(conflicts.map(({ kind }) => kind)).toEqual(["row", "text"]);
  });

  test("times that cannot hold together are asked for together", () => {
    const base = { started: "2024-02-01", mitigated: "2024-02-03", resolved: "2024-02-04" };
    const { record, conflicts } = merged(
      { record: base },
      { record: { ...base, started: "2024-02-04" } },
      { record: { ...base, mitigated: "2024-02-02", resolved: "2024-02-02" } },
    );
    expect(record).toMatchObject({ started: "2024-02-01", resolved: "2024-02-02" });
    expect(conflicts).toMatchObject([
      { kind: "value", keys: ["started", "mitigated", "resolved"] },
    ]);
  });

  test("a factor that became a safeguard for one and got a class from the other is asked for", () => {
    const { record, conflicts } = merged(
      { record: { factors: [factor("f", "F.")] } },
      { record: { factors: [factor("f", "F.", { classes: ["retry-storm"] })] } },
      { record: { factors: [factor("f", "F, at last.", { role: "safeguard" })] } },
    );
    expect(record.factors).toMatchObject([
      { role: "safeguard", classes: [], statement: "F, at last." },
    ]);
    expect(conflicts).toMatchObject([
      { kind: "value", path: ["factors", 0], keys: ["role", "classes", "mitigations"], id: "f" },
    ]);
  });

  test.each(["excerpt", undefined])(
    "a source of which two chose another kind has the kind and the reading (%s) of one of them",
    (seen) => {
      const graph = { id: "graph", title: "Graph" };
      const theirs = {
        ...graph,
        kind: "press",
        url: "https://example.com/",
        ...(seen && { seen }),
      };
      const { record, conflicts } = merged(
        { record: { sources: [graph] } },
        { record: { sources: [{ ...graph, kind: "log", seen: "full" }] } },
        { record: { sources: [theirs] } },
      );
      expect(record.sources).toEqual([theirs]);
      expect(conflicts).toMatchObject([
        {
          kind: "value",
          path: ["sources", 0],
          keys: ["url", "kind", "seen"],
          ours: { kind: "log", seen: "full" },
        },
      ]);
    },
  );

  test("of more than four headline figures ours steps back into a conflict", () => {
    const figures = (names: string) =>
      Array.from(names, (name) => ({ what: `What ${name}`, value: name, figure: name }));
    const { record, conflicts } = merged(
      { record: { impact: figures("ab") } },
      { record: { impact: figures("abcd") } },
      { record: { impact: figures("abef") } },
    );
    expect(
      record.impact
        .map(({ value }) => value)
        .toSorted()
        .join(""),
    ).toBe("abcdef");
    expect(record.impact.flatMap(({ figure }) => figure ?? []).join("")).toBe("abef");
    expect(conflicts).toMatchObject([{ ours: { figure: "d" } }, { ours: { figure: "c" } }]);
  });

  test("a footnote that one removed and the other names makes one story to be chosen", () => {
    const note = "\n[^1]: See there.\n";
    const { story, conflicts } = merged(
      { story: `A.[^1]\n\nB.\n${note}` },
      { story: "A.\n\nB.\n" },
      { story: `A.[^1]\n\nB.[^1]\n${note}` },
    );
    expect(story).toBe(`A.[^1]\n\nB.[^1]\n${note}`);
    expect(conflicts).toMatchObject([{ kind: "text", path: ["story", 0], ours: "A.\n\nB.\n" }]);
  });
});
