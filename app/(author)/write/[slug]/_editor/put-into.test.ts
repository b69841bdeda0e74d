import { describe, expect, test } from "vitest";

import { IncidentRecord } from "#knowledge/incident/document";
import { checkDocument } from "#knowledge/language/check-document";
import { documentOf, draftOf, type Draft } from "#knowledge/review/draft";

import { DraftStore } from "./draft-store";
import { allOfPerson, placedFindings } from "./language-store";
import { exchangeAll } from "./put-into";

const parsed = IncidentRecord.parse({
  lessons: ["Tomás asked first.", "Later Priya told Marcus."],
  timeline: [{ id: "woken", at: "2026-11-20T09:05Z", kind: "response", text: "Priya woke Tomás." }],
});
// A draft holds what was typed, spaces and all.
const record = { ...parsed, summary: "  Priya deployed the flag. Everyone thanked Priya." };
const story = "## What happened\n\nPriya restarted it.\n\n## Recovery\n\nIt was Priya's idea.\n";

function findingsIn(draft: Draft) {
  const document = documentOf(draft);
  return placedFindings(checkDocument(document), document, draft.story);
}

/** Chooses the part for whoever is named first. */
function choosePart(store: DraftStore): void {
  const findings = findingsIn(store.draft);
  const [first] = findings;
  if (!first) throw new Error("nobody is named");
  const all = allOfPerson(first, findings).map((one) => ({
    ...one,
    words: one.suggestions[0] ?? "",
  }));
  exchangeAll(store, first.place, all);
}

describe("choosing the part of a person", () => {
  test("puts it in place of the name everywhere, with a capital where a sentence begins", () => {
    const store = new DraftStore(draftOf({ record, story }));
    choosePart(store);
    expect(store.draft.record.summary).toBe(
      "  On-call engineer A deployed the flag. Everyone thanked on-call engineer A.",
    );
    expect(store.draft.record.lessons[1]).toBe("Later on-call engineer A told Marcus.");
    expect(store.draft.record.timeline[0]?.text).toBe("On-call engineer A woke Tomás.");
    expect(documentOf(store.draft).story).toBe(
      story.replace("Priya", "On-call engineer A").replace("Priya", "on-call engineer A"),
    );
  });

  test("is one step, which undo takes back", () => {
    const store = new DraftStore(draftOf({ record, story }));
    store.edit("summary", (draft) => ({ ...draft, unfinished: { "timeline.woken.at": "nine" } }));
    const before = store.draft;
    choosePart(store);
    expect(store.draft).not.toEqual(before);
    expect(store.undo()).toBe("summary");
    expect(store.draft).toEqual(before);
  });

  test("leaves the others with letters of their own", () => {
    const store = new DraftStore(draftOf({ record, story }));
    for (let people = 0; people < 3; people++) choosePart(store);
    const { lessons, timeline } = store.draft.record;
    expect(timeline[0]?.text).toBe("On-call engineer A woke on-call engineer B.");
    expect(lessons).toEqual([
      "On-call engineer B asked first.",
      "Later on-call engineer A told on-call engineer C.",
    ]);
    expect(findingsIn(store.draft)).toEqual([]);
  });

  test("reaches the owner of an action", () => {
    const action = { id: "a", text: "Add a limit", factors: [], state: "open", owner: "Eve Berg" };
    const owned = IncidentRecord.parse({ summary: "Eve asked.", actions: [action] });
    const store = new DraftStore(draftOf({ record: owned, story: "" }));
    expect(findingsIn(store.draft).map(({ place }) => place)).toEqual([
      "summary",
      "actions.a.owner",
    ]);
    choosePart(store);
    expect(store.draft.record.actions[0]?.owner).toBe("On-call engineer A");
  });

  test("changes nothing that has gone on since it was checked", () => {
    const store = new DraftStore(draftOf({ record, story }));
    const found = findingsIn(store.draft).filter(({ text }) => text === "Priya");
    store.edit("summary", (draft) => ({
      ...draft,
      record: { ...draft.record, summary: "It began." },
    }));
    exchangeAll(
      store,
      "summary",
      found.map((one) => ({ ...one, words: "someone" })),
    );
    expect(store.draft.record.summary).toBe("It began.");
    expect(store.draft.record.lessons[1]).toBe("Later someone told Marcus.");
  });
});
