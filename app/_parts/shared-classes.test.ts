import { expect, test } from "vitest";

import { countedFactors } from "./shared-classes";

test("the classes that incidents share are said to be counted in the factors that fit alone", () => {
  expect(countedFactors({ role: [], standing: [] })).toBe("one of their factors");
  expect(countedFactors({ role: ["amplifier"], standing: [] })).toBe(
    "a factor with the role amplifier; other factors are not counted",
  );
  expect(countedFactors({ role: ["trigger", "recovery"], standing: ["inferred"] })).toBe(
    "a factor with the role trigger or recovery and the standing inferred; other factors are not counted",
  );
});
