import type { Action } from "#knowledge/incident/document";
import { actionKinds } from "#knowledge/incident/vocabulary-words";

import type { ReadAction } from "./action-words";

type ActionKind = NonNullable<Action["kind"]>;

/** The kind of an action, and how one came to it. */
export interface GuessedKind {
  readonly kind: ActionKind;
  /** Named as we name it, under another name that is near, or guessed from the action's words. */
  readonly how: "named" | "translated" | "guessed";
  /** What its type was called; empty where nothing was. */
  readonly words: string;
}

/** What tables of others call the kinds, in Google's book and in trackers. */
const others: Readonly<Record<string, ActionKind>> = {
  prevention: "prevent",
  preventive: "prevent",
  preventative: "prevent",
  detection: "detect",
  monitor: "detect",
  monitoring: "detect",
  alerting: "detect",
  mitigate: "limit",
  mitigation: "limit",
  mitigative: "limit",
  limiting: "limit",
  recovery: "recover",
  restore: "recover",
  investigate: "learn",
  investigation: "learn",
  learning: "learn",
  documentation: "learn",
  training: "learn",
};

const signs: readonly (readonly [ActionKind, RegExp])[] = [
  [
    "detect",
    /\b(?:alert\w*|monitor\w*|detect\w*|dashboards?|notif\w+|page[sd]?|observ\w+|metrics?|watch\w*|probe\w*)\b/i,
  ],
  [
    "limit",
    /\b(?:limit\w*|throttl\w*|isolat\w*|circuit|shed\w*|quota\w*|canary|stag(?:ed|ing)|gradual\w*|blast|bulkhead\w*|timeouts?)\b/i,
  ],
  [
    "recover",
    /\b(?:recover\w*|restor\w*|roll-?back\w*|backups?|runbooks?|playbooks?|failover|fail over)\b/i,
  ],
  [
    "learn",
    /\b(?:investigat\w*|document\w*|understand\w*|train\w*|practi[cs]e\w*|review\w*|learn\w*|find out|game ?day|drill\w*|share\w*|write|explore|discuss\w*)\b/i,
  ],
];

/** The kind that an action's type names, else a guess from its words. */
export function actionKindOf({ type, text }: Pick<ReadAction, "type" | "text">): GuessedKind {
  const words = type ?? "";
  const name = words.toLowerCase();
  const named = actionKinds.find((kind) => kind === name);
  if (named) return { kind: named, how: "named", words };
  const translated = Object.hasOwn(others, name) ? others[name] : undefined;
  if (translated) return { kind: translated, how: "translated", words };
  const kind = signs.find(([, sign]) => sign.test(text))?.[0] ?? "prevent";
  return { kind, how: "guessed", words };
}
