import { describe, expect, test } from "vitest";
import { z } from "zod";

import { line, list } from "./fields";
import { readYaml } from "./yaml-source";

const Shelf = z.strictObject({
  name: line(10),
  pages: z.int().min(1),
  open: z.boolean().default(false),
  books: list(line(5)),
});

function faultsOf(source: string): string[] {
  const read = readYaml(source, "shelf.yaml", Shelf);
  return read.kind === "read"
    ? []
    : read.faults.map(({ file, line: at, message }) => `${file}:${at}: ${message}`);
}

describe("a file of YAML", () => {
  test("is read by its schema, with the lines of its parts", () => {
    const read = readYaml(
      "# A comment\nname: A\npages: 3\nbooks:\n  - B\n  - C\n",
      "shelf.yaml",
      Shelf,
    );
    if (read.kind === "faulty") throw new Error("faulty");
    expect(read.value).toEqual({ name: "A", pages: 3, open: false, books: ["B", "C"] });
    expect([["name"], ["books"], ["books", 1], ["nothing"], []].map(read.lineOf)).toEqual([
      2, 4, 6, 2, 2,
    ]);
  });

  test("names what is wrong and what would be right, in the order of its lines", () => {
    expect(faultsOf("name: 7\npages: 0\nopen: maybe\nboks: []\nbooks: [abcdefg, [a]]\n")).toEqual([
      "shelf.yaml:1: name: expected text, found the number 7; put it in quotes",
      "shelf.yaml:2: pages: expected at least 1, found the number 0",
      'shelf.yaml:3: open: expected true or false, found "maybe"',
      'shelf.yaml:4: boks: unknown key "boks"; did you mean books?',
      "shelf.yaml:5: books[0]: expected at most 5 characters, found 7",
      "shelf.yaml:5: books[1]: expected text, found a list",
    ]);
  });

  test.each([
    ["", "shelf.yaml:1: expected a group of keys, found nothing"],
    [
      "name: A\n---\nname: B\n",
      "shelf.yaml:2: expected one document, found a second one after ---",
    ],
    ["name: *a\n", "shelf.yaml:1: expected the value itself, found the alias *a"],
  ])("%j is a fault", (source, fault) => {
    expect(faultsOf(source)).toContain(fault);
  });
});
