import { withFrontMatter } from "#knowledge/text/front-matter";
import {
  writeYaml,
  type YamlGroup,
  type YamlStyle,
  type YamlValue,
} from "#knowledge/text/yaml-writing";

import type { IncidentDocument } from "./document";
import { orderedRecord, orderedRow } from "./key-order";

/**
 * A document as its file: front matter in the one style that a document has, then the story byte
 * for byte. Keys stand in the schema's order; absent, empty and default values are not written; a
 * single source or organisation is a word, several are a list in brackets. The inverse of
 * `readDocument`, for every document that the schema lets pass.
 */
export function writeDocument({ record, story }: IncidentDocument): string {
  return withFrontMatter(writeYaml(writtenGroup(orderedRecord(record)), style), story);
}

// Lessons are sentences; every other list of texts holds slugs or names.
const style: YamlStyle = { onOneLine: (key) => key !== "lessons" };

const defaults: Readonly<Record<string, readonly unknown[]>> = {
  kind: ["incident"],
  visibility: ["public"],
  luck: [false],
};

const moments: ReadonlySet<string> = new Set([
  "recorded",
  "started",
  "detected",
  "mitigated",
  "resolved",
  "at",
  "due",
  "published",
]);

function writtenGroup(pairs: readonly [string, unknown][]): YamlGroup {
  const written = pairs.flatMap(([key, value]): [string, YamlValue][] => {
    const yaml = isDefault(key, value) ? null : writtenValue(key, value);
    return yaml === null ? [] : [[key, yaml]];
  });
  return Object.fromEntries(written);
}

function isDefault(key: string, value: unknown): boolean {
  if (value === "") return true;
  return defaults[key]?.includes(value) ?? (Array.isArray(value) && value.length === 0);
}

function writtenValue(key: string, value: unknown): YamlValue | null {
  if (Array.isArray(value)) return writtenList(key, value);
  if (typeof value === "string")
    return moments.has(key) && /^\d{4}$/.test(value) ? Number(value) : value;
  return typeof value === "boolean" ? value : null;
}

function writtenList(key: string, list: readonly unknown[]): YamlValue {
  const [only] = list;
  if (
    (key === "source" || key === "organization") &&
    list.length === 1 &&
    typeof only === "string"
  ) {
    return only;
  }
  return list.flatMap((item): YamlValue[] => {
    if (typeof item === "string") return [item];
    return typeof item === "object" && item !== null ? [writtenGroup(orderedRow(item, key))] : [];
  });
}
