import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import type { IncidentDocument } from "#knowledge/incident/document";
import { documentOf, draftOf, type Draft } from "#knowledge/review/draft";
import type { Conflict } from "#knowledge/review/merge/conflict";

import { nothing, readTyped, writeDocument } from "./document-reading";
import { DraftStore } from "./draft-store";
import { withKey, withRows } from "./editing";
import { mergeDrafts } from "./merging";
import { merging } from "./others-save";
import { WholeText, hasWholeText } from "./whole-text";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const began: IncidentDocument = {
  record: { ...nothing.record, title: "Reads failed", summary: "Caches were cold." },
  story: "## What happened\n\nReads failed.\n",
};

function textOf(store: DraftStore) {
  const conflicts: Conflict[] = [];
  const whole = new WholeText(
    store,
    { readTyped, writeDocument, merging, nothing },
    { conflicting: (found) => conflicts.push(...found), replacing: (change) => change() },
  );
  return { whole, conflicts, close: whole.open() };
}

function opened(draft: Draft = draftOf(began)) {
  const store = new DraftStore(draft);
  const type = (from: string, to: string) => {
    expect(text.whole.shown.text).toContain(from);
    text.whole.type(text.whole.shown.text.replace(from, to));
  };
  /** What another author saved comes in, as the saver takes it over. */
  const others = (change: (document: IncidentDocument) => IncidentDocument) => {
    const { unfinished, setAside, zone } = store.draft;
    const base = { document: documentOf(store.draft), unfinished, setAside, zone };
    const theirs = { ...base, document: change(base.document) };
    store.takeOver(mergeDrafts(base, store.draft, theirs, store.usedIds).draft, mergeDrafts);
  };
  const text = textOf(store);
  return { ...text, store, type, others };
}

const readIt = () => vi.advanceTimersByTime(300);
const saying = (keys: object) => (document: IncidentDocument) => ({
  ...document,
  record: { ...document.record, ...keys },
});

describe("the document as text", () => {
  test("keeps what another author saved while it was typed", () => {
    const { store, type, others, whole, conflicts } = opened();
    type("Reads failed\n", "Reads failed late\n");
    readIt();
    others(saying({ summary: "Caches were cold and empty." }));
    type("failed late", "failed too late");
    readIt();
    expect(store.draft.record).toMatchObject({
      title: "Reads failed too late",
      summary: "Caches were cold and empty.",
    });
    expect(conflicts).toEqual([]);
    expect(whole.shown.text).toContain("cold and empty");
  });

  test("keeps it too where it comes between two letters", () => {
    const { store, type, others, whole, conflicts } = opened();
    type("title: Reads failed", "title: Reads failed l");
    others(saying({ summary: "Caches were empty." }));
    type("title: Reads failed l", "title: Reads failed late");
    expect(store.draft.record.title).toBe("Reads failed");
    readIt();
    expect(store.draft.record).toMatchObject({
      title: "Reads failed late",
      summary: "Caches were empty.",
    });
    expect(conflicts).toEqual([]);
    expect(whole.shown.text).toBe(writeDocument(documentOf(store.draft)));
  });

  test("puts to the choice what both changed, once", () => {
    const { type, others, store, whole, conflicts } = opened();
    type("title: Reads failed", "title: Reads failed late");
    others(saying({ title: "Writes failed" }));
    readIt();
    expect(store.draft.record.title).toBe("Writes failed");
    expect(conflicts).toMatchObject([{ ours: { title: "Reads failed late" } }]);
    type("title: Writes failed", "title: Writes failed too");
    readIt();
    whole.leave();
    expect(store.draft.record.title).toBe("Writes failed too");
    expect(conflicts).toHaveLength(1);
  });

  test("stays as it is typed as long as nobody else writes", () => {
    const { store, type, whole } = opened();
    type("title: Reads failed", 'title:   "Reads failed late" # so');
    readIt();
    expect(store.draft.record.title).toBe("Reads failed late");
    expect(whole.shown.text).toContain('title:   "Reads failed late" # so');
    whole.leave();
    expect(whole.shown.text).toBe(writeDocument(documentOf(store.draft)));
  });

  test("gives way to what is undone", () => {
    const { store, type, whole } = opened();
    type("title: Reads failed", "title: Reads failed late");
    readIt();
    store.undo();
    expect(whole.shown.text).toBe(writeDocument(began));
  });

  test("leaves rows alone that somebody began in the form", () => {
    const row = { id: "~1", title: "A log", kind: "log", seen: "full" };
    const { store, type } = opened(withRows(draftOf(began), "sources", [row]));
    type("title: Reads failed", "title: Reads failed late");
    readIt();
    expect(store.draft.record.sources).toEqual([row]);
  });
});

describe("a text that cannot be read", () => {
  function faulty() {
    const all = opened();
    all.type("title: Reads failed", "title: [Reads failed late");
    readIt();
    expect(hasWholeText(all.store.draft)).toBe(true);
    expect(all.whole.shown.faults).not.toEqual([]);
    return all;
  }

  test("keeps what others saved until it was mended", () => {
    const { store, type, others, whole, conflicts } = faulty();
    whole.leave();
    others(saying({ summary: "Caches were empty." }));
    expect(whole.shown.text).toContain("[Reads failed late");
    type("[Reads failed late", "Reads failed late");
    readIt();
    expect(store.draft.record).toMatchObject({
      title: "Reads failed late",
      summary: "Caches were empty.",
    });
    expect(store.draft.unfinished).toEqual({});
    expect(conflicts).toEqual([]);
  });

  test("does so when the page was opened anew in between", () => {
    const { store, others, close } = faulty();
    close();
    others(saying({ summary: "Caches were empty." }));
    const again = opened(store.draft);
    again.type("[Reads failed late", "Reads failed late");
    again.whole.leave();
    expect(again.store.draft.record).toMatchObject({
      title: "Reads failed late",
      summary: "Caches were empty.",
    });
    expect(again.conflicts).toEqual([]);
  });

  test("of which nobody knows where it began takes nothing away", () => {
    const text = writeDocument(began).replace("title: Reads", "title: [Reads");
    const present = withKey(draftOf(began), "summary", "Caches were empty.");
    const { store, type, conflicts } = opened({ ...present, unfinished: { document: text } });
    type("[Reads failed", "Reads failed");
    readIt();
    expect(store.draft.record.summary).toContain("Caches were empty.");
    expect(JSON.stringify([store.draft, conflicts])).toContain("Caches were cold.");
    expect(store.draft.story).toHaveLength(1);
  });
});

describe("a text in it that is too long for a document", () => {
  const long = "Caches were cold, all of them. ".repeat(500).trim();

  test("stands there, and is shortened there, as it is in its field", () => {
    const { store, type, close, whole } = opened();
    store.edit("summary", (draft) => withKey(draft, "summary", long));
    type("title: Reads failed", "title: Reads failed again");
    readIt();
    expect(whole.shown.faults).toEqual([]);
    expect(store.draft.record).toMatchObject({ title: "Reads failed again", summary: long });
    close();
    const again = textOf(store);
    expect(again.whole.shown.text).toContain(long.slice(0, 60));
    again.whole.type(
      again.whole.shown.text.replace(/^summary: [^]*?(?=^\w+: |^---$)/m, "summary: Short.\n"),
    );
    again.close();
    expect(again.conflicts).toEqual([]);
    expect(store.draft.record).toMatchObject({ title: "Reads failed again", summary: "Short." });
    expect(store.draft.unfinished).toEqual({});
  });

  test("does not keep a broken text from being read once it is mended", () => {
    const { store, type, conflicts, close } = opened();
    store.edit("summary", (draft) => withKey(draft, "summary", long));
    type("title: Reads failed", "title: [Reads");
    readIt();
    expect(hasWholeText(store.draft)).toBe(true);
    type("title: [Reads", "title: Reads failed again");
    close();
    expect(conflicts).toEqual([]);
    expect(store.draft.record).toMatchObject({ title: "Reads failed again", summary: long });
    expect(store.draft.unfinished).toEqual({});
  });
});
