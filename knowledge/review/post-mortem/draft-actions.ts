import type { Action, IncidentRecord } from "#knowledge/incident/document";
import { limits } from "#knowledge/incident/limits";
import { DateText } from "#knowledge/incident/moment-text";
import { rowId } from "#knowledge/incident/row-id";
import { namesTeam } from "#knowledge/language/owners";

import { actionKindOf, type GuessedKind } from "./action-kind";
import { dueAtEnd } from "./action-due";
import { withoutOwner, type ReadAction } from "./action-words";
import { canonicalOf } from "./canonical-heading";
import { dayIn } from "./document-date";
import type { DraftLines } from "./draft-lines";
import { isRecordText, recordLine } from "./draft-text";
import { plainWords } from "./plain-words";
import type { ReadSection } from "./post-mortem";
import type { SourceLine } from "./source-line";

const mostRows = 1_000;

/**
 * The actions as rows of the record: open or done. Whose they are stays where it is a team or a role,
 * and is left out where it may name a person.
 */
export function draftActions(
  actions: readonly ReadAction[],
  { account, taken }: { account: DraftLines; taken: Set<string> },
): IncidentRecord["actions"] {
  return actions.slice(0, mostRows).flatMap((action) => {
    const kind = actionKindOf(action);
    const row = rowOf(action, kind, taken);
    if (!row) return [];
    taken.add(row.id);
    const part = { what: row.text, to: "actions", from: action.from, until: action.to };
    const note = noteOf(action, kind, row.text);
    account.take(
      { ...part, ...(note === "" ? {} : { note }) },
      kind.how === "named" ? "recognised" : "guessed",
    );
    return [row];
  });
}

/**
 * Drops the lines that only name lists of actions, such as "todo", where these are in the record; a
 * heading below which words stay stays with them.
 */
export function dropNamesOfActions(
  source: readonly SourceLine[],
  sections: readonly ReadSection[],
  account: DraftLines,
): void {
  const kept = new Set(
    sections.flatMap(({ line, from, to }) => (account.hasText(from, to) ? [line] : [])),
  );
  for (const [at, { kind, text }] of source.entries()) {
    if (kept.has(at) || kind !== "text" || text.length > 60) continue;
    if (canonicalOf(text) !== "actions") continue;
    const next = source.findIndex((line, below) => below > at && line.kind !== "blank");
    if (account.placeOf(next) === "actions") {
      account.drop(at, "It names a list whose items are in the record.");
    }
  }
}

/** How kind and state were read, and what was left out. */
function noteOf(action: ReadAction, { kind, how, words }: GuessedKind, text: string): string {
  const kinds = {
    named: "",
    translated: `Its type, “${words}”, was read as “${kind}”, which is a guess.`,
    guessed: `Its kind, “${kind}”, is a guess from its words.`,
  } as const;
  const { owner, state, isDone, due } = action;
  const read = isDone ? "done" : "open";
  return [
    kinds[how],
    state === null || state.toLowerCase() === read ? "" : `“${state}” was read as ${read}.`,
    owner === null ? "" : ownerNote(action, owner, text),
    due === null ? "" : dueNote(action, due),
  ]
    .filter(Boolean)
    .join(" ");
}

function dueNote(action: ReadAction, due: string): string {
  if (dueOf(action) !== null) return `Read as due ${due}.`;
  return dayIn(due)?.isAmbiguous === true
    ? `“${due}” may be two days, and stands behind its words: say by which it is due.`
    : `“${due}” is no day, and stands behind its words.`;
}

/** The team or the role that answers for an action; null where it may be a person. */
export function teamOf({ owner }: ReadAction): string | null {
  return owner !== null && namesTeam(owner) ? recordLine(owner, limits.name) : null;
}

function ownerNote(action: ReadAction, owner: string, text: string): string {
  if (teamOf(action) !== null) return "";
  return text.includes(owner)
    ? `Its owner, “${owner}”, still stands in it.`
    : `Its owner, “${owner}”, was left out, for that may name a person: say which team or role it is.`;
}

/** The words of an action, line by line, without whose it is and by when it is due. */
export function wordsOfAction({ markdown, owner, due }: ReadAction): string[] {
  const lines = markdown
    .split("\n")
    .map((line) => plainWords(line, "kept"))
    .filter(Boolean);
  const last = lines.pop() ?? "";
  const words = owner === null ? last : withoutOwner(last);
  const end = due === null ? null : dueAtEnd(words, true);
  return [...lines, end && end.due === due ? end.rest : words];
}

function rowOf(
  action: ReadAction,
  { kind, how }: GuessedKind,
  taken: ReadonlySet<string>,
): Action | null {
  const lines = wordsOfAction(action);
  const aside = [
    // A type of which nothing was made stays with the words.
    ...(how === "guessed" && action.type !== null ? [action.type] : []),
    ...action.aside.map((cell) => plainWords(cell, "kept")),
    ...dueWords(action),
  ].filter(Boolean);
  const behind = aside.length === 0 ? "" : ` (${aside.join("; ")})`;
  const text = textOf(action, lines, behind);
  if (!isRecordText(text, limits.text)) return null;
  const [due, owner] = [dueOf(action), teamOf(action)];
  return {
    id: rowId(text, taken),
    text,
    kind,
    factors: [],
    ...(owner === null ? {} : { owner }),
    ...(due === null ? {} : { due }),
    state: action.isDone ? "done" : "open",
    ...(action.link !== null && isAddress(action.link) ? { link: action.link } : {}),
  };
}

/** What is nested in an item are items; the lines of a cell are lines. */
function textOf({ from, to }: ReadAction, lines: readonly string[], behind: string): string {
  if (to - from === 1) return `${lines.join("\n")}${behind}`.trim();
  const [first = "", ...nested] = lines;
  return [`${first}${behind}`, ...nested.map((line) => `- ${line}`)].join("\n").trim();
}

function dueOf({ due }: ReadAction): string | null {
  if (due === null) return null;
  const read = dayIn(due);
  if (read?.isAmbiguous === true) return null;
  const day = read?.value ?? due;
  return DateText.safeParse(day).success ? day : null;
}

/** A due date that is no date, such as "Q3", goes behind the words. */
function dueWords(action: ReadAction): string[] {
  return action.due !== null && dueOf(action) === null ? [action.due] : [];
}

function isAddress(link: string): boolean {
  return /^https?:\/\/\S{1,1900}$/.test(link) && URL.canParse(link);
}
