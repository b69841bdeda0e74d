import * as z from "zod";

import { IncidentRecord, type IncidentDocument } from "#knowledge/incident/document";
import { SetAside } from "#knowledge/review/draft";
import type { OthersStand, Stand } from "#knowledge/review/stand";

/** What is sent to the server to be saved. */
export interface Sent {
  readonly version: number;
  readonly document: IncidentDocument;
  readonly unfinished: Readonly<Record<string, string>>;
  readonly setAside: readonly SetAside[];
}

/** What became of it. */
export type Answer =
  | ({ readonly kind: "saved" } & Stand)
  | ({ readonly kind: "conflict" } & OthersStand)
  /** No answer, or one that says that it may be different in a moment. */
  | { readonly kind: "unreachable" }
  | { readonly kind: "signed out" }
  | { readonly kind: "refused"; readonly why: string; readonly faults: readonly string[] };

export type Send = (sent: Sent) => Promise<Answer>;

const Saved = z.object({
  kind: z.literal("saved"),
  version: z.number(),
  revision: z.number(),
  savedAt: z.coerce.date(),
});
const Conflict = z.object({
  conflict: Saved.extend({
    kind: z.literal("conflict"),
    document: z.object({ record: IncidentRecord, story: z.string() }),
    unfinished: z.record(z.string(), z.string()),
    setAside: z.array(SetAside),
    savedBy: z.string().nullable(),
  }),
});
const Problem = z.object({
  detail: z.string().catch("The server does not take this. It is kept in this browser."),
  faults: z.array(z.string()).catch([]),
});

/** Milliseconds after which an answer is given up. */
const longestWait = 20_000;

/** Sends saves to an address; every answer is a value, whatever the line does. */
export function sendTo(address: string): Send {
  return async (sent) => {
    try {
      const response = await fetch(address, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(sent),
        signal: AbortSignal.timeout(longestWait),
      });
      return answerOf(response.status, await response.json());
    } catch {
      return { kind: "unreachable" };
    }
  };
}

function answerOf(status: number, body: unknown): Answer {
  if (status === 200) return Saved.parse(body);
  if (status === 409) return { ...Conflict.parse(body).conflict, kind: "conflict" };
  if (status === 401) return { kind: "signed out" };
  if (status === 429 || status >= 500) return { kind: "unreachable" };
  const { detail, faults } = Problem.parse(body);
  return { kind: "refused", why: detail, faults };
}
