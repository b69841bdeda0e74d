import type { IncidentDocument } from "./document";
import { orderedRecord, orderedRow } from "./key-order";

/** The `.json` twin of a document: `slug`, the front matter's keys, `story`. */
export interface DocumentJson {
  readonly [key: string]: unknown;
  readonly slug: string;
  readonly story: string;
}

/**
 * A document as JSON: `slug` first, then the front matter's keys in their written order, then the
 * story's Markdown. Lists are always lists, also empty ones and single sources; keys without a value
 * are absent; `kind` and `visibility` always stand.
 */
export function documentJson(slug: string, { record, story }: IncidentDocument): DocumentJson {
  const keys = orderedRecord(record).map(([key, value]): [string, unknown] => [
    key,
    inOrder(key, value),
  ]);
  return { slug, ...Object.fromEntries(keys), story };
}

function inOrder(key: string, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((row: unknown) => {
    if (typeof row !== "object" || row === null) return row;
    return Object.fromEntries(orderedRow(row, key).map(([k, v]) => [k, inOrder(k, v)]));
  });
}
