import { createDocumentChecker } from "#knowledge/language/check-document";
import type { IncidentDocument } from "#knowledge/incident/document";

/**
 * Checks the language of a document that is being written, in a worker: the page's own thread does
 * nothing of it. It hears `{turn, document, knownNames,
 * parts}`, of which the last has the parts of people that are known by name, and answers `{turn, findings, praise}`.
 */

interface Question {
  readonly turn: number;
  readonly document: IncidentDocument;
  readonly knownNames: readonly string[];
  readonly parts: ReadonlyMap<string, string>;
}

let check: ReturnType<typeof createDocumentChecker> | undefined;

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  const { turn, document, knownNames, parts } = data;
  check ??= createDocumentChecker({ knownNames });
  postMessage({ turn, ...check(document, parts) });
});
