import { WholeRecord, wholeRowSchemas } from "#knowledge/incident/document";
import { isOwnEvidence } from "#knowledge/incident/own-evidence";

import type { Fields } from "./conflict";

/**
 * What merging and comparing must know of the record and of the rows of each list: the keys come
 * from the document's one definition, only what they mean to two authors stands here.
 */

// Merged is what stands in fields, where texts may be too long for a document.
const rows = wholeRowSchemas;

/** The name of a list whose rows have keys. */
export type ListName = keyof typeof rows;

export function isListName(key: string): key is ListName {
  return Object.hasOwn(rows, key);
}

/** The keys of the record (null) or of a row, in the order in which they are written. */
export function keysOf(list: ListName | null): readonly string[] {
  return Object.keys(list === null ? WholeRecord.shape : rows[list].shape);
}

/** Whether a row of the list can stand in a document, and its keys go with each other. */
export function isWellFormedRow(list: ListName, row: Fields): boolean {
  return rows[list].safeParse(row).success && !isTorn(list, row);
}

/** Combinations of keys that no reader is shown (`unfinished-rows.ts`, `coherence.ts`). */
function isTorn(list: ListName, { role, classes, state, why, url, kind }: Fields): boolean {
  if (list === "factors")
    return role === "safeguard" && Array.isArray(classes) && classes.length > 0;
  if (list === "actions") return state === "declined" && why === undefined;
  return list === "sources" && url === undefined && kind !== undefined && !isOwnEvidence(kind);
}

/** Whether a key of the record (null) or of a row can have this value. */
export function fitsKey(list: ListName | null, key: string, value: unknown): boolean {
  const shape: Readonly<Record<string, { safeParse(value: unknown): { success: boolean } }>> =
    list === null ? WholeRecord.shape : rows[list].shape;
  return shape[key]?.safeParse(value).success === true;
}

// Sentences. All other texts (a title, a name, a figure, a time) are one value.
const prose: ReadonlySet<string> = new Set([
  "summary",
  "detection",
  "lessons",
  "text",
  "belief",
  "statement",
  "detail",
  "note",
  "doneWhen",
  "why",
]);

/** Whether the value of a key is sentences, which two authors may change at once. */
export function isProse(key: string): boolean {
  return prose.has(key);
}

const identities: Readonly<Partial<Record<ListName, "id" | "slug">>> = {
  timeline: "id",
  factors: "id",
  claims: "id",
  actions: "id",
  related: "slug",
  sources: "id",
};

/** The key by which a row is known for ever; null for rows that are known by what they say. */
export function identityOf(list: ListName): "id" | "slug" | null {
  return identities[list] ?? null;
}

const together: Readonly<Partial<Record<ListName, readonly string[]>>> = {
  factors: ["role", "classes", "mitigations"],
  actions: ["state", "why"],
  // How far a source was read, somebody said of what they took it for.
  sources: ["url", "kind", "seen"],
};

/** Keys of a row that mean something with each other only, so that they are chosen together. */
export function keysTogether(list: ListName): readonly string[] {
  return together[list] ?? [];
}
