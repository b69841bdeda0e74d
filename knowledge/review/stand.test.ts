import { expect, test } from "vitest";

import { passedOver, standingInWords, standingOf, type Progress } from "./stand";

const latest = { revision: 6, by: "Ben" };
const draft: Progress = { state: "draft", waiting: null, published: null, latest, said: null };
const waits = { revision: 6, isApproved: false };
const waiting: Progress = { ...draft, state: "waiting", waiting: waits };
const approved: Progress = { ...waiting, waiting: { ...waits, isApproved: true } };
const refusal = { by: "Eve", revision: 6, isApproval: false, note: "Say when." };
const readers: Progress = { ...draft, state: "published", published: 6 };

test.each<[string, Progress, number, string, number | null]>([
  ["a draft", draft, 6, "Draft", null],
  ["what waits", waiting, 6, "Waits for approval", null],
  ["what waits and has changed", waiting, 7, "Waits for approval", 6],
  ["what is approved", approved, 6, "Approved; waits to be published", null],
  ["what is approved and has changed", approved, 8, "Approved; waits to be published", 6],
  ["what was sent back", { ...draft, said: refusal }, 6, "Sent back", null],
  ["what was sent back and has changed", { ...draft, said: refusal }, 7, "Sent back", null],
  ["what waits again", { ...waiting, said: refusal }, 6, "Waits for approval", null],
  ["what readers see", readers, 6, "Published", null],
  ["what was sent back before", { ...readers, said: refusal }, 6, "Published", null],
  ["a newer draft", readers, 7, "Published, with a newer draft", null],
  [
    "a newer draft that waits",
    { ...readers, waiting: { revision: 7, isApproved: false } },
    7,
    "Published; a newer revision waits for approval",
    null,
  ],
  [
    "a newer draft that is approved and has changed",
    { ...readers, waiting: { revision: 7, isApproved: true } },
    8,
    "Published; a newer revision is approved",
    7,
  ],
  [
    "a newer draft that was sent back",
    { ...readers, said: { ...refusal, revision: 7 } },
    7,
    "Published; a newer revision was sent back",
    null,
  ],
])("of %s is said the same everywhere", (...[, progress, number, words, passed]) => {
  expect(standingInWords(standingOf(progress, number))).toBe(words);
  expect(passedOver(progress, number)).toBe(passed);
});
