import { expect, test } from "vitest";

import { chosenInWords, typingInWords } from "./zone-words";

test("what is typed passes through other zones, and until it is finished the chosen one holds", () => {
  for (const typed of ["", "CET", "CET-ish", "Berlin"]) {
    expect(typingInWords(typed, "Europe/Berlin")).toContain("Until then it is Europe/Berlin.");
  }
  expect(typingInWords("CET", "Europe/Berlin")).toContain("Enter takes it.");
  expect(typingInWords("CET-ish", "Europe/Berlin")).toContain("not a zone that is known here");
});

test("where nobody has chosen a zone, none is said to hold", () => {
  expect(typingInWords("Berl", null)).toContain("times without a zone wait");
});

test("a zone with several meanings is said to be one, chosen or not", () => {
  expect(chosenInWords("BST")).toContain("several meanings");
  expect(typingInWords("BST", "UTC")).toContain("several meanings");
  expect(chosenInWords("Europe/Berlin")).toContain("everybody");
  expect(chosenInWords("Europe/Newtown")).toContain("not a zone that is known here");
});
