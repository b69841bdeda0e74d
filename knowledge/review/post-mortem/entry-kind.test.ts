import { expect, test } from "vitest";

import { kindOf } from "./entry-kind";

test.each([
  ["jo pushes config", "change"],
  ["Pushed a config to all regions", "change"],
  ["Push config", "change"],
  ["batch job starts", "context"],
  ["Kim starts looking at consumer lag", "response"],
  ["Call begins", "response"],
  ["job killed; origin at 100% CPU", "mitigation"],
  ["Killed the stuck job", "mitigation"],
  ["hit ratio back at 92%, images load again", "recovery"],
  ["Checkout works again", "recovery"],
  ["first customer tweet", "detection"],
  ["We tweet an update", "communication"],
  ["Tweeted that we look into it", "communication"],
  ["Pod OOM-killed", "context"],
  ["Kernel kills the pod, OOM", "context"],
  ["Fails again", "context"],
])("“%s” tells of %s", (text, kind) => {
  expect(kindOf(text)).toBe(kind);
});
