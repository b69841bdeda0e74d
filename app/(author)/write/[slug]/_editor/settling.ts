// Fetched only where two authors changed the same: merging takes the schemas of the document.
export { choicesFor, settle } from "#knowledge/review/merge/settle";
export { withDocument } from "./merging";
