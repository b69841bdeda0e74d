import { expect, test } from "vitest";

import { actionShape, positionFields, sourceShape } from "./row-shape";

test("a new source is of no kind, and nobody is said to have read it", () => {
  expect(sourceShape.fresh).not.toHaveProperty("kind");
  expect(sourceShape.fresh).not.toHaveProperty("seen");
  for (const key of ["kind", "seen"]) {
    const field = sourceShape.fields.find((one) => one.key === key);
    expect(field?.options?.[0]).toEqual(["", "choose"]);
  }
});

test("what an action is for and what a source does to a claim, its author says", () => {
  expect(actionShape.fresh).not.toHaveProperty("kind");
  const kind = actionShape.fields.find((one) => one.key === "kind");
  const stance = positionFields.find((one) => one.key === "stance");
  expect([kind?.options?.[0], stance?.options?.[0]]).toEqual([
    ["", "choose"],
    ["", "choose"],
  ]);
});

test("who does an action and until when stands in its row at once, behind what is done", () => {
  const shown = actionShape.fields.filter((field) => !field.isMore).map(({ key }) => key);
  expect(shown).toEqual(["text", "owner", "due", "state", "factors", "kind"]);
});
