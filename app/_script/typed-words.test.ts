import { describe, expect, test } from "vitest";

import { addressOfChoice, markedPieces, withoutWords, wordsAtEnd } from "./typed-words";

describe("the words at the end of what is typed", () => {
  test.each([
    ["bsod", "bsod"],
    ["  split   brain ", "split brain"],
    ["role:amplifier bsod", "bsod"],
    ['"feature file" -bgp leap sec', "leap sec"],
    ["out-of-bounds read", "out-of-bounds read"],
    ["S3: object", "S3: object"],
    ["-bgp", ""],
    ["bsod class:unbootable-fleet", ""],
    ['the "feature fi', ""],
    ["", ""],
    ["a".repeat(101), ""],
  ])("of %j are %j", (text, words) => {
    expect(wordsAtEnd(text)).toBe(words);
  });

  test("leave what is before them when they are taken away", () => {
    expect(withoutWords('role:amplifier "feature file" windows bsod', "bsod")).toBe(
      'role:amplifier "feature file" windows',
    );
    expect(withoutWords("split  brain", "split brain")).toBe("");
  });
});

describe("a name with what was typed marked", () => {
  const marked = (text: string, typed: string) =>
    markedPieces(text, typed)
      .map((piece) => (piece.isTyped ? `[${piece.text}]` : piece.text))
      .join("");

  test("is marked where words begin so, whatever the case", () => {
    expect(marked("Staged-rollout gap", "roll GAP")).toBe("Staged-[roll]out [gap]");
    expect(marked("Retry storm", "r retry")).toBe("[Retry] storm");
    expect(marked("Überlauf", "über")).toBe("[Über]lauf");
  });

  test("is left whole where nothing fits, and signs are no pattern", () => {
    expect(marked("Restart", "art")).toBe("Restart");
    expect(marked("C++ (code)", "(.*")).toBe("C++ (code)");
  });
});

describe("where a choice leads", () => {
  const none = new URLSearchParams();

  test("to the filter, with the other words", () => {
    const choosing = { text: "windows bsod", typed: "bsod", path: "/search", present: none };
    expect(addressOfChoice("/search?class=kernel-mode-crash", choosing)).toBe(
      "/search?q=windows&class=kernel-mode-crash",
    );
  });

  test("to the filters that are there already and this one, on the first page", () => {
    const present = new URLSearchParams("q=bsod&class=unbootable-fleet&role=recovery&page=3");
    const choosing = { text: "bsod", typed: "bsod", path: "/incidents", present };
    expect(addressOfChoice("/search?class=kernel-mode-crash", choosing)).toBe(
      "/incidents?class=unbootable-fleet&role=recovery&class=kernel-mode-crash",
    );
    expect(addressOfChoice("/search?class=unbootable-fleet", choosing)).toBe(
      "/incidents?class=unbootable-fleet&role=recovery",
    );
  });

  test("to the page of what is no filter", () => {
    const choosing = { text: "a rollback", typed: "rollback", path: "/search", present: none };
    expect(addressOfChoice("/glossary/rollback", choosing)).toBe("/glossary/rollback");
  });
});
