import type { GivenParts } from "#knowledge/language/name-people";

import { headOn, type Gaps, type MessageHead } from "./chat-head";
import { chatTexts, type ChatTexts } from "./chat-texts";
import { dividerIn, noiseIn, type LeftOutLine } from "./chat-noise";
import { messageLines } from "./chat-message";
import { ChatPeople } from "./chat-people";

/** A message of a chat: when, who, what. */
interface Message extends MessageHead {
  readonly texts: string[];
  /** Whether something that stood below it was left out. */
  isEmptied: boolean;
}

/** Lines of a list, a time in each, and what of a chat is in none of them. */
export interface ChatLines {
  readonly lines: readonly string[];
  readonly leftOut: readonly LeftOutLine[];
  /** The names that were replaced, and by what. */
  readonly people: readonly { readonly name: string; readonly part: string }[];
  /** The authors that were taken for systems: they keep their names. */
  readonly systems: readonly string[];
  /** Whether it is set as only a chat is; else lines with time and name are one by those who recur. */
  readonly isMarked: boolean;
}

/**
 * Lines copied out of a chat as lines of a list with a time each; null when they are no chat. Names
 * become "person A", "person B", in the order of their first message, also where they are addressed;
 * systems keep theirs. Names, reactions and who joined are left out, and listed. `given` says which
 * parts are settled already.
 */
export function linesOfChat(lines: readonly string[], given: GivenParts = {}): ChatLines | null {
  const chat = chatIn(lines);
  if (!chat) return null;
  const systems = new Set(chat.messages.flatMap(({ name, isSystem }) => (isSystem ? [name] : [])));
  const persons = chat.messages.filter(({ name }) => !systems.has(name));
  const people = new ChatPeople(
    persons.map(({ name }) => name),
    given,
  );
  let shown: string | null = null;
  const written = chat.messages.flatMap(({ time, name, texts, isEmptied, day }) => {
    const isNew = day !== null && day !== shown;
    if (isNew) shown = day;
    const above = isNew ? ["", day, ""] : [];
    if (texts.length === 0 && isEmptied) return above;
    const author = systems.has(name) ? name : people.partOf(name);
    const words = texts.map((text) => people.withoutNames(text));
    return [...above, ...messageLines(`${time} - ${author}`, words)];
  });
  const { before, leftOut } = chat;
  return {
    lines: [...before, ...written],
    leftOut,
    people: people.all(),
    systems: [...systems],
    isMarked: chat.isMarked,
  };
}

interface Chat {
  /** Whether heads are set as only a chat sets them. */
  readonly isMarked: boolean;
  /** Lines before the first message. */
  readonly before: readonly string[];
  readonly messages: readonly Message[];
  readonly leftOut: readonly LeftOutLine[];
}

function chatIn(lines: readonly string[]): Chat | null {
  const reading = new ChatReading(chatTexts(lines));
  for (const at of reading.texts.keys()) reading.read(at);
  return reading.before.length <= 2 && isChat(reading, lines) ? reading : null;
}

class ChatReading implements Chat {
  readonly before: string[] = [];
  readonly messages: Message[] = [];
  readonly leftOut: LeftOutLine[] = [];
  /** The day of the divider above, until a message has it. */
  private day: string | null = null;
  readonly texts: readonly string[];
  readonly isMarked: boolean;
  private readonly gaps: Gaps;

  constructor({ texts, isMarked, gaps }: ChatTexts) {
    this.texts = texts;
    this.isMarked = isMarked;
    this.gaps = gaps;
  }

  read(at: number): void {
    const { texts } = this;
    const text = texts[at] ?? "";
    const last = this.messages.at(-1);
    const noise = noiseIn(text, { before: texts[at - 1], next: texts[at + 1] });
    // A name and a time of day are also in "Last reply today at 9:41".
    const begun = noise === "replies" ? null : headOn(text, last, this.gaps);
    if (begun) this.begin(begun);
    else if (this.divides(at)) this.leaveOut({ text, reason: "divider" });
    else if (!last) this.before.push(text);
    else if (noise === null) last.texts.push(text);
    else this.leaveOut({ text, reason: noise });
  }

  private begin(begun: MessageHead): void {
    const { texts, day } = begun;
    this.messages.push({ ...begun, texts: [...texts], isEmptied: false, day: day ?? this.day });
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
      headOn(next, this.messages.at(-1), this.gaps) !== null ||
      dividerIn(next) !== null ||
      noiseIn(next, { before: undefined, next: texts[at + 2] }) !== null;
    if (isBefore && day !== "") this.day = day;
    return isBefore;
  }
}

/** One name is enough in `<name>`; else somebody writes twice, or every line begins with time and name. */
function isChat({ messages, isMarked }: ChatReading, lines: readonly string[]): boolean {
  if (!messages.some(({ texts }) => texts.length > 0)) return false;
  const names = messages.map(({ name }) => name);
  const isRepeated = new Set(names).size < names.length;
  const isBracketed = lines.some((line) => /^\s*\[\d{1,2}[:./-]/.test(line));
  const full = names.filter((name) => /^\p{Lu}\p{L}+[ .]\p{Lu}/u.test(name)).length;
  return isMarked || (isRepeated && names.length > 2) || (isBracketed && full * 2 >= names.length);
}
