import { createDocumentChecker } from "#knowledge/language/check-document";
import type { IncidentDocument } from "#knowledge/incident/document";

/**
 * Checks the language of a document that is being written, in a worker: the page's own thread does
 * nothing of it. It hears `{turn, document, knownNames, parts, members}`, of which the last two have
 * the parts of people that are known by name, and names that the page shows of people with accounts;
 * it answers `{turn, findings, praise}`. It asks nobody else, and what it hears stays in it.
 */

interface Question {
  readonly turn: number;
  readonly document: IncidentDocument;
  readonly knownNames: readonly string[];
  readonly parts: ReadonlyMap<string, string>;
  readonly members: readonly string[];
}

let check: ReturnType<typeof createDocumentChecker> | undefined;

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  const { turn, document, knownNames, parts, members } = data;
  check ??= createDocumentChecker({ knownNames });
  postMessage({ turn, ...check(document, { parts, members }) });
});
