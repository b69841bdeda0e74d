import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { run } from "./check";

let folder = "";
let said = "";
let complained = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hindsight-check-"));
  said = "";
  complained = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    complained += String(text);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** What was said, with the folder left out. */
function lines(): string[] {
  return said.replaceAll(`${folder}/`, "").trimEnd().split("\n");
}

describe("hindsight check --language", () => {
  test("names file, line, column, level, rule, words and reason, and counts at the end", async () => {
    const path = file("a.md", "# Night\n\nAll was well.\nThen the operator forgot the valve.\n");
    expect(await run(["--language", path])).toBe(1);
    expect(lines()).toEqual([
      expect.stringMatching(/^a\.md:4:19 strong forgot: "forgot" Stops at somebody's memory\. /),
      "1 strong in 1 file.",
    ]);
    expect(complained).toBe("");
  });

  test("is content with hints", async () => {
    const one = file("a.md", "Finally it worked.\n");
    const two = file("b.md", "Finally it worked, and eventually all did.\n");
    expect(await run(["--language", one])).toBe(0);
    expect(lines().at(-1)).toBe("1 hint in 1 file.");
    expect(await run([one, two, "--language"])).toBe(0);
    expect(lines().at(-1)).toBe("3 hints in 2 files.");
  });

  test("says so where there is nothing to point out", async () => {
    expect(await run(["--language", file("a.md", "The disk was full.\n")])).toBe(0);
    expect(lines()).toEqual(["No finding in 1 file."]);
  });

  test("reads a document text by text, and names the lines of its file", async () => {
    const path = file(
      "example-2024-02-thing.md",
      [
        "---",
        "title: A careless name",
        "organization: Example",
        "claims:",
        "  - id: a",
        "    statement: It was human error.",
        "    standing: open",
        "    positions: []",
        "lessons:",
        "  - A canary would have prevented it.",
        "  - Never be careless again.",
        "---",
        "",
        "## Story",
        "",
        "The night was calm, said Bob.",
        "",
      ].join("\n"),
    );
    expect(await run(["--language", path])).toBe(1);
    expect(lines().map((line) => line.split('" ', 1)[0])).toEqual([
      'example-2024-02-thing.md:2:10 strong careless: "careless',
      'example-2024-02-thing.md:11:14 strong careless: "careless',
      'example-2024-02-thing.md:16:26 strong personal-name: "Bob',
      "3 strong in 1 file.",
    ]);
  });

  test("reads a file with other front matter as a story", async () => {
    const path = file("a.md", "---\nlayout: careless\n---\n\nThe team should have waited.\n");
    expect(await run(["--language", path])).toBe(1);
    expect(lines()[0]).toMatch(/^a\.md:5:10 strong should-have: /);
  });

  test("tells in words which files it could not read, and goes on", async () => {
    mkdirSync(join(folder, "folder"));
    const bytes = file("bytes.md", new Uint8Array([0xff, 0xfe, 0x00]));
    const good = file("good.md", "The disk was full.\n");
    const paths = [join(folder, "missing.md"), join(folder, "folder"), bytes, good];
    expect(await run(["--language", ...paths])).toBe(1);
    expect(lines()).toEqual(["No finding in 1 file."]);
    expect(complained.replaceAll(`${folder}/`, "").trimEnd().split("\n")).toEqual([
      "missing.md: there is no such file.",
      "folder: this is no file; name the files in it.",
      "bytes.md: expected text in UTF-8, found other bytes.",
    ]);
  });

  test("shows nothing that could disturb a terminal", async () => {
    await run(["--language", file("a.md", "The team should\u001b[31m have waited.\n")]);
    expect(said).not.toContain("\u001b");
  });

  test("finds nothing strong in the content that ships", async () => {
    expect(await run(["--language"])).toBe(0);
    expect(said).toMatch(/ in \d{2,} files\.\n$/);
  });

  test("does not rewrite words", async () => {
    expect(await run(["--language", "--fix"])).toBe(1);
    expect(complained).toContain("Usage: hindsight check");
  });
});
