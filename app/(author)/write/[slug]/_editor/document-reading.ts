import { IncidentRecord, type IncidentDocument } from "#knowledge/incident/document";

// Fetched only for who edits the document as one text: reading YAML takes a library of its own.
export { readDocument } from "#knowledge/incident/read-document";
export { writeDocument } from "#knowledge/incident/write-document";

/** A document that says nothing. */
export const nothing: IncidentDocument = { record: IncidentRecord.parse({}), story: "" };
