import { describe, expect, test } from "vitest";

import { countSteps, planImport, planInWords, type Held, type Incoming } from "./plan";

const file = (slug: string, hash: string, formerly: string[] = []): Incoming => ({
  slug,
  hash,
  formerly,
});
const held = (
  slug: string,
  importedHash: string | null,
  publishedHash = importedHash,
  isWithdrawn = false,
): Held => ({ slug, importedHash, publishedHash, isWithdrawn, isBeingRevised: false });
const revised = (slug: string, hash: string): Held => ({
  ...held(slug, hash),
  isBeingRevised: true,
});

describe("the plan of an import", () => {
  test("creates what is not held", () => {
    expect(planImport([], [file("a", "1")])).toEqual([{ kind: "create", slug: "a" }]);
  });

  test("leaves alone what is the same", () => {
    expect(planImport([held("a", "1")], [file("a", "1")])).toEqual([
      { kind: "unchanged", slug: "a" },
    ]);
  });

  test("updates what only the file has changed", () => {
    expect(planImport([held("a", "1")], [file("a", "2")])).toEqual([
      { kind: "update", slug: "a", from: "a" },
    ]);
  });

  test("keeps what was published here while the file stood still", () => {
    expect(planImport([held("a", "1", "9")], [file("a", "1")])).toEqual([
      { kind: "unchanged", slug: "a" },
    ]);
  });

  test("is a conflict when both changed, unless the file is said to win", () => {
    expect(planImport([held("a", "1", "9")], [file("a", "2")])).toEqual([
      { kind: "conflict", slug: "a", why: "published here" },
    ]);
    expect(planImport([held("a", "1", "9")], [file("a", "2")], new Set(["a"]))).toEqual([
      { kind: "update", slug: "a", from: "a" },
    ]);
  });

  test("brings an old file back over ours only when it is said to win", () => {
    expect(planImport([held("a", "1", "9")], [file("a", "1")], new Set(["a"]))).toEqual([
      { kind: "update", slug: "a", from: "a" },
    ]);
  });

  test("is a conflict with a document that was begun here under the same slug", () => {
    expect(planImport([held("a", null)], [file("a", "1")])).toEqual([
      { kind: "conflict", slug: "a", why: "published here" },
    ]);
  });

  test("follows a file that says what it was called before", () => {
    expect(planImport([held("old", "1")], [file("new", "2", ["old"])])).toEqual([
      { kind: "update", slug: "new", from: "old" },
    ]);
  });

  test("merges a document whose file is gone into the one that names it", () => {
    expect(planImport([held("x", "1"), held("y", "2")], [file("x", "3", ["y"])])).toEqual([
      { kind: "update", slug: "x", from: "x" },
      { kind: "merge", slug: "y", into: "x" },
    ]);
    expect(planImport([held("y", "1"), held("z", "2")], [file("x", "3", ["y", "z"])])).toEqual([
      { kind: "update", slug: "x", from: "y" },
      { kind: "merge", slug: "z", into: "x" },
    ]);
  });

  test("is a conflict with a draft that readers have not seen, unless the file is said to win", () => {
    expect(planImport([revised("a", "1")], [file("a", "1")])).toEqual([
      { kind: "unchanged", slug: "a" },
    ]);
    const conflict = { kind: "conflict", slug: "a", why: "being revised here" } as const;
    expect(planImport([revised("a", "1")], [file("a", "2")])).toEqual([conflict]);
    expect(planInWords([conflict])).toMatch(/a: being revised here, .* --theirs a, and the draft/);
    expect(planImport([revised("a", "1")], [file("a", "2")], new Set(["a"]))).toEqual([
      { kind: "update", slug: "a", from: "a" },
    ]);
  });

  test("does not merge what is being revised here, unless the file that names it is said to win", () => {
    const both = [held("x", "1"), revised("y", "2")];
    const files = [file("x", "3", ["y"])];
    const conflict = { kind: "conflict", slug: "y", why: "being revised here", into: "x" } as const;
    expect(planImport(both, files)).toEqual([{ kind: "update", slug: "x", from: "x" }, conflict]);
    expect(planInWords([conflict])).toMatch(/not made part of x.* --theirs x/);
    expect(planImport(both, files, new Set(["x"]))).toEqual([
      { kind: "update", slug: "x", from: "x" },
      { kind: "merge", slug: "y", into: "x" },
    ]);
  });

  test("does not bring back what was withdrawn here, unless the file is said to win", () => {
    const archived = held("a", "1", "1", true);
    expect(planImport([archived], [file("a", "1")])).toEqual([{ kind: "unchanged", slug: "a" }]);
    expect(planImport([archived], [file("a", "2")])).toEqual([
      { kind: "conflict", slug: "a", why: "withdrawn here" },
    ]);
    expect(planImport([archived], [file("a", "2")], new Set(["a"]))).toEqual([
      { kind: "update", slug: "a", from: "a" },
    ]);
    expect(planImport([archived], [])).toEqual([]);
  });

  test("lists a document whose file is gone, and archives nothing", () => {
    const steps = planImport([held("a", "1"), held("begun-here", null)], []);
    expect(steps).toEqual([{ kind: "vanished", slug: "a" }]);
    expect(planInWords(steps)).toContain("its file is gone");
  });

  test("is said in counts and one line for each document that needs a look", () => {
    const steps = planImport(
      [held("a", "1", "9"), held("b", "1")],
      [file("a", "2"), file("b", "2")],
    );
    expect(countSteps(steps)).toMatchObject({ conflict: 1, update: 1 });
    expect(planInWords(steps).split("\n")).toEqual([
      "0 to create, 1 to update, 0 unchanged, 1 in conflict",
      expect.stringContaining("conflict  a"),
      "  update    b",
    ]);
  });
});
