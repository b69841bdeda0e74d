import type { Written } from "#knowledge/review/draft";
import type { Stand } from "#knowledge/review/stand";

import { textsUnder, textUnder, under } from "./answered";

import type { OthersSave } from "./others-save";

/** What is sent to the server to be saved. */
export interface Sent extends Written {
  readonly version: number;
}

/** What became of it. */
export type Answer =
  | ({ readonly kind: "saved" } & Stand)
  | ({ readonly kind: "conflict" } & OthersSave)
  /** No answer, or one that says that it may be different in a moment. */
  | { readonly kind: "unreachable" }
  | { readonly kind: "signed out" }
  | { readonly kind: "refused"; readonly why: string; readonly faults: readonly string[] };

export type Send = (sent: Sent) => Promise<Answer>;

/** A body of fewer letters is surely below the 64 KiB that may outlast a page, also in other scripts. */
const outlasting = 20_000;

/** Milliseconds after which an answer is given up. */
export const longestWait = 20_000;

/** Sends saves to an address; every answer is a value, whatever the line does. */
export function sendTo(address: string): Send {
  return async (sent) => {
    try {
      const body = JSON.stringify(sent);
      const response = await fetch(address, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body,
        // It goes on when the page goes away, which browsers do for short ones only.
        keepalive: document.visibilityState === "hidden" && body.length < outlasting,
        signal: AbortSignal.timeout(longestWait),
      });
      return await answerOf(response.status, await response.json());
    } catch {
      return { kind: "unreachable" };
    }
  };
}

async function answerOf(status: number, body: unknown): Promise<Answer> {
  if (status === 200) return savedIn(body);
  if (status === 409) return conflictIn(under(body, "conflict"));
  if (status === 401) return { kind: "signed out" };
  if (status === 429 || status >= 500) return { kind: "unreachable" };
  const why = textUnder(body, "detail") || "The server does not take this.";
  return { kind: "refused", why, faults: textsUnder(body, "faults") };
}

function savedIn(body: unknown): Answer {
  const [version, revision] = [under(body, "version"), under(body, "revision")];
  const savedAt = new Date(textUnder(body, "savedAt"));
  const isOurs = under(body, "kind") === "saved" && !Number.isNaN(savedAt.getTime());
  // Where something else answers in our server's place, nothing may be said to be saved.
  if (!isOurs || typeof version !== "number" || typeof revision !== "number") {
    return { kind: "unreachable" };
  }
  return { kind: "saved", version, revision, savedAt };
}

async function conflictIn(told: unknown): Promise<Answer> {
  const others = await othersIn(told);
  return others
    ? { kind: "conflict", ...others }
    : { kind: "refused", why: `Somebody else has saved since. ${outdated}`, faults: [] };
}

/** How often in a row what reads it may fail to come; then it is gone, since a newer page has its own. */
const mostMisses = 3;
let misses = 0;

/**
 * What somebody else has saved; null where this page is older than the server that tells of it.
 * Reading and merging it takes modules that are fetched when it comes to that. Rejects where these do
 * not come, which may be otherwise in a moment.
 */
export async function othersIn(told: unknown): Promise<OthersSave | null> {
  try {
    const { readOthers } = await import("./others-save");
    misses = 0;
    return readOthers(told);
  } catch (error) {
    misses += 1;
    if (misses < mostMisses) throw error;
    return null;
  }
}

/** Why another's text cannot come in, and what to do. */
export const outdated =
  "This page is too old to put both texts together. Reload it: what you wrote is kept in this browser, and comes back.";
