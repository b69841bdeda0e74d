import type { Progress } from "#knowledge/review/stand";

import { textsUnder, under } from "./answered";
import type { OthersSave } from "./others-save";
import { longestWait, othersIn } from "./sending";

/** What became of the question how far a document has come. */
export type ProgressAnswer =
  | {
      readonly kind: "progress";
      readonly progress: Progress;
      /** What somebody else has saved since, if anybody has. */
      readonly others: OthersSave | null;
      /** Names of others who have it open. */
      readonly here: readonly string[];
    }
  /** It is not there any more, or not for this account. */
  | { readonly kind: "closed" }
  | { readonly kind: "signed out" }
  /** The server is newer than this page, which does not understand what others save. */
  | { readonly kind: "outdated" }
  /** No answer, or one that may be different in a moment. */
  | { readonly kind: "unknown" };

/** Asks how far the document has come, and what was saved since a version. */
export type AskProgress = (since: number) => Promise<ProgressAnswer>;

/** Asks it of an address; every answer is a value, whatever the line does. */
export function askProgressAt(address: string): AskProgress {
  return async (since) => {
    try {
      const signal = AbortSignal.timeout(longestWait);
      const response = await fetch(`${address}?since=${since}`, { signal });
      return await answerOf(response.status, await response.json());
    } catch {
      return { kind: "unknown" };
    }
  };
}

async function answerOf(status: number, body: unknown): Promise<ProgressAnswer> {
  if (status === 404 && under(body, "isClosed") === true) return { kind: "closed" };
  // A site for members only says no more to who is none.
  if (status === 401 || status === 404) return { kind: "signed out" };
  if (status !== 200) return { kind: "unknown" };
  const progress = under(body, "progress");
  if (!isProgress(progress)) return { kind: "unknown" };
  const told = under(body, "others");
  const here = textsUnder(body, "here");
  if (told === null) return { kind: "progress", progress, others: null, here };
  const others = await othersIn(told);
  return others ? { kind: "progress", progress, others, here } : { kind: "outdated" };
}

// Where something else answers in our server's place, nothing may be said to have happened.
function isProgress(told: unknown): told is Progress {
  const waiting = under(told, "waiting");
  const published = under(told, "published");
  const said = under(told, "said");
  return (
    typeof under(told, "state") === "string" &&
    (waiting === null || typeof under(waiting, "revision") === "number") &&
    typeof under(under(told, "latest"), "revision") === "number" &&
    (published === null || typeof published === "number") &&
    (said === null || typeof under(said, "by") === "string")
  );
}
