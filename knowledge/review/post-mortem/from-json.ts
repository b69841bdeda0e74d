import { z } from "zod";

import { fireHydrantDocuments } from "./vendor-firehydrant";
import { incidentIoDocuments } from "./vendor-incident-io";
import { pagerDutyDocuments } from "./vendor-pagerduty";
import { rootlyDocuments } from "./vendor-rootly";
import { plainDocuments } from "./vendor-plain";

/** The incidents of a JSON file, each as a document in Markdown. */
export type JsonDocuments =
  | { readonly kind: "read"; readonly documents: readonly string[] }
  /** It is JSON of no known form. */
  | { readonly kind: "unknown" }
  /** It is no JSON. */
  | { readonly kind: "other" };

const readers: readonly ((value: unknown) => readonly string[])[] = [
  rootlyDocuments,
  pagerDutyDocuments,
  fireHydrantDocuments,
  incidentIoDocuments,
  plainDocuments,
];

/** Reads what a vendor's interface answers as documents that a person could have written. */
export function documentsOfJson(text: string): JsonDocuments {
  if (!/^\s*[[{]/.test(text)) return { kind: "other" };
  const parsed = parse(text);
  if (
    parsed === undefined ||
    !z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]).safeParse(parsed).success
  ) {
    return { kind: "other" };
  }
  for (const reader of readers) {
    const documents = reader(parsed);
    if (documents.length > 0) return { kind: "read", documents };
  }
  return { kind: "unknown" };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
