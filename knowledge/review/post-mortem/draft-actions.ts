import type { Action, IncidentRecord } from "#knowledge/incident/document";
import { limits } from "#knowledge/incident/limits";
import { DateText } from "#knowledge/incident/moment-text";
import { rowId } from "#knowledge/incident/row-id";

import type { ReadAction } from "./action-words";
import { dayIn } from "./document-date";
import type { DraftLines } from "./draft-lines";
import { isRecordText } from "./draft-text";
import { plainWords } from "./plain-words";

type ActionKind = Action["kind"];

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

function kindOf(text: string): ActionKind {
  return signs.find(([, sign]) => sign.test(text))?.[0] ?? "prevent";
}

const mostRows = 1_000;

/** The actions as rows of the record: open or done; whose they are is left out, for it names people. */
export function draftActions(
  actions: readonly ReadAction[],
  { account, taken }: { account: DraftLines; taken: Set<string> },
): IncidentRecord["actions"] {
  return actions.slice(0, mostRows).flatMap((action) => {
    const row = rowOf(action, taken);
    if (!row) return [];
    taken.add(row.id);
    const note = `Its kind, “${row.kind}”, is a guess${action.owner ? "; the name of its owner was left out" : ""}.`;
    account.take(
      { what: row.text, to: "actions", from: action.from, until: action.to, note },
      "guessed",
    );
    return [row];
  });
}

function rowOf(
  action: ReadAction,
  taken: ReadonlySet<string>,
): IncidentRecord["actions"][number] | null {
  const words = action.markdown
    .split("\n")
    .map((line) => plainWords(line, "kept"))
    .filter(Boolean);
  const [first = "", ...nested] = words;
  const aside = [
    ...action.aside.map((cell) => plainWords(cell, "kept")),
    ...dueWords(action),
  ].filter(Boolean);
  const behind = aside.length === 0 ? "" : ` (${aside.join("; ")})`;
  const text = [`${first}${behind}`, ...nested.map((line) => `- ${line}`)].join("\n").trim();
  if (!isRecordText(text, limits.text)) return null;
  const due = dueOf(action);
  return {
    id: rowId(text, taken),
    text,
    kind: kindOf(text),
    factors: [],
    ...(due === null ? {} : { due }),
    state: action.isDone ? "done" : "open",
    ...(action.link !== null && isAddress(action.link) ? { link: action.link } : {}),
  };
}

function dueOf({ due }: ReadAction): string | null {
  if (due === null) return null;
  const day = dayIn(due)?.value ?? due;
  return DateText.safeParse(day).success ? day : null;
}

/** A due date that is no date, such as "Q3", goes behind the words. */
function dueWords(action: ReadAction): string[] {
  return action.due !== null && dueOf(action) === null ? [action.due] : [];
}

function isAddress(link: string): boolean {
  return /^https?:\/\/\S{1,1900}$/.test(link) && URL.canParse(link);
}
