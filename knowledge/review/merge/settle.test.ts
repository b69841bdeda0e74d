import { describe, expect, test } from "vitest";

import { IncidentRecord, type IncidentDocument } from "#knowledge/incident/document";

import type { Conflict } from "./conflict";
import { mergeDocuments } from "./merge-documents";
import { choicesFor, settle } from "./settle";

const document = (record: object, story = ""): IncidentDocument => ({
  record: IncidentRecord.parse(record),
  story,
});

function merge(base: IncidentDocument, ours: IncidentDocument, theirs: IncidentDocument) {
  const merged = mergeDocuments({ base, ours, theirs });
  const [first, ...others] = merged.conflicts;
  if (!first) throw new Error("no conflict");
  return { ...merged, first, others };
}

const stories = (...texts: readonly [string, string, string]) =>
  merge(document({}, texts[0]), document({}, texts[1]), document({}, texts[2]));

const log = { id: "log", title: "The log", kind: "log", seen: "full" };
const queue = { id: "queue", role: "trigger", statement: "It grows.", standing: "inferred" };

describe("settling a conflict", () => {
  test("puts our sentence in the place of theirs, and nothing else", () => {
    const { document: merged, first } = stories(
      "It began. It took 10 minutes. It ended.\n",
      "It began. It took 12 minutes. It ended.\n",
      "It began! It took 10 hours. It ended.\n",
    );
    expect(merged.story).toBe("It began! It took 10 hours. It ended.\n");
    expect(settle(merged, first, "ours").story).toBe("It began! It took 12 minutes. It ended.\n");
    expect(settle(merged, first, "both").story).toBe(
      "It began! It took 10 hours. It took 12 minutes. It ended.\n",
    );
    expect(settle(merged, first, "theirs")).toBe(merged);
  });

  test("finds the place among its likes by what stands around it", () => {
    const { document: merged, first } = stories(
      "One.\n\nIt took 10 minutes.\n\nTwo.\n\nIt took 10 hours.\n",
      "One.\n\nIt took 12 minutes.\n\nTwo.\n\nIt took 10 hours.\n",
      "One.\n\nIt took 10 hours.\n\nTwo.\n\nIt took 10 hours.\n",
    );
    const later = { ...merged, story: `It took 10 hours.\n\n${merged.story}` };
    expect(settle(later, first, "ours").story).toBe(
      "It took 10 hours.\n\nOne.\n\nIt took 12 minutes.\n\nTwo.\n\nIt took 10 hours.\n",
    );
  });

  test("takes a removed sentence out with one of its spaces", () => {
    const { document: merged, first } = stories(
      "One. It took long. Two.\n",
      "One. Two.\n",
      "One. It took very long. Two.\n",
    );
    expect(settle(merged, first, "ours").story).toBe("One. Two.\n");
  });

  test("gives a key the other value, or none", () => {
    const { document: merged, first } = merge(
      document({ severity: "major" }),
      document({}),
      document({ severity: "minor" }),
    );
    expect(merged.record.severity).toBe("minor");
    expect(settle(merged, first, "ours").record.severity).toBeUndefined();
  });

  test("finds a row by its id, wherever it stands by then", () => {
    const row = (id: string, at: string) => ({ id, at, kind: "impact", text: "T." });
    const { document: merged, first } = merge(
      document({ timeline: [row("a", "2001")] }),
      document({ timeline: [row("a", "2002")] }),
      document({ timeline: [row("a", "2003")] }),
    );
    const timeline = IncidentRecord.shape.timeline.parse([
      row("x", "2003"),
      row("y", "2003"),
      ...merged.record.timeline,
    ]);
    const later = { ...merged, record: { ...merged.record, timeline } };
    expect(settle(later, first, "ours").record.timeline.map(({ at }) => at)).toEqual([
      "2003",
      "2003",
      "2002",
    ]);
  });

  test("finds a row without an id by what it says", () => {
    const row = (what: string, value: string) => ({ what, value });
    const { document: merged, first } = merge(
      document({ impact: [row("A", "1"), row("B", "1")] }),
      document({ impact: [row("A", "1"), row("B", "2")] }),
      document({ impact: [row("A", "1"), row("B", "3")] }),
    );
    const impact = merged.record.impact.slice(1);
    const later = { ...merged, record: { ...merged.record, impact } };
    expect(settle(later, first, "ours").record.impact).toMatchObject([{ what: "B", value: "2" }]);
  });

  test("takes a removed factor out of the actions that named it", () => {
    const action = { id: "a", text: "A.", kind: "prevent", state: "open", factors: ["queue"] };
    const { document: merged, first } = merge(
      document({ factors: [queue] }),
      document({ factors: [queue], actions: [action] }),
      document({}),
    );
    expect(choicesFor(merged, first)).toEqual(["ours", "theirs"]);
    const { record } = settle(merged, first, "theirs");
    expect(record).toMatchObject({ factors: [], actions: [{ id: "a", factors: [] }] });
  });

  test("leaves a source where a sentence cites it, until the sentence goes", () => {
    const { document: merged, first } = merge(
      document({ sources: [log] }, "Text.\n"),
      document({}, "Text.\n"),
      document({ sources: [log] }, "Text.[^log]\n"),
    );
    expect(choicesFor(merged, first)).toEqual(["theirs"]);
    expect(settle(merged, first, "ours")).toBe(merged);
    const uncited = { ...merged, story: "Text.\n" };
    expect(settle(uncited, first, "ours").record.sources).toEqual([]);
  });

  test("leaves alone what says something else by now", () => {
    const { document: merged, first } = stories("One.\n", "Ours.\n", "Theirs.\n");
    const later = { ...merged, story: "Settled by hand.\n" };
    expect(settle(later, first, "ours")).toBe(later);
  });

  test("works for every conflict of a document, in any order", () => {
    const of = (name: string) =>
      document(
        { title: name, summary: `${name}.`, severity: "major" },
        `${name}.\n\n## A\n\n${name}.\n`,
      );
    const { document: merged, conflicts } = mergeDocuments({
      base: of("Base"),
      ours: of("Ours"),
      theirs: of("Theirs"),
    });
    const settled = (order: readonly Conflict[]) =>
      order.reduce((sofar, conflict) => settle(sofar, conflict, "ours"), merged);
    expect(conflicts).toHaveLength(4);
    expect(settled(conflicts)).toEqual(of("Ours"));
    expect(settled(conflicts.toReversed())).toEqual(of("Ours"));
  });
});
