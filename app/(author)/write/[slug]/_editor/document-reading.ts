import { IncidentRecord, WholeRecord, type IncidentDocument } from "#knowledge/incident/document";
import { readDocument, type ReadDocument } from "#knowledge/incident/read-document";

// Fetched only for who edits the document as one text: reading YAML takes a library of its own.
export { writeDocument } from "#knowledge/incident/write-document";

/** Reads what somebody types, in which texts may be too long for a document: that is said at their fields. */
export function readTyped(text: string): ReadDocument {
  return readDocument(text, "", WholeRecord);
}

/** A document that says nothing. */
export const nothing: IncidentDocument = { record: IncidentRecord.parse({}), story: "" };
