import { describe, expect, test } from "vitest";

import { IncidentRecord, type IncidentDocument } from "#knowledge/incident/document";
import { documentOf, draftOf, type Draft } from "#knowledge/review/draft";

import { withKey, withRows } from "./editing";
import { onTop, readCopies, type BrowserCopy } from "./left-behind";

const began: IncidentDocument = { record: IncidentRecord.parse({ title: "Began" }), story: "" };
const aside = { rule: "blame", place: "summary", text: "fault", reason: "A quotation." } as const;

/** A copy of a draft whose author began with `began` and what was beside it. */
function copyOf(draft: Draft, beside: Partial<BrowserCopy["base"]> = {}): BrowserCopy {
  return {
    key: "ann review tab",
    review: "review",
    account: "ann",
    at: 1,
    draft: { ...draft, story: [...draft.story] },
    base: {
      version: 1,
      revision: 1,
      savedAt: new Date(0),
      document: began,
      unfinished: {},
      setAside: [],
      zone: null,
      ...beside,
    },
  };
}

const source = (id: string, title: string) => ({ id, title, kind: "log", seen: "full" }) as const;

const putOnTop = (copy: BrowserCopy, present: Draft) => onTop(copy, present, new Set());

describe("what a browser kept", () => {
  const ours = withKey(draftOf(began), "summary", "Ours.");

  test("comes on top of what the server has", () => {
    expect(putOnTop(copyOf(ours), draftOf(began))?.draft.record.summary).toBe("Ours.");
  });

  test("leaves what another author wrote beside the document meanwhile", () => {
    const unfinished = { started: "around lunch", document: "title: [" };
    const merged = putOnTop(copyOf(ours), draftOf(began, unfinished, [aside]));
    expect(merged?.draft).toMatchObject({ unfinished, setAside: [aside] });
    expect(merged?.draft.record.summary).toBe("Ours.");
  });

  test("comes on top of a text that is too long for a document, and leaves that", () => {
    const long = "Too long for a summary. ".repeat(600).trim();
    const saved = { unfinished: { summary: long } };
    const [present, copy] = [draftOf(began, saved.unfinished), copyOf(ours, saved)];
    const titled = withKey(present, "title", "Began, and went on");
    const merged = putOnTop({ ...copy, draft: { ...titled, story: [] } }, present);
    expect(merged?.conflicts).toEqual([]);
    expect(merged?.draft.record).toMatchObject({ title: "Began, and went on", summary: long });
    expect(putOnTop({ ...copy, draft: { ...present, story: [] } }, present)).toBeNull();
  });

  test("brings back the row that is in no document yet, though the rest arrived", () => {
    const begun = withRows(ours, "sources", [source("~1", "A log")]);
    const merged = putOnTop(copyOf(begun), draftOf(documentOf(ours)));
    expect(merged?.draft.record.sources).toEqual([source("~1", "A log")]);
  });

  test("brings back the zone that was chosen, unless somebody chose one meanwhile", () => {
    const copy = copyOf({ ...ours, zone: "Europe/Berlin" });
    expect(putOnTop(copy, draftOf(documentOf(ours)))?.draft.zone).toBe("Europe/Berlin");
    const present = draftOf(documentOf(ours), {}, [], "UTC");
    const more = { ...withKey(ours, "detection", "A customer called."), zone: "Europe/Berlin" };
    expect(putOnTop(copyOf(more), present)?.draft.zone).toBe("UTC");
  });

  test("brings back findings that were set aside, though the rest arrived", () => {
    const merged = putOnTop(copyOf({ ...ours, setAside: [aside] }), draftOf(documentOf(ours)));
    expect(merged?.draft.setAside).toEqual([aside]);
  });

  test("takes no place from a row that was begun in the page", () => {
    const begun = withRows(ours, "sources", [source("~1", "Kept")]);
    const kept = { ...begun, unfinished: { "sources.~1.at": "around lunch" } };
    const present = withRows(draftOf(began), "sources", [source("~1", "Begun here")]);
    const { record, unfinished } = putOnTop(copyOf(kept), present)?.draft ?? present;
    expect(new Set(record.sources.map(({ title }) => title))).toEqual(
      new Set(["Kept", "Begun here"]),
    );
    const id = record.sources.find(({ title }) => title === "Kept")?.id;
    expect(id).not.toBe("~1");
    expect(unfinished).toEqual({ [`sources.${id}.at`]: "around lunch" });
  });

  test("is nothing where the server has all of it, or went on from it", () => {
    expect(putOnTop(copyOf(ours), draftOf(documentOf(ours)))).toBeNull();
    expect(putOnTop(copyOf(draftOf(began)), withKey(ours, "title", "Theirs"))).toBeNull();
    const further = draftOf(documentOf(ours), { started: "around lunch" });
    expect(putOnTop(copyOf(ours), further)).toBeNull();
  });

  test("is read as it was kept, and anything else is left alone", () => {
    expect(readCopies([{ key: "other" }, copyOf(ours)])).toHaveLength(1);
  });
});
