import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DiffLine, diffLines } from "./diff";

function hunksOf(before: string, after: string) {
  const diff = diffLines(before, after);
  return diff.kind === "changed" ? diff.hunks : [];
}

function textOf({ parts }: DiffLine): string {
  return parts.map(({ text }) => text).join("");
}

const numbered = Array.from({ length: 20 }, (_, n) => `line ${n + 1}`);

describe("a comparison of two texts", () => {
  test("of equal texts is none", () => {
    expect(diffLines("a\nb", "a\nb")).toEqual({ kind: "same" });
  });

  test("keeps three lines around a change and counts the others", () => {
    const after = numbered.with(9, "another thing");
    expect(hunksOf(numbered.join("\n"), after.join("\n"))).toMatchObject([
      { kind: "skipped", count: 6 },
      { kind: "same", lines: [{ before: 7, after: 7 }, { before: 8 }, { before: 9 }] },
      { kind: "removed", lines: [{ before: 10, after: null }] },
      { kind: "added", lines: [{ before: null, after: 10 }] },
      { kind: "same", lines: [{ before: 11, after: 11 }, { before: 12 }, { before: 13 }] },
      { kind: "skipped", count: 7 },
    ]);
  });

  test("marks the words that changed within a line", () => {
    const [removed, added] = hunksOf("The pump stopped at noon.\n", "The pump stopped at one.\n");
    expect(removed).toMatchObject({
      kind: "removed",
      lines: [{ parts: [{ changed: false }, { text: "noon", changed: true }, { text: "." }] }],
    });
    expect(added).toMatchObject({
      kind: "added",
      lines: [{ parts: [{ changed: false }, { text: "one", changed: true }, { text: "." }] }],
    });
  });

  test("gives up on texts that have nothing in common, and soon", () => {
    const [one, other] = ["a", "b"].map((sign) =>
      Array.from({ length: 60_000 }, (_, n) => sign + n).join("\n"),
    );
    expect(diffLines(one ?? "", other ?? "")).toEqual({ kind: "rewritten" });
  });

  test("loses no line of either text", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c d", "c e", "", " "), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [`${one.join("\n")}\n`, `${other.join("\n")}\n`];
        const sides = hunksOf(before, after).flatMap((hunk) =>
          hunk.kind === "skipped" ? [] : hunk.lines.map((line) => ({ kind: hunk.kind, line })),
        );
        for (const [side, lines] of [
          ["added", before.split("\n")],
          ["removed", after.split("\n")],
        ] as const) {
          const number = side === "added" ? "before" : "after";
          const kept = sides.filter(({ kind }) => kind !== side);
          expect(kept.every(({ line }) => textOf(line) === lines[(line[number] ?? 0) - 1])).toBe(
            true,
          );
        }
      }),
    );
  });
});
