import { z } from "zod";

import type { ChatLines } from "./chat-lines";
import { fieldsLeftOut, type TakenFields } from "./json-left-out";
import { linesOfSlack, slackFields } from "./slack-messages";
import { fireHydrantDocuments, fireHydrantFields } from "./vendor-firehydrant";
import { incidentIoDocuments, incidentIoFields } from "./vendor-incident-io";
import { pagerDutyDocuments, pagerDutyFields } from "./vendor-pagerduty";
import { plainDocuments, plainFields } from "./vendor-plain";
import { rootlyDocuments, rootlyFields } from "./vendor-rootly";

/** The incidents of a JSON file, each as a document in Markdown. */
export type JsonDocuments =
  | {
      readonly kind: "read";
      readonly documents: readonly string[];
      /** The names of the fields that were not taken. */
      readonly leftOut: readonly string[];
    }
  /** It is a chat. */
  | { readonly kind: "chat"; readonly chat: ChatLines; readonly leftOut: readonly string[] }
  /** It is JSON of no known form. */
  | { readonly kind: "unknown" }
  /** It is no JSON. */
  | { readonly kind: "other" };

const readers: readonly (readonly [(value: unknown) => readonly string[], TakenFields])[] = [
  [rootlyDocuments, rootlyFields],
  [pagerDutyDocuments, pagerDutyFields],
  [fireHydrantDocuments, fireHydrantFields],
  [incidentIoDocuments, incidentIoFields],
  [plainDocuments, plainFields],
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
  const chat = linesOfSlack(parsed);
  if (chat) return { kind: "chat", chat, leftOut: fieldsLeftOut(parsed, slackFields) };
  for (const [read, fields] of readers) {
    const documents = read(parsed);
    const leftOut = documents.length > 0 ? fieldsLeftOut(parsed, fields) : [];
    if (documents.length > 0) return { kind: "read", documents, leftOut };
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
