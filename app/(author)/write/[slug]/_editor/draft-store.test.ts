import { describe, expect, test } from "vitest";

import { IncidentRecord } from "#knowledge/incident/document";
import { draftOf, type Draft } from "#knowledge/review/draft";

import { DraftStore } from "./draft-store";
import { withKey, withoutRow, withRows, withStoryBody, withUnfinished } from "./editing";
import { mergeDrafts } from "./merging";

/** A store in which two texts were written, then somebody else's summary came, then one more. */
function withOthers() {
  const store = new DraftStore(draftOf({ record: IncidentRecord.parse({}), story: "" }));
  const write = (key: "title" | "detection", text: string) =>
    store.edit(key, (draft) => withKey(draft, key, text));
  const others = (summary: string) =>
    store.takeOver(withKey(store.draft, "summary", summary), mergeDrafts);
  write("title", "Ours");
  write("detection", "A customer called.");
  others("Theirs.");
  return { store, write, others };
}

const texts = ({ record: { title, detection, summary } }: Draft) => [title, detection, summary];

describe("undoing", () => {
  test("takes back what was written here, and nothing of what came from somebody else", () => {
    const { store, write } = withOthers();
    write("title", "Ours, again");
    expect(store.undo()).toBe("title");
    expect(texts(store.draft)).toEqual(["Ours", "A customer called.", "Theirs."]);
    expect(store.undo()).toBe("detection");
    expect(texts(store.draft)).toEqual(["Ours", undefined, "Theirs."]);
    expect(store.undo()).toBe("title");
    expect(texts(store.draft)).toEqual([undefined, undefined, "Theirs."]);
    expect(store.canUndo).toBe(false);
    expect(store.undo()).toBeNull();
    for (let again = 0; again < 3; again += 1) store.redo();
    expect(texts(store.draft)).toEqual(["Ours, again", "A customer called.", "Theirs."]);
  });

  test("brings rows back one by one that were removed one right after the other", () => {
    const rows = ["a", "b", "c"].map((what) => ({ what, value: what, source: [] }));
    const store = new DraftStore(
      draftOf({ record: IncidentRecord.parse({ impact: rows }), story: "" }),
      () => 1_000,
    );
    const left = () => store.draft.record.impact.map(({ what }) => what).join("");
    for (let time = 0; time < 3; time += 1) {
      store.edit("impact.removal", (draft) => withoutRow(draft, "impact", 0));
    }
    expect(left()).toBe("");
    expect([store.undo(), left()]).toEqual(["impact.removal", "c"]);
    store.undo();
    expect(left()).toBe("bc");
    store.undo();
    expect(left()).toBe("abc");
    expect(store.canUndo).toBe(false);
  });

  test("does so through several saves of others", () => {
    const { store, write, others } = withOthers();
    others("Theirs. And more.");
    write("title", "Ours, again");
    others("Theirs. And more. And more.");
    for (let back = 0; back < 3; back += 1) store.undo();
    expect(texts(store.draft)).toEqual([undefined, undefined, "Theirs. And more. And more."]);
    expect(store.canUndo).toBe(false);
  });

  test("can be taken back itself after others have saved", () => {
    const { store, others } = withOthers();
    store.undo();
    store.undo();
    others("Theirs. And more.");
    others("Theirs. And more. And more.");
    expect(store.canRedo).toBe(true);
    expect(store.redo()).toBe("title");
    expect(texts(store.draft)).toEqual(["Ours", undefined, "Theirs. And more. And more."]);
    expect(store.redo()).toBe("detection");
    expect(texts(store.draft)).toEqual([
      "Ours",
      "A customer called.",
      "Theirs. And more. And more.",
    ]);
    expect(store.canRedo).toBe(false);
    store.undo();
    expect(texts(store.draft)).toEqual(["Ours", undefined, "Theirs. And more. And more."]);
  });

  test("passes over steps of which others have left nothing", () => {
    const { store, write } = withOthers();
    write("title", "Ours, again");
    store.takeOver(withKey(store.draft, "title", "Theirs"), mergeDrafts);
    const { edits } = store;
    expect(store.undo()).toBe("detection");
    expect(texts(store.draft)).toEqual(["Theirs", undefined, "Theirs."]);
    expect(store.edits).toBe(edits + 1);
  });
});

describe("what is undone in one step", () => {
  function typing() {
    let now = 0;
    const store = new DraftStore(
      draftOf({ record: IncidentRecord.parse({}), story: "## One\n\nText.\n" }),
      () => now,
    );
    const type = (text: string, pause: number) => {
      now += pause;
      store.edit("story.0", (draft) => withStoryBody(draft, 0, text));
    };
    const body = () => store.draft.story[0]?.body;
    return { store, type, body };
  }

  test("is what was typed without a pause, and no more than a few words", () => {
    const { store, type, body } = typing();
    for (let letters = 1; letters <= 60; letters += 1) type("x".repeat(letters), 100);
    store.undo();
    expect(body()?.length).toBeGreaterThan(20);
    expect(body()?.length).toBeLessThan(60);
    while (store.canUndo) store.undo();
    expect(body()).toBe("Text.");
  });

  test("can be made again, also where the field tells of it as if it were typed", () => {
    const { store, type, body } = typing();
    type("Text. More.", 100);
    store.undo();
    type(body() ?? "", 10);
    expect(store.canRedo).toBe(true);
    store.redo();
    type(body() ?? "", 10);
    expect(body()).toBe("Text. More.");
    store.undo();
    expect(body()).toBe("Text.");
  });
});

test("a new row does not get the id of one that was removed", () => {
  const source = (id: string) => ({ id, title: "A log", kind: "log", seen: "full" });
  const { store } = withOthers();
  const rows = (...ids: string[]) => {
    store.edit("sources", (draft) => withRows(draft, "sources", ids.map(source)));
    store.nameRows(true);
    return store.draft.record.sources.map(({ id }) => id);
  };
  const first = rows("~1");
  rows();
  const second = rows("~2");
  expect([...first, ...second]).toEqual(["log", "log-2"]);
});

test("a new row is given no id that a row had which was removed before this visit", () => {
  const store = new DraftStore(draftOf({ record: IncidentRecord.parse({}), story: "" }));
  store.avoid(["pool-ran-dry"]);
  const entry = { id: store.newId(), at: "", kind: "trigger", text: "Pool ran dry" } as const;
  store.edit("timeline", (draft) => withRows(draft, "timeline", [{ ...entry, source: [] }]));
  store.nameRows(true);
  expect(store.draft.record.timeline.map(({ id }) => id)).toEqual(["pool-ran-dry-2"]);
});

describe("what cannot be read yet in a row", () => {
  const entry = { at: "", kind: "trigger", text: "Pool ran dry", source: [] };
  const typed = { "timeline.one.at": "tbd" };
  function withEntry() {
    const store = new DraftStore(draftOf({ record: IncidentRecord.parse({}), story: "" }));
    store.edit("timeline", (draft) => withRows(draft, "timeline", [{ id: "one", ...entry }]));
    store.endStep();
    store.edit("timeline.one.at", (draft) => withUnfinished(draft, "timeline.one.at", "tbd"));
    return store;
  }

  test("goes with the row, and comes back with it", () => {
    const store = withEntry();
    store.edit("timeline.removal", (draft) => withoutRow(draft, "timeline", 0));
    expect(store.draft.unfinished).toEqual({});
    store.undo();
    expect(store.draft.unfinished).toEqual(typed);
    store.undo();
    store.undo();
    expect(store.draft.unfinished).toEqual({});
  });

  test("goes also where somebody else took the row out", () => {
    const store = withEntry();
    store.takeOver(withRows(store.draft, "timeline", []), mergeDrafts);
    expect(store.draft.unfinished).toEqual({});
  });

  test("stays with a row that is known by its number", () => {
    const store = withEntry();
    const claim = (id: string) => ({
      id,
      statement: "S",
      standing: "open",
      positions: [{ source: "", stance: "asserts" }],
    });
    const place = (at: number) => `claims.${at}.positions.0.at`;
    store.edit("claims", (draft) =>
      withUnfinished(withRows(draft, "claims", [claim("a"), claim("b")]), place(1), "spring"),
    );
    store.edit("claims.removal", (draft) => withoutRow(draft, "claims", 0));
    expect(store.draft.unfinished).toEqual({ ...typed, [place(0)]: "spring" });
  });
});
