import { readDocument } from "#knowledge/incident/read-document";
import { type Diff, diffLines } from "#knowledge/text/diff";

import { compareDocuments, type DocumentDifference } from "./compare";

/** Two revisions compared: as documents, or line by line where one is none. */
export type Comparison =
  | { readonly kind: "documents"; readonly difference: DocumentDifference }
  | { readonly kind: "texts"; readonly diff: Diff };

/**
 * Compares two revisions from their sources. Every revision was well formed when it was saved; one
 * that is not by the rules of today is still compared, as text.
 */
export function compareSources(from: string, to: string): Comparison {
  const [before, after] = [readDocument(from, "from.md"), readDocument(to, "to.md")];
  if (before.kind === "faulty" || after.kind === "faulty") {
    return { kind: "texts", diff: diffLines(from, to) };
  }
  return { kind: "documents", difference: compareDocuments(before.document, after.document) };
}
