import { expect, test } from "vitest";

import { understandTime } from "#knowledge/incident/written-time";
import { utc } from "#knowledge/incident/written-zone";

import { contextAfter, contextOfAnew, timelineContext } from "./time-contexts";

const above = contextAfter("2026-11-12T09:00Z", timelineContext({ started: undefined }, utc));

/** What is typed in place of a moment, below an entry of 12 November. */
function anew(before: string, typed: string): string {
  const read = understandTime(typed, contextOfAnew(before, above));
  return read.kind === "understood" ? read.moment : read.why;
}

test.each([
  ["2026-11-19T14:00Z", "14:02", "2026-11-19T14:02Z"],
  ["2026-11-19T14:00Z/2026-11-19T15:00Z", "3pm", "2026-11-19T15:00Z"],
  ["2026-11-19", "14:02", "2026-11-19T14:02Z"],
  // Of the day of the entry above, an early hour is of the night after it.
  ["2026-11-12T23:50Z", "02:10", "2026-11-13T02:10Z"],
  ["", "14:02", "2026-11-12T14:02Z"],
  ["2026-11-19T14:00Z", "2026-11-20 14:02", "2026-11-20T14:02Z"],
])("a time that is typed anew is of the day that it had: %s, %s", (before, typed, moment) => {
  expect(anew(before, typed)).toBe(moment);
});
