import { describe, expect, test } from "vitest";

import { IncidentRecord } from "./document";
import { faultsBeforePublishing } from "./publishable";

const missing = (record: object) =>
  faultsBeforePublishing({ record: IncidentRecord.parse(record), story: "" }).map(({ path }) =>
    path.join("."),
  );

const whole = {
  title: "A",
  organization: "B",
  severity: "minor",
  started: "2024",
  summary: "S",
  impact: [
    { what: "W", value: "V" },
    { what: "W", value: "V", figure: "1 h", source: "s" },
  ],
  factors: [
    { id: "a", role: "trigger", statement: "S", standing: "inferred" },
    { id: "b", role: "trigger", statement: "S", standing: "confirmed", source: "s" },
  ],
  sources: [{ id: "s", title: "T", kind: "log", seen: "full" }],
};

describe("a document before it is published", () => {
  test("lacks nothing when it has what readers need", () => {
    expect(missing(whole)).toEqual([]);
  });

  test("needs seven things", () => {
    expect(missing({})).toEqual([
      "title",
      "organization",
      "severity",
      "started",
      "summary",
      "factors",
      "sources",
    ]);
  });

  test("needs a source on every figure and on every confirmed or reported factor", () => {
    const factor = { role: "trigger", statement: "S" };
    const factors = ["confirmed", "reported", "contested", "inferred"].map((standing) => ({
      ...factor,
      id: standing,
      standing,
    }));
    const impact = [
      { what: "W", value: "V", figure: "1 h" },
      { what: "W", value: "V" },
    ];
    expect(missing({ ...whole, impact, factors })).toEqual([
      "impact.0.source",
      "factors.0.source",
      "factors.1.source",
    ]);
  });
});
