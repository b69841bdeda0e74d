import { IncidentRecord, type IncidentDocument } from "#knowledge/incident/document";
import { readDocument } from "#knowledge/incident/read-document";
import { writeDocument } from "#knowledge/incident/write-document";
import { faultInWords } from "#knowledge/text/fault";

import { mergeDocuments } from "../merge-documents";

/** A document as a test writes it down: no key is needed. */
export interface Written {
  readonly record?: object;
  readonly story?: string;
}

/** A document of some keys and a story. */
export function document({ record = {}, story = "" }: Written): IncidentDocument {
  return { record: IncidentRecord.parse(record), story };
}

/** What two authors made of one document, merged; read back from its file. */
export function merged(base: Written, ours: Written, theirs: Written) {
  const three = { base: document(base), ours: document(ours), theirs: document(theirs) };
  const result = mergeDocuments(three);
  const read = readDocument(writeDocument(result.document), "merged.md");
  if (read.kind === "faulty") throw new Error(read.faults.map(faultInWords).join("\n"));
  return { ...read.document, conflicts: result.conflicts };
}

/** A timeline entry, with what matters to the test. */
export const entry = (id: string, text: string, more: object = {}) => ({
  id,
  at: "2024-02-01T14:05Z",
  kind: "response",
  text,
  ...more,
});
/** A factor, with what matters to the test. */
export const factor = (id: string, statement: string, more: object = {}) => ({
  id,
  role: "trigger",
  statement,
  standing: "inferred",
  ...more,
});
/** A source, with what matters to the test. */
export const source = (id: string, title: string, more: object = {}) => ({
  id,
  title,
  kind: "log",
  seen: "full",
  ...more,
});
/** An action, with what matters to the test. */
export const action = (id: string, text: string, more: object = {}) => ({
  id,
  text,
  kind: "prevent",
  state: "open",
  ...more,
});
