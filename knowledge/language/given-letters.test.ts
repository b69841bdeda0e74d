import { expect, test } from "vitest";

import { IncidentRecord } from "#knowledge/incident/document";

import { checkDocument, createDocumentChecker } from "./check-document";
import { givenLetters } from "./given-letters";

const entry = (text: string) => ({ id: "a", at: "2026-11-14T09:02Z", kind: "context", text });
const document = {
  record: IncidentRecord.parse({
    summary: "Node A and plan B fell.",
    timeline: [entry("person A: look. On-call engineer C came.")],
  }),
  story: "## Story\n\nTom Okafor restarted it; Priya Berg and Zainab watched.\n",
};

test("letters that stand for somebody are those behind a word for a person", () => {
  expect([...givenLetters(document)]).toEqual(["A", "C"]);
});

test("people whose part is known keep it, and others get letters that nobody has", () => {
  const parts = new Map([
    ["priya", "person A"],
    ["Tom Okafor", "person B"],
  ]);
  const shown = ({ findings }: ReturnType<typeof checkDocument>) =>
    findings
      .filter(({ rule }) => rule === "personal-name")
      .map(({ text, suggestions: [part] }) => `${text}: ${part?.toLowerCase()}`);
  const check = createDocumentChecker();
  expect(shown(check(document, { parts }))).toEqual([
    "Tom Okafor: person b",
    "Priya Berg: person a",
    "Zainab: on-call engineer d",
  ]);
  expect(shown(check(document))).toEqual(shown(checkDocument(document)));
});
