import { expect, test } from "vitest";

import { IncidentRecord } from "#knowledge/incident/document";

import { amountIn, isSafeguard, isTouched } from "./part";

const factor = { classes: [], statement: "A flag was on.", standing: "inferred" };
const record = IncidentRecord.parse({
  title: "A",
  organization: ["Acme"],
  severity: "minor",
  started: "2024-07-19",
  summary: "B.",
  lessons: ["One.", "Two."],
  factors: [
    { ...factor, id: "one", role: "trigger", classes: ["config-push"] },
    { ...factor, id: "held", role: "safeguard" },
    { ...factor, id: "two", role: "amplifier", classes: ["retry-storm"] },
  ],
  sources: [{ id: "log", title: "Log", kind: "log", seen: "full" }],
});

test("a part counts its rows, a text as one, and safeguards apart from other factors", () => {
  const parts = ["frame", "moments", "summary", "lessons", "factors", "safeguards"] as const;
  expect(parts.map((part) => amountIn(part, record))).toEqual([1, 1, 1, 2, 2, 1]);
  expect(record.factors.filter(isSafeguard).map(({ id }) => id)).toEqual(["held"]);
});

test("a part in which there is nothing, or nothing but space, is empty", () => {
  const empty = { ...record, summary: " \n", lessons: [], detection: undefined };
  for (const part of ["summary", "lessons", "detection", "timeline", "claims"] as const) {
    expect(amountIn(part, empty)).toBe(0);
  }
});

test("a row that says nothing yet does not count, and shows its section all the same", () => {
  const rows = {
    impact: [{ what: "", value: "" }],
    timeline: [{ id: "row-1", at: "", kind: "response", text: "" }],
    factors: [
      { id: "row-2", role: "precondition", classes: [], statement: "", standing: "inferred" },
      { id: "row-3", role: "safeguard", classes: [], statement: "", standing: "inferred" },
    ],
    claims: [{ id: "row-4", statement: "", standing: "open" }],
    lessons: [""],
    actions: [{ id: "row-5", text: "", kind: "prevent", state: "open" }],
    sources: [{ id: "row-6", title: "", kind: "log", seen: "excerpt" }],
  };
  const begun: IncidentRecord = {
    ...IncidentRecord.parse({ ...rows, lessons: [] }),
    lessons: [""],
  };
  const rest = ["safeguards", "claims", "lessons", "actions", "sources"] as const;
  for (const part of ["impact", "timeline", "factors", ...rest] as const) {
    expect([part, amountIn(part, begun), isTouched(part, begun)]).toEqual([part, 0, true]);
  }
});

test("a row counts as soon as anything of it is written", () => {
  const begun = IncidentRecord.parse({
    timeline: [{ id: "a", at: "2026-11-20", kind: "response", text: "" }],
    actions: [{ id: "b", text: "", kind: "prevent", state: "open", factors: ["c"] }],
    factors: [{ id: "c", role: "trigger", classes: [], statement: "A", standing: "inferred" }],
  });
  const parts = ["timeline", "actions", "factors"] as const;
  expect(parts.map((part) => amountIn(part, begun))).toEqual([1, 1, 1]);
});
