import { readTimeAt } from "#knowledge/incident/written-time-form";

import { isChatSystem, isRobot, signsBehindName } from "./chat-author";
import { timeLead, type TimeLead } from "./time-lead";

/** With what a message of a chat begins: when, by whom, and what of it stands on that line. */
export interface MessageHead {
  readonly time: string;
  readonly name: string;
  /** Whether a system wrote it, as the chat says or its name does. */
  readonly isSystem: boolean;
  readonly texts: readonly string[];
  /** The day that is said with it, as it stands there; null where none is. */
  readonly day: string | null;
}

/** Who wrote the message above. */
type Author = Pick<MessageHead, "name" | "isSystem">;

/**
 * Whether a chat sets a wide gap between name and time, as most do: there "since 9:02" and "done
 * 9:05" are words, where others begin a message with "jane 9:05".
 */
export type Gaps = "wide" | "any";

/** The head that a line is or begins with; null where it is words of the message above. */
export function headOn(
  text: string,
  above: Author | undefined,
  gaps: Gaps = "any",
): MessageHead | null {
  return messageIn(text) ?? headIn(text, gaps) ?? collapsedIn(text, above);
}

/** A further message of the same author, above which stands only its time. */
function collapsedIn(text: string, above: Author | undefined): MessageHead | null {
  const time = text.replaceAll(/^\[|\]$/g, "");
  if (!above || !isClock(time)) return null;
  return { time, name: above.name, isSystem: above.isSystem, texts: [], day: null };
}

/** Whether a text is one time of day, perhaps with its date, and nothing else. */
export function isClock(text: string): boolean {
  const [first = ""] = text.split(/\s/, 1);
  const read = beforeTime.test(first) ? null : readTimeAt(text, 0, "line");
  if (!read || read.end !== text.length) return false;
  const { from, to, hedge } = read.value;
  return from.clock !== null && to === null && hedge === "exact";
}

const nick = String.raw`[\p{L}\d][\p{L}\p{M}\d ._'’-]{0,40}`;
const inLine = new RegExp(
  `^(?:<(${nick})>|(${nick}?)(?:[ \\t]*\\([^()]{0,30}\\))?:)[ \\t]+(\\S.*)$`,
  "u",
);

/** `[09:12] Jane Doe: text`, `09:12 <jane> text`, `19/07/2024, 09:12 - Jane Doe: text`. */
function messageIn(text: string): MessageHead | null {
  const lead = timeLead(text);
  if (!lead?.written?.from.clock) return null;
  return nameBefore(lead) ?? (text.startsWith("[") ? nameBehind(lead) : null);
}

function nameBefore({ rest, typed }: TimeLead): MessageHead | null {
  const [, marked, named, said] = inLine.exec(rest) ?? [];
  const head = said === undefined ? null : headBy(marked ?? named ?? "", typed);
  return head && { ...head, texts: [said ?? ""] };
}

/** Some chats put the time in brackets and the name on one line, and the text below. */
function nameBehind({ rest, typed }: TimeLead): MessageHead | null {
  return /^\p{Lu}\p{L}+ \p{Lu}/u.test(rest) ? headBy(rest, typed) : null;
}

/** `Jane Doe  9:12 AM` and `jane [9:12 AM]`, with the text below. */
export function headIn(text: string, gaps: Gaps = "any"): MessageHead | null {
  if (text.length > 90) return null;
  const line = text.replace(/[ \t]*\(edited\)$/, "");
  // "Jun 12, 18:40" is no time of somebody called June.
  if (isClock(line)) return null;
  for (const { index, 0: gap, 1: day } of line.matchAll(
    /[ \t]+(?:[-–—·•][ \t]+)?(?:(today|yesterday)[ \t]+(?:at[ \t]+)?)?(?=\[?\d)/gi,
  )) {
    const [before, rest] = [line.slice(0, index), line.slice(index + gap.length)];
    const head = headOf(before, rest, isWide(gap) ? "set" : gaps);
    if (head) return { ...head, day: spokenDay(day) };
  }
  return null;
}

function headOf(before: string, rest: string, gaps: Gaps | "set"): MessageHead | null {
  const time = rest.replaceAll(/^\[|\]$/g, "");
  const head = isClock(time) ? headBy(before, time) : null;
  if (!head || !nameAlone.test(head.name)) return null;
  const isSet = gaps === "set" || rest !== time || before.trimEnd() !== head.name;
  const isOneWord = gaps === "any" && !/\s/.test(head.name);
  return isSet || isOneWord || fullName.test(head.name) ? head : null;
}

/** Whether a line is a head with a wide gap. */
export function hasWideGap(text: string): boolean {
  return /\S(?:[ \t]{2,}|\t)\[?(?:\d|today\b|yesterday\b)/i.test(text) && headIn(text) !== null;
}

function isWide(gap: string): boolean {
  return /\t|[ \t]{2}|[-–—·•]/.test(gap);
}

/** A name of several words, each with a capital. */
export const fullName = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,2}$/u;

/** What a name is made of where it stands for itself. */
const nameAlone = /^[\p{L}\d@_][\p{L}\p{M}\d ._@'’/&-]{0,44}$/u;

function headBy(written: string, time: string): MessageHead | null {
  const { name, isMarked } = signsBehindName(written);
  if (!isName(name)) return null;
  return { time, name, isSystem: isMarked || isChatSystem(name), texts: [], day: null };
}

function spokenDay(day: string | undefined): string | null {
  if (day === undefined) return null;
  return day.toLowerCase() === "today" ? "Today" : "Yesterday";
}

const noName =
  /^(?:update|note|edit|error|warning|alert|status|deploy\w*|fix\w*|root cause|impact|action|result|https?|resolved|incident\w*|monitoring|investigating|identified|at|on|by|from|to|about)$/i;

/** Words that make a heading where a name would have others: "Status Update", "Root Cause". */
const headingWord =
  /^(?:update|note|error|alert|status|deploy\w*|fix\w*|root|cause|impact|action|items?|next|steps?|resolved|incident\w*|outage|monitoring|investigating|identified|customer|service|current|final|initial|summary|timeline|all|clear|restored|report)$/i;

/** After these words a time is their own: "down since 9:02". */
const beforeTime =
  /(?:^|\s)(?:since|until|till|at|by|from|to|on|of|in|for|is|was|and|or|the|around|about|approx\w*|circa|roughly|before|after|between|past|through|during|started|began|ended|eta|utc)$/i;

/** Whether words may be a name, and are no heading. */
export function isName(name: string): boolean {
  const words = name.split(/\s+/);
  const isHeading =
    !isRobot(name) && (noName.test(name) || words.every((word) => headingWord.test(word)));
  return words.length <= 4 && !isHeading && !beforeTime.test(name) && /\p{L}/u.test(name);
}
