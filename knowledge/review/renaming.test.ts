import { expect, test } from "vitest";

import { placeRenamed } from "./renaming";

const renames = {
  rows: new Map([["0", "alarm"]]),
  sources: new Map([["0", "log"]]),
};

test.each([
  ["timeline.0.at", "timeline.alarm.at"],
  ["actions.0", "actions.alarm"],
  ["claims.0.statement", "claims.alarm.statement"],
  ["sources.0.title", "sources.log.title"],
  // Known by its number, which is nobody's id.
  ["claims.0.positions.0.note", "claims.0.positions.0.note"],
  ["impact.0.figure", "impact.0.figure"],
  ["changes.0.text", "changes.0.text"],
  ["story.0", "story.0"],
  ["title", "title"],
])("what stands at %s is at %s once a row called 0 has another id", (before, after) => {
  expect(placeRenamed(before, renames)).toBe(after);
});
