import { faultsAt, inLineOrder, type Fault, type Path } from "#knowledge/text/fault";
import { readFrontMatter } from "#knowledge/text/front-matter";

import { repeatedIds } from "./coherence";
import { IncidentRecord, type IncidentDocument } from "./document";
import { limits } from "./limits";

export type ReadDocument =
  | {
      readonly kind: "read";
      readonly document: IncidentDocument;
      /** The line of the file on which a path of the record stands; `["story", n]` for line n of the story. */
      readonly lineOf: (path: Path) => number;
    }
  | { readonly kind: "faulty"; readonly faults: Fault[] };

// Seven times what the longest document of the seed has; hostile ones cost less than a second.
const marks = 60_000;

/**
 * Reads a document from its file: Markdown with YAML front matter. What it reads can be saved; what
 * it may still lack for readers, `faultsBeforePublishing` says. All faults come at once, each with
 * its line, in the order of the lines; a broken or hostile file gives faults in bounded time, never
 * an exception. `schema` may take texts of another length than a document has.
 */
export function readDocument(
  source: string,
  file: string,
  schema: typeof IncidentRecord = IncidentRecord,
): ReadDocument {
  const bounds = { bytes: limits.documentBytes, marks };
  const read = readFrontMatter(source, file, schema, bounds);
  if (read.kind === "faulty") return read;
  const document = { record: read.value, story: read.body };
  const faults = faultsAt(repeatedIds(document.record), { file, lineOf: read.lineOf });
  if (faults.length > 0) return { kind: "faulty", faults: inLineOrder(faults) };
  return { kind: "read", document, lineOf: read.lineOf };
}
