import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";

import { readPostMortem, readPostMortemBytes } from "./read-post-mortem";
import { readingSummary } from "./reading-summary";

const folder = join(import.meta.dirname, "testing");

/** What is expected of a document: what `hindsight read` prints, with warnings as kind and entry. */
const Expected = z.strictObject({
  title: z.string().nullable(),
  started: z.string().nullable(),
  timeline: z.array(z.strictObject({ at: z.string().nullable(), text: z.string() })),
  sections: z.array(z.string()),
  actions: z.array(z.string()),
  hasRootCause: z.boolean(),
  incidents: z.number(),
  warnings: z.array(z.string()),
});

const documents = readdirSync(folder).filter((name) => !name.endsWith(".expected.json"));

describe("documents in the layouts that people write", () => {
  test("are twelve or more", () => {
    expect(documents.length).toBeGreaterThanOrEqual(12);
  });

  test.each(documents)("%s is read as expected", (name) => {
    const expected = Expected.parse(
      JSON.parse(readFileSync(join(folder, `${name}.expected.json`), "utf8")),
    );
    const read = readPostMortemBytes(readFileSync(join(folder, name)), name);
    const { file: _, ...summary } = readingSummary(name, read);
    const warnings = [
      ...read.warnings.map(({ kind }) => kind),
      ...read.postMortems.flatMap((one) =>
        one.warnings.map(({ kind, entry }) =>
          entry === undefined ? kind : `${kind} ${entry + 1}`,
        ),
      ),
    ];
    expect({ ...summary, warnings }).toEqual(expected);
  });
});

describe("bytes that are not what they should be", () => {
  const text =
    "# Größe der Warteschlange\n\n## Timeline (UTC)\n\n- 2024-01-02 10:00 – läuft über\n";
  const read = (bytes: Uint8Array) => {
    const { postMortems, warnings } = readPostMortemBytes(bytes, "x.md");
    return { entry: postMortems[0]?.timeline[0], kinds: warnings.map(({ kind }) => kind) };
  };
  const utf16 = Buffer.from(text, "utf16le");
  const swapped = Buffer.from(utf16).swap16();
  const latin1 = Buffer.from(text.replace("–", "-"), "latin1");

  test.each<[string, Uint8Array]>([
    ["UTF-16 with its mark", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ["UTF-16 without its mark", utf16],
    ["UTF-16 the other way round", Buffer.concat([Buffer.from([0xfe, 0xff]), swapped])],
    ["Latin-1", latin1],
    ["NUL between the lines", Buffer.from(text.replaceAll("\n", "\n\0"))],
  ])("%s is read, and said", (_, bytes) => {
    const { entry, kinds } = read(bytes);
    expect(entry?.at).toBe("2024-01-02T10:00Z");
    expect(entry?.text).toBe("läuft über");
    expect(kinds).toContain("encoding");
  });

  test("a mark of UTF-8 and other ends of lines are no fault", () => {
    const { entry, kinds } = read(Buffer.from(`\u{feff}${text.replaceAll("\n", "\r\n")}`));
    expect(entry?.text).toBe("läuft über");
    expect(kinds).toEqual([]);
  });

  test("a long list of incidents in JSON is read whole", () => {
    const incident = (number: number) => ({
      incident_number: number,
      title: `Incident ${number}`,
      created_at: "2024-01-02T10:00:00Z",
      body: { details: "x".repeat(5_000) },
    });
    const incidents = Array.from({ length: 300 }, (_, index) => incident(index));
    const { postMortems, warnings } = readPostMortemBytes(
      Buffer.from(JSON.stringify({ incidents })),
      "x.json",
    );
    expect(postMortems.length).toBe(300);
    expect(warnings.map(({ kind }) => kind)).toEqual(["several-incidents"]);
  });

  test("an empty file holds no incident", () => {
    expect(readPostMortemBytes(Buffer.from(" \n"), "x.md")).toMatchObject({
      postMortems: [],
      warnings: [{ kind: "unreadable" }],
    });
  });
});

describe("whatever the text", () => {
  const piece = fc.constantFrom(
    ..."# |## Timeline|### |**|14:05|2024-01-02|- |  - |* [14:05] |[12-05 16:21] || a | b ||\n|\n\n|---|~~|`|```|> |<details>|<!--|-->|<table><tr><td>|h2. |== x ==|{||!|''|Action items|Root cause|T+12m|between 1 and 2|Jan 5|PST|UTC|🔥|\0|[a](b)|[[x]]|{\"a\":[|---\ntitle: x\n---\n|~14:0x".split(
      "|",
    ),
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")),
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("\n")),
    fc.string({ unit: "binary", maxLength: 200 }),
  );

  test("it is read without an exception, and entries stand in the order of their lines", () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const { timeline } of readPostMortem(source, "2024-01-02.md")) {
          const lines = timeline.map(({ row }) => row.from);
          expect(lines).toEqual(lines.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 1_500 },
    );
  });
});
