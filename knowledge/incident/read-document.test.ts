import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readDocument } from "./read-document";

function faultsOf(source: string): string[] {
  const read = readDocument(source, "x.md");
  return read.kind === "read" ? [] : read.faults.map(({ line, message }) => `${line}: ${message}`);
}

const rca =
  "sources:\n  - id: rca\n    url: https://example.com/\n    title: T\n    kind: talk\n    seen: full\n";
const withRecord = (yaml: string, story = "") => `---\n${yaml}---\n${story}`;

describe("a document", () => {
  test("is read with its record, its story and the lines of both", () => {
    const read = readDocument(
      withRecord("title: A\nstarted: 2009\n", "\n# Story\n\nText.\n"),
      "x.md",
    );
    if (read.kind === "faulty") throw new Error("faulty");
    expect(read.document.record).toMatchObject({
      title: "A",
      started: "2009",
      factors: [],
      kind: "incident",
    });
    expect(read.document.story).toBe("# Story\n\nText.\n");
    expect(read.lineOf(["started"])).toBe(3);
    expect(read.lineOf(["factors", 3, "role"])).toBe(2);
    expect(read.lineOf(["story", 0])).toBe(6);
    expect(read.lineOf(["story", 2])).toBe(8);
  });

  test("takes its story from the line after the fence, with or without a blank line between", () => {
    for (const story of ["Text.\n", "\nText.\n"]) {
      const read = readDocument(withRecord("title: A\n", story), "x.md");
      expect(read.kind === "read" && read.document.story).toBe("Text.\n");
    }
  });

  test("has faults that say where, what is wrong and what would be right", () => {
    const yaml = [
      "titel: A",
      "severity: bad",
      "products: Widget",
      "started: yesterday",
      "summary: 7",
      "factors:",
      "  - id: f-1",
      "    role: cause",
      "    classes: [Retry Storm]",
      "    statement: S",
      "    standing: confirmd",
      "    detial: D",
      "  - id: f-2",
      "    role: safeguard",
      "    classes: [retry-storm]",
      "    standing: inferred",
      "impact:",
      "  - {what: W, value: V, figure: a figure that is far too long}",
      "luck: true",
      "",
    ].join("\n");
    expect(faultsOf(withRecord(yaml))).toEqual([
      '2: titel: unknown key "titel"; did you mean title?',
      '3: severity: expected critical, major, moderate or minor, found "bad"',
      '4: products: expected a list, found "Widget"',
      "5: started: expected a time in UTC such as 2024, 2024-02, 2024-02-01, 2024-02-01T04:09Z or " +
        '2024-02-01T04:09:12Z, alone or after "about", "before" or "after", or two of them with "/" between, ' +
        'found "yesterday"',
      "6: summary: expected text, found the number 7; put it in quotes",
      '9: factors[0].role: expected precondition, trigger, amplifier, detection, recovery or safeguard, found "cause"',
      '10: factors[0].classes[0]: expected a slug with small letters a to z, digits, and single hyphens between them, found "Retry Storm"',
      '12: factors[0].standing: expected confirmed, reported, contested or inferred, found "confirmd"; did you mean confirmed?',
      '13: factors[0].detial: unknown key "detial"; did you mean detail?',
      "19: impact[0].figure: expected at most 14 characters, found 29",
      '20: luck: unknown key "luck"; expected formerly, title, kind, visibility, template, recorded, organization, ' +
        "products, sectors, severity, started, detected, mitigated, resolved, noticedBy, summary, detection, impact, " +
        "timeline, factors, lessons, changes, claims, actions, questions, related or sources",
    ]);
  });

  test("may not use an id twice", () => {
    const yaml = `timeline:
  - {id: one, at: 2024, kind: trigger, text: T}
factors:
  - {id: one, role: trigger, statement: S, standing: inferred}
${rca}  - {id: rca, url: "https://example.com/2", title: T, kind: talk, seen: full}
`;
    expect(faultsOf(withRecord(yaml))).toEqual([
      '5: factors[0].id: expected an id of its own, found "one" again',
      '12: sources[1].id: expected an id of its own, found "rca" again',
    ]);
  });
});

describe("a broken file", () => {
  test.each([
    ["", "1: expected front matter: a first line of three hyphens (---), found none"],
    ["# Story\n", "1: expected front matter: a first line of three hyphens (---), found none"],
    [
      "---\ntitle: A\n",
      "1: expected a second line of three hyphens (---) to end the front matter, found none",
    ],
    ["\u{feff}---\n---\n", "1: expected no byte order mark; save the file as UTF-8 without one"],
    [
      "---\ntitle: A\r\n---\r\n",
      "2: expected lines that end with a line feed (LF), found CR LF; save the file with Unix line ends",
    ],
    [
      "---\ntitle: A\0B\n---\n",
      "2: expected visible text, found the character U+0000; take it out",
    ],
    [
      "---\ntitle: A\u{202e}B\n---\n",
      "2: expected visible text, found the character U+202E; take it out",
    ],
    [
      "---\n---\n\nA\u{2066}B\n",
      "4: expected visible text, found the character U+2066; take it out",
    ],
    [
      "---\ntitle: A\ud800B\n---\n",
      "2: expected visible text, found the character U+D800; take it out",
    ],
    [
      '---\ntitle: "A\\u202eB"\n---\n',
      '2: title: expected visible text without control characters, found "A[U+202E]B"',
    ],
    [
      '---\ntitle: "A\\0B"\n---\n',
      '2: title: expected visible text without control characters, found "A[U+0000]B"',
    ],
    ["---\ntitle: A\ntitle: B\n---\n", '3: expected the key "title" once, found it again'],
    ["---\ntitle: &a A\nsummary: *a\n---\n", "2: expected a value without an anchor, found &a"],
    [
      "---\ntitle: !!str A\n---\n",
      "2: expected a value without a tag, found tag:yaml.org,2002:str",
    ],
    ["---\n- a\n---\n", "2: expected a group of keys, found a list"],
    ["---\n__proto__: {title: A}\n---\n", '2: __proto__: unknown key "__proto__"'],
    ["---\nconstructor: A\n---\n", '2: constructor: unknown key "constructor"'],
    ["---\ntitle: A: B\n---\n", '2: broken YAML: expected text with ": " in it to stand in quotes'],
    ['---\ntitle: "A\n---\n', "2: broken YAML: expected a closing quote or bracket"],
    ["---\n\ttitle: A\n---\n", "2: broken YAML: expected spaces at the beginning of the line"],
    ["---\nfactors:\n - id: a\n- id: b\n---\n", "4: broken YAML"],
    ["---\n? [a]\n: b\n---\n", "2: expected a word as key"],
  ])("%j is a fault with its line", (text, fault) => {
    expect(faultsOf(text)[0]).toContain(fault);
  });

  test("with an alias bomb is refused before it unfolds", () => {
    const levels = Array.from(
      { length: 30 },
      (_, at) => `a${at}: &a${at} [${"*a" + (at - 1)}, *a${at - 1}]`,
    );
    expect(faultsOf(withRecord(`x: &a-1 y\n${levels.join("\n")}\n`)).length).toBeGreaterThan(30);
  });

  test("changes nothing about other objects", () => {
    faultsOf("---\n__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}\n---\n");
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});

// Each of these once cost a parser seconds or its stack.
const costly: [string, string][] = [
  ["ten thousand brackets", withRecord(`title: ${"[".repeat(10_000)}\n`)],
  ["a million brackets", withRecord(`title: ${"[".repeat(990_000)}\n`)],
  ["a hundred thousand groups in each other", withRecord(`${"{a: ".repeat(100_000)}\n`)],
  ["lists in each other on one line", withRecord(`${"- ".repeat(200_000)}a\n`)],
  [
    "lists in each other line by line",
    withRecord(Array.from({ length: 1_200 }, (_, at) => `${" ".repeat(at)}-\n`).join("")),
  ],
  [
    "fifty thousand keys",
    withRecord(Array.from({ length: 50_000 }, (_, at) => `k${at}: 1\n`).join("")),
  ],
  [
    "fifty thousand keys on one line",
    withRecord(`{${Array.from({ length: 50_000 }, (_, at) => `k${at}`).join(",")}}\n`),
  ],
  ["one key fifty thousand times", withRecord("title: a\n".repeat(50_000))],
  ["quotes without end", withRecord(`title: ${'"'.repeat(990_000)}\n`)],
  ["anchors without end", withRecord(`title: ${"&a ".repeat(300_000)}\n`)],
  ["ten thousand empty rows", withRecord(`factors:\n${"  - {}\n".repeat(20_000)}`)],
  ["documents without end", withRecord("...\n".repeat(200_000))],
  ["a line of five megabytes", withRecord(`title: ${"x".repeat(5_000_000)}\n`)],
  ["a story line of five megabytes", withRecord("title: A\n", "x".repeat(5_000_000))],
  ["ten thousand quotes in each other", withRecord("title: A\n", `\n${">".repeat(10_000)} a\n`)],
  ["fifty kilobytes of emphasis", withRecord("title: A\n", `\n${"*_".repeat(25_000)}a\n`)],
];

describe("a hostile file", () => {
  test.each(costly)("with %s gives faults in bounded time", { timeout: 20_000 }, (_, text) => {
    const faults = faultsOf(text);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.length).toBeLessThanOrEqual(201);
  });

  test("of any sort gives faults or a document, never an exception", { timeout: 30_000 }, () => {
    const mark = fc.constantFrom(
      "---\n",
      "title: ",
      "factors:\n",
      "  - ",
      "id: a",
      "\n",
      ": ",
      "[",
      "{",
      "}",
      "]",
      "&a",
      "*a",
      "!!x ",
      "|",
      ">",
      '"',
      "'",
      "#",
      "? ",
      "[^a]",
      "[[a]]",
      "\t",
      "%YAML 1.1\n",
      "...\n",
    );
    const text = fc.array(
      fc.oneof(
        { weight: 4, arbitrary: mark },
        { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 5 }) },
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(text, (pieces) => {
        for (const source of [pieces.join(""), withRecord(pieces.join("") + "\n")]) {
          const read = readDocument(source, "x.md");
          expect(read.kind === "read" || read.faults.length > 0).toBe(true);
        }
      }),
      { numRuns: 1_500 },
    );
  });
});
