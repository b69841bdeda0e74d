import { describe, expect, test } from "vitest";

import { IncidentRecord } from "#knowledge/incident/document";
import { documentOf, draftOf, partedDraft, type Draft } from "#knowledge/review/draft";
import type { Conflict } from "#knowledge/review/merge/conflict";
import { entry, factor } from "#knowledge/review/merge/testing/written";
import { choicesFor, settle } from "#knowledge/review/merge/settle";

import { DraftStore } from "./draft-store";
import { withKey, withRows } from "./editing";
import { mergeDrafts, withDocument } from "./merging";

const long = "Much too long for its field, but nothing of it is to be lost. ".repeat(240).trim();

function draft(rows: object): Draft {
  const { record, ...others } = draftOf({ record: IncidentRecord.parse({}), story: "" });
  return { ...others, record: { ...record, ...rows } };
}

/** What comes of it where both sides save before they meet, as they do. */
function met(base: Draft, ours: Draft, theirs: Draft) {
  return mergeDrafts(partedDraft(base), ours, partedDraft(theirs), new Set());
}

/** A title that was too long when both began. */
const titled = { title: long };

describe("a text that is too long to be saved", () => {
  test("stands in its field after a merge, and nowhere else", () => {
    const { draft: merged, conflicts } = met(
      draft(titled),
      draft({ ...titled, summary: "Ours." }),
      draft({ ...titled, detection: "Theirs." }),
    );
    expect(conflicts).toEqual([]);
    expect(merged.record).toMatchObject({ title: long, summary: "Ours.", detection: "Theirs." });
    expect(merged.unfinished).toEqual({});
  });

  test("gives way to a shorter one by either author", () => {
    const [base, short] = [draft(titled), draft({ title: "Short" })];
    for (const [ours, theirs] of [
      [short, draft({ ...titled, summary: "S." })],
      [base, short],
    ] as const) {
      const { draft: merged, conflicts } = met(base, ours, theirs);
      expect(conflicts).toEqual([]);
      expect(merged.record.title).toBe("Short");
      expect(merged.unfinished).toEqual({});
    }
  });

  test("keeps its row, as a conflict, when the other author removed that", () => {
    const row = factor("retry", "Clients retry without a pause.", noClasses);
    const base = draft({ factors: [row] });
    const written = draft({ factors: [{ ...row, detail: long }] });
    for (const [ours, theirs] of [
      [written, draft({})],
      [draft({}), written],
    ] as const) {
      const { draft: merged, conflicts } = met(base, ours, theirs);
      expect(merged.record.factors).toMatchObject([{ id: "retry", detail: long }]);
      expect(conflicts).toMatchObject([{ kind: "row", because: "edited" }]);
    }
  });

  test("comes back with its row by undoing", () => {
    const row = factor("retry", "Clients retry without a pause.", noClasses);
    const base = draft({ factors: [row], title: "T" });
    const store = new DraftStore(base, () => 1);
    store.edit("factors.retry.detail", (now) =>
      withRows(now, "factors", [{ ...row, detail: long }]),
    );
    const theirs = withKey(base, "title", "T by another author");
    store.takeOver(met(base, store.draft, theirs).draft, mergeDrafts);
    store.edit("factors.removal", (now) => withRows(now, "factors", []));
    expect(store.undo()).toBe("factors.removal");
    expect(store.draft.record.factors).toMatchObject([{ detail: long }]);
    expect(store.undo()).toBe("factors.retry.detail");
    expect(store.draft.record).toMatchObject({ title: "T by another author", factors: [row] });
  });

  test("by another author does not end what can be undone", () => {
    const base = draft({ title: "T" });
    const store = new DraftStore(base, () => 1);
    store.edit("title", (now) => withKey(now, "title", "T, by us"));
    store.takeOver(met(base, store.draft, withKey(base, "summary", long)).draft, mergeDrafts);
    expect(store.undo()).toBe("title");
    expect(store.draft.record).toMatchObject({ title: "T", summary: long });
  });

  test("stays with its row, which others put behind their own", () => {
    const row = { what: "Checkouts lost", value: "4,100", source: [] };
    const base = draft({ impact: [row], lessons: ["S", "L", "M"] });
    const theirs = draft({
      impact: [{ what: "Customers in the dark", value: "some", source: [] }, row],
      lessons: ["S", `L. ${long}`, "M"],
    });
    const { draft: merged, conflicts } = met(
      base,
      draft({ impact: [{ ...row, figure: "4,100 checkouts" }], lessons: ["L", "M"] }),
      theirs,
    );
    expect(conflicts).toEqual([]);
    expect(merged.record.impact).toMatchObject([
      { what: "Customers in the dark" },
      { what: "Checkouts lost", figure: "4,100 checkouts" },
    ]);
    expect(merged.record.impact[0]).not.toHaveProperty("figure");
    expect(merged.record.lessons).toEqual([`L. ${long}`, "M"]);
  });

  test("that both authors edit is merged by sentences, as any other", () => {
    const base = draft({ summary: `First. ${long} Last.` });
    const both = met(
      base,
      draft({ summary: `First, by us. ${long} Last.` }),
      draft({ summary: `First. ${long} Last, by them.` }),
    );
    expect(both.conflicts).toEqual([]);
    expect(both.draft.record.summary).toBe(`First, by us. ${long} Last, by them.`);
    const [mine, theirs] = ["mine", "theirs"].map((words) =>
      draft({ summary: `${long} ${words}` }),
    );
    const chosen = met(draft({}), mine ?? base, theirs ?? base);
    expect(chosen.conflicts).toMatchObject([{ path: ["summary"], ours: `${long} mine` }]);
    expect(chosen.draft.record.summary).toBe(`${long} theirs`);
    expect(chosen.draft.unfinished).toEqual({});
  });

  test("that comes of two shorter ones is kept whole", () => {
    const [a, b] = ["a", "b"].map((letter) => `${`${letter} `.repeat(1_200)}end.`);
    const { draft: merged, conflicts } = met(
      draft({ timeline: [entry("e", "E.", { source: [] })] }),
      draft({ timeline: [entry("e", `E. ${a}`, { source: [] })] }),
      draft({ timeline: [entry("e", `${b} E.`, { source: [] })] }),
    );
    expect(merged.record.timeline[0]?.text).toBe(`${b} E. ${a}`);
    expect(conflicts).toEqual([]);
  });

  test("leaves the choices of a conflict elsewhere as they are", () => {
    const { draft: merged, conflicts } = met(
      draft({ title: "T", summary: long }),
      draft({ title: "Ours", summary: long }),
      draft({ title: "Theirs", summary: long }),
    );
    const [conflict] = conflicts;
    expect(conflict).toMatchObject({ kept: "theirs" });
    expect(choicesOf(merged, conflict)).toEqual(["theirs", "ours"]);
    expect(chosenOurs(merged, conflict).record).toMatchObject({ title: "Ours", summary: long });
  });
});

const noClasses = { classes: [], mitigations: [], source: [], luck: false };

function choicesOf(merged: Draft, conflict: Conflict | undefined) {
  return conflict && choicesFor(documentOf(merged), conflict);
}

function chosenOurs(merged: Draft, conflict: Conflict | undefined): Draft {
  if (!conflict) throw new Error("expected a conflict");
  return withDocument(merged, settle(documentOf(merged), conflict, "ours"));
}
