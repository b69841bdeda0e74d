import { readTimeAt } from "#knowledge/incident/written-time-form";

import { dividerIn, noiseIn, type LeftOutLine } from "./chat-noise";
import { ChatPeople } from "./chat-people";
import { timeLead, type TimeLead } from "./time-lead";

/** A message of a chat: when, who, what. */
interface Message {
  readonly time: string;
  readonly name: string;
  readonly texts: string[];
  /** Whether something that stood below it was left out. */
  isEmptied: boolean;
  /** The day that is said before it or with it, as it stands there; null where none is. */
  readonly day: string | null;
}

const nick = String.raw`[\p{L}\d][\p{L}\p{M}\d ._'’-]{0,40}`;
const inLine = new RegExp(
  `^(?:<(${nick})>|(${nick}?)(?:[ \\t]*\\([^()]{0,30}\\))?:)[ \\t]+(\\S.*)$`,
  "u",
);
/** Lines of a list, a time in each, and what of a chat is in none of them. */
export interface ChatLines {
  readonly lines: readonly string[];
  readonly leftOut: readonly LeftOutLine[];
  /** The names that were replaced, and by what. */
  readonly people: readonly { readonly name: string; readonly part: string }[];
  /** Whether it is set as only a chat is; else lines with time and name are one by those who recur. */
  readonly isMarked: boolean;
}

/**
 * Lines copied out of a chat as lines of a list with a time each; null when they are no chat. Names
 * become "person A", "person B", in the order of their first message, also where they are addressed.
 * These, reactions and who joined are left out, and listed.
 */
export function linesOfChat(lines: readonly string[]): ChatLines | null {
  const chat = chatIn(lines);
  if (!chat) return null;
  const people = new ChatPeople(chat.messages.map(({ name }) => name));
  let shown: string | null = null;
  const written = chat.messages.flatMap(({ time, name, texts, isEmptied, day }) => {
    const isNew = day !== null && day !== shown;
    if (isNew) shown = day;
    const above = isNew ? ["", day, ""] : [];
    if (texts.length === 0 && isEmptied) return above;
    const [first = "", ...rest] = texts.map((text) => people.withoutNames(text));
    const line = `- ${time} - ${people.partOf(name)}: ${first}`;
    return [...above, line, ...rest.map((text) => `  ${text}`)];
  });
  const { before, leftOut } = chat;
  const isMarked = isMarkedChat(lines);
  return { lines: [...before, ...written], leftOut, people: people.all(), isMarked };
}

interface Chat {
  /** Lines before the first message. */
  readonly before: readonly string[];
  readonly messages: readonly Message[];
  readonly leftOut: readonly LeftOutLine[];
}

function chatIn(lines: readonly string[]): Chat | null {
  const texts = withHeadsJoined(
    lines.map((line) => line.replace(/^(?:[ \t]*>)+[ \t]?/, "").trim()).filter(Boolean),
  );
  const reading = new ChatReading(texts);
  for (const at of texts.keys()) reading.read(at);
  const { before, messages } = reading;
  return before.length <= 2 && isChat(messages, lines) ? reading : null;
}

class ChatReading implements Chat {
  readonly before: string[] = [];
  readonly messages: Message[] = [];
  readonly leftOut: LeftOutLine[] = [];
  /** The day of the divider above, until a message has it. */
  private day: string | null = null;
  private readonly texts: readonly string[];

  constructor(texts: readonly string[]) {
    this.texts = texts;
  }

  read(at: number): void {
    const { texts } = this;
    const text = texts[at] ?? "";
    const last = this.messages.at(-1);
    const noise = noiseIn(text, { before: texts[at - 1], next: texts[at + 1] });
    // A name and a time of day are also in "Last reply today at 9:41".
    const begun = noise === "replies" ? null : begunBy(text, last);
    if (begun) this.begin(begun);
    else if (this.divides(at)) this.leaveOut({ text, reason: "divider" });
    else if (!last) this.before.push(text);
    else if (noise === null) last.texts.push(text);
    else this.leaveOut({ text, reason: noise });
  }

  private begin(begun: Message): void {
    this.messages.push({ ...begun, day: begun.day ?? this.day });
    this.day = null;
  }

  private leaveOut(line: LeftOutLine): void {
    const last = this.messages.at(-1);
    if (last && line.reason !== "divider") last.isEmptied = true;
    this.leftOut.push(line);
  }

  /** Whether a line divides messages: a message or another such line follows. */
  private divides(at: number): boolean {
    const { texts } = this;
    const day = dividerIn(texts[at] ?? "");
    if (day === null) return false;
    const next = texts[at + 1];
    const isBefore =
      next === undefined ||
      begunBy(next, this.messages.at(-1)) !== null ||
      dividerIn(next) !== null ||
      noiseIn(next, { before: undefined, next: texts[at + 2] }) !== null;
    if (isBefore && day !== "") this.day = day;
    return isBefore;
  }
}

function begunBy(text: string, last: Message | undefined): Message | null {
  return messageIn(text) ?? headIn(text) ?? collapsedIn(text, last);
}

const fullName = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,2}$/u;

/** Some chats put name and time on two lines; a whole name above a time is one. */
function withHeadsJoined(texts: readonly string[]): string[] {
  return texts.flatMap((text, at) => {
    const [before, next] = [texts[at - 1], texts[at + 1]];
    if (before !== undefined && isNameAbove(before, text)) return [];
    return [next !== undefined && isNameAbove(text, next) ? `${text}  ${next}` : text];
  });
}

function isNameAbove(text: string, next: string): boolean {
  const name = bareName(text);
  return fullName.test(name) && isName(name) && isClock(next);
}

/** A further message of the same person, above which stands only its time. */
function collapsedIn(text: string, last: Message | undefined): Message | null {
  const time = text.replaceAll(/^\[|\]$/g, "");
  return last && isClock(time) ? { ...begunMessage, time, name: last.name, texts: [] } : null;
}

/** Whether a text is a time of day, perhaps with its date, and nothing else. */
function isClock(text: string): boolean {
  const read = readTimeAt(text, 0, "line");
  return read?.value.from.clock !== null && read?.end === text.length;
}

const begunMessage = { isEmptied: false, day: null } satisfies Partial<Message>;

/** One name is enough in `<name>`; else somebody writes twice, or every line begins with time and name. */
function isChat(messages: readonly Message[], lines: readonly string[]): boolean {
  if (!messages.some(({ texts }) => texts.length > 0)) return false;
  const names = messages.map(({ name }) => name);
  const isRepeated = new Set(names).size < names.length;
  const isBracketed = lines.some((line) => /^\s*\[\d{1,2}[:./-]/.test(line));
  const full = names.filter((name) => /^\p{Lu}\p{L}+[ .]\p{Lu}/u.test(name)).length;
  return (
    isMarkedChat(lines) ||
    (isRepeated && names.length > 2) ||
    (isBracketed && full * 2 >= names.length)
  );
}

function isMarkedChat(lines: readonly string[]): boolean {
  return lines.some(
    (line) =>
      /^\W*\[?\d.{0,24}<[^<>]{1,40}>[ \t]/.test(line) ||
      headIn(line.replace(/^[ \t>]+/, "").trim()) !== null,
  );
}

/** `[09:12] Jane Doe: text`, `09:12 <jane> text`, `19/07/2024, 09:12 - Jane Doe: text`. */
function messageIn(text: string): Message | null {
  const lead = timeLead(text);
  if (!lead?.written?.from.clock) return null;
  const [, marked, named, said] = inLine.exec(lead.rest) ?? [];
  const name = bareName(marked ?? named ?? "");
  if (said !== undefined && isName(name))
    return { ...begunMessage, time: lead.typed, name, texts: [said] };
  return text.startsWith("[") ? nameAlone(lead) : null;
}

/** Some chats put the time in brackets and the name on one line, and the text below. */
function nameAlone({ rest, typed }: TimeLead): Message | null {
  const isFullName = isName(rest) && /^\p{Lu}\p{L}+ \p{Lu}/u.test(rest);
  return isFullName ? { ...begunMessage, time: typed, name: rest.trim(), texts: [] } : null;
}

/** `Jane Doe  9:12 AM` and `jane [9:12 AM]`, with the text below. */
function headIn(text: string): Message | null {
  if (text.length > 90) return null;
  const line = text.replace(/[ \t]*\(edited\)$/, "");
  // "Jun 12, 18:40" is no time of somebody called June.
  if (isClock(line)) return null;
  for (const { index, 0: gap, 1: day } of line.matchAll(
    /[ \t]+(?:(today|yesterday)[ \t]+(?:at[ \t]+)?)?(?=\[?\d)/gi,
  )) {
    const name = bareName(line.slice(0, index));
    const time = line.slice(index + gap.length).replaceAll(/^\[|\]$/g, "");
    const isHead = isClock(time) && isName(name) && name.length <= 45;
    if (isHead) return { ...begunMessage, time, name, texts: [], day: spokenDay(day) };
  }
  return null;
}

function spokenDay(day: string | undefined): string | null {
  if (day === undefined) return null;
  return day.toLowerCase() === "today" ? "Today" : "Yesterday";
}

/** A name without what a profile puts behind it: pronouns, a status, the sign of a robot. */
function bareName(written: string): string {
  return written
    .replace(/[ \t]+(?:APP|BOT)$/, "")
    .replaceAll(/[ \t]*\([^()]{0,40}\)/g, "")
    .replaceAll(/[ \t]*(?::[a-z0-9_+-]{2,40}:|\p{Extended_Pictographic}\u{fe0f}?)/gu, "")
    .trim();
}

const noName =
  /^(?:update|note|edit|error|warning|alert|status|deploy\w*|fix\w*|root cause|impact|action|result|https?|resolved|incident\w*|monitoring|investigating|identified|at|on|by|from|to|about)$/i;

/** Words that make a heading where a name would have others: "Status Update", "Root Cause". */
const headingWord =
  /^(?:update|note|error|alert|status|deploy\w*|fix\w*|root|cause|impact|action|items?|next|steps?|resolved|incident\w*|outage|monitoring|investigating|identified|customer|service|current|final|initial|summary|timeline|all|clear|restored|report)$/i;

function isName(name: string): boolean {
  const words = name.split(/\s+/);
  const isHeading = noName.test(name) || words.every((word) => headingWord.test(word));
  return words.length <= 4 && !isHeading && /\p{L}/u.test(name);
}
