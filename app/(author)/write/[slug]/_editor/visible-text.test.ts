import { expect, test } from "vitest";

import { IncidentRecord } from "#knowledge/incident/document";
import { draftOf, documentOf } from "#knowledge/review/draft";

import { DraftStore } from "./draft-store";
import { withKey, withRows, withStoryBody, withUnfinished } from "./editing";
import { visibleText } from "./visible-text";

test("what readers cannot see is taken out, and words that it kept apart stay apart", () => {
  expect(visibleText("\u202AC:\\logs\u202C \u2066a\u2069\0")).toBe("C:\\logs a");
  expect(visibleText("one\vtwo\r\nthree")).toBe("one two\nthree");
  expect(visibleText("half \ud83d, whole \u{1f600}")).toBe("half , whole \u{1f600}");
  // Arabic and emoji need these.
  const kept = "\u200f\u0633\u200c\u0644 \u{1f469}\u200d\u{1f680}\ttab\n";
  expect(visibleText(kept)).toBe(kept);
});

test("nothing that the server refuses for it gets into a draft, wherever it is typed", () => {
  const document = { record: IncidentRecord.parse({ title: "A" }), story: "## One\n\nText.\n" };
  const store = new DraftStore(draftOf(document));
  const factor = {
    id: "one",
    role: "trigger",
    classes: [],
    mitigations: [],
    statement: "\u202AC:\\flag was on.",
    source: [],
    standing: "inferred",
    luck: false,
  };
  store.edit("title", (draft) => withKey(draft, "title", "A\u202E B"));
  store.edit("lessons", (draft) => withKey(draft, "lessons", ["\u2066One."]));
  store.edit("factors", (draft) => withRows(draft, "factors", [factor]));
  store.edit("story.0", (draft) => withStoryBody(draft, 0, "Text.\v More."));
  store.edit("started", (draft) => withUnfinished(draft, "started", "lunch\0"));
  const { record, story } = documentOf(store.draft);
  expect(IncidentRecord.safeParse(record).success).toBe(true);
  expect([record.title, record.lessons, record.factors[0]?.statement]).toEqual([
    "A B",
    ["One."],
    "C:\\flag was on.",
  ]);
  expect(story).toBe("## One\n\nText.  More.\n");
  expect(store.draft.unfinished).toEqual({ started: "lunch" });
});

test("what does not change stays the same, and such a character alone is no edit", () => {
  const store = new DraftStore(
    draftOf({ record: IncidentRecord.parse({ title: "A" }), story: "" }),
  );
  const { draft } = store;
  store.edit("title", (one) => withKey(one, "title", "A\u202E"));
  expect(store.draft).toBe(draft);
  expect(store.canUndo).toBe(false);
  store.edit("summary", (one) => withKey(one, "summary", "S\u202E"));
  expect(store.draft.record.timeline).toBe(draft.record.timeline);
  expect(store.draft.story).toBe(draft.story);
});
