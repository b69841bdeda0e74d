import { readTimeAt } from "#knowledge/incident/written-time-form";

import { timeLead, type TimeLead } from "./time-lead";

/** A message of a chat: when, who, what. */
interface Message {
  readonly time: string;
  readonly name: string;
  readonly texts: string[];
}

const nick = String.raw`[\p{L}\d][\p{L}\p{M}\d ._'’-]{0,40}`;
const inLine = new RegExp(
  `^(?:<(${nick})>|(${nick}?)(?:[ \\t]*\\([^()]{0,30}\\))?:)[ \\t]+(\\S.*)$`,
  "u",
);
/**
 * Lines copied out of a chat as lines of a list with a time each; null when they are no chat. Names
 * become "person A", "person B", in the order of their first message, also where they are addressed.
 */
export function linesOfChat(lines: readonly string[]): string[] | null {
  const chat = chatIn(lines);
  if (!chat) return null;
  const people = new Map<string, string>();
  for (const { name } of chat.messages) {
    if (!people.has(name)) people.set(name, `person ${letters(people.size)}`);
  }
  const written = chat.messages.flatMap(({ time, name, texts }) => {
    const [first = "", ...rest] = texts.map((text) => withoutNames(text, people));
    return [
      `- ${time} - ${people.get(name) ?? "somebody"}: ${first}`,
      ...rest.map((text) => `  ${text}`),
    ];
  });
  return [...chat.before, ...written];
}

/** A, B, …, Z, AA, AB: more people than letters write in one chat. */
function letters(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : letters(Math.floor(index / 26) - 1) + letter;
}

interface Chat {
  /** Lines before the first message. */
  readonly before: readonly string[];
  readonly messages: readonly Message[];
}

function chatIn(lines: readonly string[]): Chat | null {
  const before: string[] = [];
  const messages: Message[] = [];
  for (const line of lines) {
    const text = line.replace(/^(?:[ \t]*>)+[ \t]?/, "").trim();
    if (text === "") continue;
    const begun = messageIn(text) ?? headIn(text);
    if (begun) messages.push(begun);
    else (messages.at(-1)?.texts ?? before).push(text);
  }
  return before.length <= 2 && isChat(messages, lines) ? { before, messages } : null;
}

/** One name is enough in `<name>`; else somebody writes twice, or every line begins with time and name. */
function isChat(messages: readonly Message[], lines: readonly string[]): boolean {
  if (!messages.some(({ texts }) => texts.length > 0)) return false;
  const names = messages.map(({ name }) => name);
  const isRepeated = new Set(names).size < names.length;
  const isMarked = lines.some(
    (line) =>
      /^\W*\[?\d.{0,24}<[^<>]{1,40}>[ \t]/.test(line) ||
      headIn(line.replace(/^[ \t>]+/, "").trim()) !== null,
  );
  const isBracketed = lines.some((line) => /^\s*\[\d{1,2}[:./-]/.test(line));
  const full = names.filter((name) => /^\p{Lu}\p{L}+[ .]\p{Lu}/u.test(name)).length;
  return isMarked || (isRepeated && names.length > 2) || (isBracketed && full * 2 >= names.length);
}

/** `[09:12] Jane Doe: text`, `09:12 <jane> text`, `19/07/2024, 09:12 - Jane Doe: text`. */
function messageIn(text: string): Message | null {
  const lead = timeLead(text);
  if (!lead?.written?.from.clock) return null;
  const [, marked, named, said] = inLine.exec(lead.rest) ?? [];
  const name = (marked ?? named ?? "").trim();
  if (said !== undefined && isName(name)) return { time: lead.typed, name, texts: [said] };
  return text.startsWith("[") ? nameAlone(lead) : null;
}

/** Some chats put the time in brackets and the name on one line, and the text below. */
function nameAlone({ rest, typed }: TimeLead): Message | null {
  const isFullName = isName(rest) && /^\p{Lu}\p{L}+ \p{Lu}/u.test(rest);
  return isFullName ? { time: typed, name: rest.trim(), texts: [] } : null;
}

/** `Jane Doe  9:12 AM` and `jane [9:12 AM]`, with the text below. */
function headIn(text: string): Message | null {
  if (text.length > 90) return null;
  const line = text.replace(/[ \t]*\(edited\)$/, "");
  for (const { index, 0: gap } of line.matchAll(
    /[ \t]+(?:(?:today|yesterday)[ \t]+(?:at[ \t]+)?)?(?=\[?\d)/gi,
  )) {
    const name = line.slice(0, index).replace(/[ \t]+(?:APP|BOT)$/, "");
    const time = line.slice(index + gap.length).replaceAll(/^\[|\]$/g, "");
    const read = readTimeAt(time, 0, "line");
    const isTime = read?.value.from.clock && read.end === time.length;
    if (isTime && isName(name) && name.length <= 45) return { time, name, texts: [] };
  }
  return null;
}

const noName =
  /^(?:update|note|edit|error|warning|alert|status|deploy\w*|fix\w*|root cause|impact|action|result|https?|resolved|incident\w*|monitoring|investigating|identified|at|on|by|from|to|about)$/i;

function isName(name: string): boolean {
  return name.split(/\s+/).length <= 4 && !noName.test(name) && /\p{L}/u.test(name);
}

/** People addressed by handle or by their whole name get the part that they have in the chat. */
function withoutNames(text: string, people: ReadonlyMap<string, string>): string {
  let told = text;
  for (const [name, part] of people) {
    const [first = ""] = name.split(/[ .]/);
    for (const handle of new Set([
      `@${name}`,
      `@${name.replaceAll(" ", ".")}`,
      `@${name.replaceAll(" ", "")}`,
      `@${first}`,
    ])) {
      told = replaced(told, handle, part);
    }
    if (name.includes(" ")) told = replaced(told, name, part);
    const addressed = told.slice(0, name.length).toLowerCase() === name.toLowerCase();
    if (addressed && /^[:,]/.test(told.slice(name.length))) told = part + told.slice(name.length);
  }
  return told;
}

function replaced(text: string, name: string, part: string): string {
  if (name.length < 3) return text;
  const pattern = new RegExp(
    `(?<![\\p{L}\\d])${name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\d])`,
    "giu",
  );
  return text.replaceAll(pattern, part);
}
