import { describe, expect, test } from "vitest";

import { IncidentRecord } from "#knowledge/incident/document";
import { draftOf } from "#knowledge/review/draft";

import { DraftStore } from "./draft-store";
import { withKey, withRowsSwapped, withUnfinished } from "./editing";
import { mergeDrafts } from "./merging";
import { SettlingTimes } from "./settling-times";
import { ZoneReadings } from "./zone-readings";

const entry = (id: string, at = "") => ({ id, at, kind: "response", text: "A.", source: [] });

/** A review in which somebody writes, with what cannot be read in it already. */
function written(record: object, unfinished: Readonly<Record<string, string>> = {}) {
  const document = { record: IncidentRecord.parse(record), story: "" };
  const store = new DraftStore(draftOf(document, unfinished));
  const isIn = (zone: string | null) => store.edit("zone", (draft) => ({ ...draft, zone }));
  isIn("UTC");
  const settling = new SettlingTimes(store, new ZoneReadings(store));
  return {
    store,
    settling,
    began: (at: string) => store.edit("started", (draft) => withKey(draft, "started", at)),
    cannotRead: (place: string, text: string) => {
      store.edit(place, (draft) => withUnfinished(draft, place, text));
      settling.look();
    },
    isIn: (zone: string | null) => {
      isIn(zone);
      settling.look();
    },
    times: () => store.draft.record.timeline.map(({ at }) => at),
  };
}

describe("a time that cannot be read for want of a day", () => {
  test("enters the record when the day is written, and undoing takes that back", () => {
    const { store, settling, began, cannotRead } = written({});
    cannotRead("mitigated", "9:25");
    began("2026-11-20T09:05Z");
    settling.look();
    expect(store.draft.record.mitigated).toBe("2026-11-20T09:25Z");
    expect(store.draft.unfinished).toEqual({});
    expect(store.undo()).toBe("mitigated");
    settling.pass();
    expect(store.draft.record).toMatchObject({ started: "2026-11-20T09:05Z" });
    expect(store.draft.record.mitigated).toBeUndefined();
    // It stays undone, whatever else is written.
    store.edit("title", (draft) => withKey(draft, "title", "A"));
    settling.look();
    expect(store.draft.unfinished).toEqual({ mitigated: "9:25" });
  });

  test("waits as long as it cannot be read all the same", () => {
    const { store, settling, began, cannotRead } = written({});
    cannotRead("mitigated", "soonish");
    began("2026-11-20T09:05Z");
    settling.look();
    expect(store.draft.unfinished).toEqual({ mitigated: "soonish" });
  });

  test("stands in a row, as do those below it, each read with the one above", () => {
    const timeline = [entry("one"), entry("two"), entry("three")];
    const { store, settling, began, times } = written(
      { timeline },
      { "timeline.one.at": "23:50", "timeline.two.at": "tbd", "timeline.three.at": "00:10" },
    );
    began("2026-11-20T09:05Z");
    settling.look();
    expect(times()).toEqual(["2026-11-20T23:50Z", "", "2026-11-21T00:10Z"]);
    expect(store.draft.unfinished).toEqual({ "timeline.two.at": "tbd" });
  });

  test("is read when it is put below an entry that has one", () => {
    const timeline = [entry("one"), entry("two", "2026-11-20T09:05Z")];
    const { store, settling, times } = written({ timeline }, { "timeline.one.at": "9:25" });
    store.edit("timeline.order", (draft) => withRowsSwapped(draft, "timeline", [0, 1]));
    settling.look();
    expect(times()).toEqual(["2026-11-20T09:05Z", "2026-11-20T09:25Z"]);
  });

  test("is read in the zone that was chosen", () => {
    const { store, settling, began, cannotRead, isIn } = written({});
    isIn("Europe/Berlin");
    cannotRead("resolved", "10:16");
    began("2026-11-20T09:05Z");
    settling.look();
    expect(store.draft.record.resolved).toBe("2026-11-20T09:16Z");
  });

  test("waits until somebody has chosen a zone, and is read in that one", () => {
    const { store, settling, cannotRead, isIn } = written({ started: "2026-11-20T09:05Z" });
    isIn(null);
    cannotRead("resolved", "10:16");
    settling.look();
    expect(store.draft.unfinished).toEqual({ resolved: "10:16" });
    isIn("Europe/Berlin");
    expect(store.draft.record.resolved).toBe("2026-11-20T09:16Z");
    expect(store.draft.unfinished).toEqual({});
  });

  test("is left alone where nothing changed around it, or somebody else did", () => {
    const { store, settling } = written({ started: "2026-11-20T09:05Z" }, { mitigated: "9:25" });
    store.edit("title", (draft) => withKey(draft, "title", "A"));
    settling.look();
    expect(store.draft.record.mitigated).toBeUndefined();
    store.takeOver(withKey(store.draft, "started", "2026-11-2"), mergeDrafts);
    expect(store.changedBy).toBe("others");
    settling.pass();
    settling.look();
    expect(store.draft.record.mitigated).toBeUndefined();
  });
});

test("what is in the record does not change for another zone or day", () => {
  const { store, settling, began, isIn, cannotRead } = written({
    started: "2026-11-20T09:05Z",
    mitigated: "2026-11-20T09:25Z",
  });
  cannotRead("resolved", "soonish");
  isIn("Europe/Berlin");
  began("2026-11-21T09:05Z");
  settling.look();
  expect(store.draft.record.mitigated).toBe("2026-11-20T09:25Z");
});
