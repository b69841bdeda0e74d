import { expect, test } from "vitest";

import { IncidentRecord } from "#knowledge/incident/document";
import { readZone } from "#knowledge/incident/written-zone";
import { draftOf } from "#knowledge/review/draft";

import { DraftStore } from "./draft-store";
import { withKey } from "./editing";
import { ZoneReadings } from "./zone-readings";
import { readElsewhereInWords } from "./zone-words";

const zoneOf = (name: string) => readZone(name)?.zone ?? null;
const entry = (id: string, at: string) => ({
  id,
  at,
  kind: "response",
  text: "A b c d e.",
  source: [],
});

/** A review in Chicago's time with a start and two entries, of which the second names its zone. */
function written() {
  const record = IncidentRecord.parse({
    started: "2026-11-19T20:05Z",
    timeline: [entry("first", "2026-11-19T20:10Z"), entry("second", "2026-11-19T20:15Z")],
  });
  const store = new DraftStore(draftOf({ record, story: "" }, {}, [], "America/Chicago"));
  const zones = new ZoneReadings(store);
  zones.note("started", "2026-11-19T20:05Z", zoneOf("America/Chicago"));
  zones.note("timeline.first.at", "2026-11-19T20:10Z", zoneOf("America/Chicago"));
  zones.note("timeline.second.at", "2026-11-19T20:15Z", null);
  const isIn = (zone: string) => store.edit("zone", (draft) => ({ ...draft, zone }));
  return { store, zones, isIn };
}

test("times that name no zone are read again in another one where somebody asks for it", () => {
  const { store, zones, isIn } = written();
  expect(zones.elsewhere()).toBeNull();
  isIn("Europe/London");
  expect(readElsewhereInWords(zones.elsewhere())).toBe(
    "2 times that name no zone were read in America/Chicago, and stay so.",
  );
  zones.readAgain();
  expect(store.draft.record).toMatchObject({
    started: "2026-11-19T14:05Z",
    timeline: [{ at: "2026-11-19T14:10Z" }, { at: "2026-11-19T20:15Z" }],
  });
  expect(zones.elsewhere()).toBeNull();
  expect(store.undo()).toBe("zone.again");
  expect(store.draft.record.started).toBe("2026-11-19T20:05Z");
  expect(zones.elsewhere()).toMatchObject({ count: 2 });
});

test("a span that would end before it begins stays as it is", () => {
  const { store, zones, isIn } = written();
  isIn("UTC");
  const span = "2026-03-29T01:50Z/2026-03-29T02:10Z";
  store.edit("started", (draft) => withKey(draft, "started", span));
  zones.note("started", span, zoneOf("UTC"));
  isIn("Europe/London");
  zones.readAgain();
  expect(store.draft.record.started).toBe(span);
});

test("what is another time by now, or of the zone again, is asked about no more", () => {
  const { store, zones, isIn } = written();
  isIn("Europe/London");
  store.edit("started", (draft) => withKey(draft, "started", "2026-11-19T20:06Z"));
  expect(zones.elsewhere()).toMatchObject({ count: 1 });
  isIn("America/Chicago");
  expect(zones.elsewhere()).toBeNull();
});

test("a row is the same when it gets its id", () => {
  const { store, zones, isIn } = written();
  const row = store.newId();
  store.edit("timeline.new", (draft) => {
    const added = IncidentRecord.parse({ timeline: [entry("x", "2026-11-19T21:00Z")] }).timeline;
    return withKey(
      draft,
      "timeline",
      added.map((one) => ({ ...one, id: row })),
    );
  });
  zones.note(`timeline.${row}.at`, "2026-11-19T21:00Z", zoneOf("America/Chicago"));
  store.nameRows(true);
  isIn("Europe/London");
  zones.readAgain();
  expect(store.draft.record.timeline).toMatchObject([{ at: "2026-11-19T15:00Z" }]);
});
