import { expect, test } from "vitest";

import { endingsOf } from "./endings";

test("a name is looked for in all words, then in the last ones", () => {
  expect(endingsOf("b")).toEqual(["b"]);
  expect(endingsOf("windows  bsod")).toEqual(["windows bsod", "bsod"]);
  expect(endingsOf("an update broke the boot loop")).toEqual([
    "an update broke the boot loop",
    "the boot loop",
    "boot loop",
    "loop",
  ]);
});

test("a short last word names too much to be a name", () => {
  expect(endingsOf("deleted a")).toEqual(["deleted a"]);
  expect(endingsOf("  ")).toEqual([]);
});

test("what is pasted by mistake is looked at as far as a name could be", () => {
  expect(endingsOf("a".repeat(10_000))).toEqual(["a".repeat(200)]);
});
