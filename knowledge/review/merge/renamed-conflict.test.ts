import { describe, expect, test } from "vitest";

import type { Conflict } from "./conflict";
import { renamedConflict } from "./renamed-conflict";
import { factor } from "./testing/written";

const renames = {
  rows: new Map([["tom-ran", "ran"]]),
  sources: new Map([["toms-log", "log"]]),
};
const place = { kept: "theirs", because: "edited" } as const;

function renamed(conflict: Conflict) {
  return renamedConflict(conflict, renames);
}

describe("a conflict whose rows have other ids", () => {
  test("leads where it led, whatever is chosen", () => {
    const text = (words: string) => `${words} [it](#factor-tom-ran), said the log.[^toms-log]`;
    const after = (words: string) => `${words} [it](#factor-ran), said the log.[^log]`;
    const passage = { kind: "text", path: ["story", 3], id: null, ...place } as const;
    const sides = { base: "", before: "Before.", after: text("After") };
    expect(
      renamed({ ...passage, ...sides, ours: text("A"), theirs: text("B"), both: text("A B") }),
    ).toMatchObject({
      ours: after("A"),
      theirs: after("B"),
      both: after("A B"),
      before: "Before.",
      after: after("After"),
    });
  });

  test("is of the same row", () => {
    const row = factor("tom-ran", "It ran.", { source: ["toms-log", "wiki"] });
    const whole = { kind: "row", path: ["factors", 0], id: "tom-ran", ...place } as const;
    expect(renamed({ ...whole, base: row, ours: row, theirs: null })).toMatchObject({
      id: "ran",
      base: { id: "ran", source: ["log", "wiki"] },
      ours: { id: "ran" },
      theirs: null,
    });
    const value = { kind: "value", path: ["actions", 0], id: "fence", ...place } as const;
    const keys = {
      keys: ["factors"],
      base: {},
      theirs: {},
      ours: { factors: ["tom-ran", "other"] },
    };
    expect(renamed({ ...value, ...keys })).toMatchObject({ ours: { factors: ["ran", "other"] } });
  });

  test("is another row's where a source is called so", () => {
    const named = { kind: "value", path: ["sources", 0], id: "tom-ran", ...place } as const;
    const sides = { keys: ["title"], base: {}, ours: { title: "A" }, theirs: { title: "B" } };
    expect(renamed({ ...named, ...sides }).id).toBe("tom-ran");
  });
});
