import { expect, test } from "vitest";

import { IncidentRecord } from "#knowledge/incident/document";

import { presentTexts, renumberedTexts } from "./present-texts";

const record = IncidentRecord.parse({
  timeline: [{ id: "alarm", at: "", kind: "response", text: "Alarm" }],
  factors: [
    { id: "cause", role: "trigger", classes: [], statement: "A flag.", standing: "inferred" },
  ],
  claims: [
    {
      id: "claim",
      statement: "S",
      standing: "open",
      positions: [{ source: "", stance: "asserts" }],
    },
  ],
});

test("texts of rows that are not there do not count, those of other fields do", () => {
  const there = {
    started: "around lunch",
    "timeline.alarm.at": "tbd",
    "claims.0.positions.0.at": "spring",
    document: "---\n",
    "document.~from": "",
  };
  const gone = {
    "timeline.gone.at": "tbd",
    // A row of another list is called so.
    "timeline.cause.at": "tbd",
    "timeline.~1.at": "tbd",
    "claims.0.positions.1.at": "spring",
    "claims.1.positions.0.at": "spring",
    "actions.gone.due": "soon",
  };
  expect(presentTexts({ ...there, ...gone }, record)).toEqual(there);
  expect(presentTexts(there, record)).toBe(there);
});

test("texts of rows that are known by their number go with them", () => {
  const texts = { started: "x", "claims.0.positions.0.at": "a", "claims.0.positions.2.at": "c" };
  const without = (gone: number) => (at: number) => (at === gone ? null : at - Number(at > gone));
  expect(renumberedTexts(texts, "claims.0.positions", without(0))).toEqual({
    started: "x",
    "claims.0.positions.1.at": "c",
  });
  expect(renumberedTexts(texts, "claims", (at) => at + 1)).toEqual({
    started: "x",
    "claims.1.positions.0.at": "a",
    "claims.1.positions.2.at": "c",
  });
  expect(renumberedTexts(texts, "actions", () => null)).toEqual(texts);
});
