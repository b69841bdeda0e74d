import { describe, expect, test } from "vitest";

import { offsetIn } from "./kept-caret";

/** The text before and after, with a stroke where the caret is. */
function moved(before: string, after: string): string {
  const offset = before.indexOf("|");
  const at = offsetIn(after, before.replace("|", ""), offset);
  return `${after.slice(0, at)}|${after.slice(at)}`;
}

describe("the caret stays at its words", () => {
  test("when somebody writes before them, behind them, and both", () => {
    expect(moved("Reads fai|l.", "Caches empty. Reads fail.")).toBe("Caches empty. Reads fai|l.");
    expect(moved("Reads fai|l.", "Reads fail. Caches fill.")).toBe("Reads fai|l. Caches fill.");
    expect(moved("Reads fai|l.", "One. Reads fail. Two.")).toBe("One. Reads fai|l. Two.");
  });

  test("at the end of a text that goes on", () => {
    expect(moved("Reads fail. So|", "Reads fail. So Writes too.")).toBe(
      "Reads fail. So| Writes too.",
    );
  });

  test("of two places that read alike at the nearer one", () => {
    expect(moved("It failed. It fai|led.", "It failed. It failed. It failed.")).toBe(
      "It failed. It fai|led. It failed.",
    );
  });

  test("and within the text where all of it was replaced", () => {
    expect(moved("Reads fail, all of th|em.", "No.")).toBe("No.|");
  });
});
