import { expect, test } from "vitest";

import { keptIn } from "./kept-conflicts";

const conflict = {
  kind: "value",
  keys: ["title"],
  path: [],
  id: null,
  kept: "theirs",
  base: { title: "One" },
  ours: { title: "Two" },
  theirs: { title: "Three" },
};

test("with whom a conflict is stays known after a reload", () => {
  const kept = JSON.stringify({ by: "Ben", conflicts: [conflict] });
  expect(keptIn(kept)).toEqual({ by: "Ben", conflicts: [conflict] });
});

test("conflicts that an earlier version of the page kept are read without a name", () => {
  expect(keptIn(JSON.stringify([conflict]))).toEqual({ by: null, conflicts: [conflict] });
});

test("what is no conflict is left out", () => {
  expect(keptIn('{"by":7,"conflicts":[null,{}]}')).toEqual({ by: null, conflicts: [] });
});
