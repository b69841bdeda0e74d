import { describe, expect, test } from "vitest";

import { faultsAt, inLineOrder } from "#knowledge/text/fault";

import { incoherences } from "./coherence";
import { readDocument } from "./read-document";

/** What does not hold together in a document that can be read. */
function faultsOf(source: string): string[] {
  const read = readDocument(source, "x.md");
  const faults =
    read.kind === "faulty"
      ? read.faults
      : inLineOrder(faultsAt(incoherences(read.document), { file: "x.md", lineOf: read.lineOf }));
  return faults.map(({ line, message }) => `${line}: ${message}`);
}

const rca =
  "sources:\n  - id: rca\n    url: https://example.com/\n    title: T\n    kind: talk\n    seen: full\n";
const withRecord = (yaml: string, story = "") => `---\n${yaml}---\n${story}`;

describe("a document", () => {
  test("is read although rows are not finished; each says what it lacks", () => {
    const yaml = `impact:
  - {what: W}
timeline:
  - {id: a, kind: response}
factors:
  - {id: b, role: trigger, standing: inferred}
claims:
  - {id: c, standing: open, positions: [{stance: asserts}, {source: s}]}
actions:
  - {id: d, text: T, state: open}
related:
  - {why: W}
sources:
  - {id: s, kind: log, seen: full}
  - {id: u, title: T, url: https://example.com/}
  - {id: v, title: T, url: https://example.com/v, kind: talk}
  - {id: w, title: T, kind: chat}
`;
    const source = withRecord(yaml);
    expect(readDocument(source, "x.md").kind).toBe("read");
    expect(
      faultsOf(source).map((fault) => fault.replace(/a time in UTC.*between/, "a time")),
    ).toEqual([
      "3: impact[0].value: expected text, found nothing",
      "5: timeline[0].at: expected a time, found nothing",
      "5: timeline[0].text: expected text, found nothing",
      "7: factors[0].statement: expected text, found nothing",
      "9: claims[0].statement: expected text, found nothing",
      "9: claims[0].positions[0].source: expected the id of a source, found nothing",
      "9: claims[0].positions[1].stance: expected a stance (asserts, disputes, corrects, confirms or conjectures), found nothing",
      "11: actions[0].kind: expected a kind (prevent, detect, limit, recover or learn), found nothing",
      "13: related[0].slug: expected the slug of an incident, found nothing",
      "15: sources[0].title: expected text, found nothing",
      "16: sources[1].kind: expected vendor-report, vendor-status, regulator, press, analysis, research, talk, book, log, dashboard, chat, interview or document, found nothing",
      "16: sources[1].seen: expected full, excerpt or secondhand, found nothing",
      "17: sources[2].seen: expected full, excerpt or secondhand, found nothing",
    ]);
  });

  test("may not cite what it does not list", () => {
    const yaml = `timeline:
  - {id: one, at: 2024, kind: trigger, text: T, source: rka}
factors:
  - {id: two, role: trigger, statement: S, standing: inferred}
claims:
  - {id: c, statement: S, standing: open, positions: [{source: nowhere, stance: asserts}]}
actions:
  - {id: a, text: T, kind: learn, factors: [twoo], state: open}
related:
  - {slug: other, why: W}
  - {slug: other, why: W}
${rca}`;
    expect(
      faultsOf(withRecord(yaml, "\nA [^rca], a [^note] and a [^rac].\n\n[^note]: Words.\n")),
    ).toEqual([
      '3: timeline[0].source: expected the id of a source of this document, found "rka"; did you mean "rca"?',
      '7: claims[0].positions[0].source: expected the id of a source of this document, found "nowhere"',
      '9: actions[0].factors: expected the id of a factor of this document, found "twoo"; did you mean "two"?',
      "12: related[1].slug: expected each related incident once, found it again",
      '21: story: expected [^…] to name a source or a footnote of this document, found "rac"; did you mean "rca"?',
    ]);
  });

  test("may not end before it began, but may be noticed before it did harm", () => {
    const yaml =
      "started: 2024-02-02\ndetected: 2024-02-01\nmitigated: 2024-02\nresolved: 2024-02-01T23:59Z\n";
    expect(faultsOf(withRecord(yaml))).toEqual([
      "5: resolved: expected a time not before started (2024-02-02), found 2024-02-01T23:59Z",
    ]);
  });

  test("has at most four headline figures", () => {
    const rows = Array.from({ length: 5 }, () => "  - {what: W, value: V, figure: 1 h}\n").join("");
    expect(faultsOf(withRecord(`impact:\n${rows}`))).toEqual([
      "7: impact[4].figure: expected at most 4 figures in a document, found 5",
    ]);
  });

  test("needs a reason for a declined action, and an address for a source from outside", () => {
    const yaml = `actions:
  - {id: a, text: T, kind: learn, state: declined}
sources:
  - {id: l, title: T, kind: log, seen: full}
  - {id: p, title: T, kind: press, seen: full}
`;
    expect(faultsOf(withRecord(yaml))).toEqual([
      "3: actions[0].why: expected the reason why it was declined, found nothing",
      "6: sources[1].url: expected an address; only log, dashboard, chat, interview, document may lack one, found nothing",
    ]);
    const script = `${yaml}  - {id: q, title: T, kind: press, seen: full, url: "javascript:alert(1)"}\n`;
    expect(faultsOf(withRecord(script))).toEqual([
      '7: sources[2].url: expected an address that begins with http:// or https://, found "javascript:alert(1)"',
    ]);
  });
});

describe("a hostile document", () => {
  const hostile: [string, string][] = [
    [
      "ten thousand unknown sources",
      withRecord(
        `factors:\n  - {id: a, role: trigger, statement: S, standing: inferred, source: [${Array.from({ length: 900 }, (_, at) => `s${at}`).join(", ")}]}\n`,
      ),
    ],
    ["a hundred thousand links", withRecord("title: A\n", `\n${"[^a] ".repeat(19_000)}\n`)],
  ];

  test.each(hostile)("with %s gives faults in bounded time", { timeout: 20_000 }, (_, text) => {
    const faults = faultsOf(text);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.length).toBeLessThanOrEqual(201);
  });
});
