import { z } from "zod";

import { isChatSystem } from "./chat-author";
import type { ChatLines } from "./chat-lines";
import type { LeftOutLine } from "./chat-noise";
import { ChatPeople } from "./chat-people";
import { fieldsOf, type TakenFields } from "./json-left-out";
import { fitting, maybeText } from "./vendor-document";

const Profile = z.looseObject({ real_name: maybeText, display_name: maybeText });
const Attachment = z.looseObject({ fallback: maybeText, text: maybeText });

const Message = z.looseObject({
  type: z.literal("message"),
  subtype: maybeText,
  /** Seconds since 1970 with six places behind the point, which also name the message. */
  ts: z.string().regex(/^\d{9,11}(?:\.\d{1,6})?$/),
  text: maybeText,
  user: maybeText,
  username: maybeText,
  user_profile: Profile.nullish().catch(null),
  bot_id: maybeText,
  attachments: fitting(Attachment),
});
type Message = z.infer<typeof Message>;

const Day = z.array(Message).min(1);
const Answer = z.looseObject({ messages: Day });

/** Fields that say again what stands there, or how the program shows it. */
const saidAgain = [
  "ok",
  "has_more",
  "pin_count",
  "team",
  "source_team",
  "user_team",
  "bot_profile",
  "blocks",
  "thread_ts",
  "reply_count",
  "reply_users_count",
  "latest_reply",
  "reply_users",
  "replies",
  "is_locked",
  "subscribed",
  "last_read",
  "edited",
  "app_id",
  "inviter",
];

/** What of Slack's messages is taken: of a thread its replies, which stand there as messages. */
export const slackFields: TakenFields = {
  within: new Set(["messages"]),
  taken: new Set([...fieldsOf(Message), ...saidAgain]),
};

/**
 * One day of a channel as an export of Slack holds it, or what its interface answers, as lines of a
 * list with a time in UTC each, people by their parts; null where it is neither.
 */
export function linesOfSlack(value: unknown): ChatLines | null {
  const read = z.union([Day, Answer.transform(({ messages }) => messages)]).safeParse(value);
  if (!read.success) return null;
  const messages = read.data.toSorted((a, b) => Number(a.ts) - Number(b.ts));
  const names = new Map(messages.flatMap((one) => (one.user ? [[one.user, nameOf(one)]] : [])));
  const said = messages.filter((one) => !isMembership(one) && textOf(one) !== "");
  const systems = new Set(said.filter(isSystem).map(nameOf));
  const persons = said.map(nameOf).filter((name) => !systems.has(name));
  const people = new ChatPeople(persons);
  const lines = said.flatMap((message) => {
    const author = nameOf(message);
    const [first = "", ...rest] = textOf(message)
      .split("\n")
      .map((line) => people.withoutNames(plain(line, names)).trim())
      .filter(Boolean);
    const who = systems.has(author) ? author : people.partOf(author);
    return [`- ${timeOf(message)} - ${who}: ${first}`, ...rest.map((line) => `  ${line}`)];
  });
  const leftOut = messages
    .filter(isMembership)
    .map((one): LeftOutLine => ({ text: plain(textOf(one), names), reason: "membership" }));
  return { lines, leftOut, people: people.all(), systems: [...systems], isMarked: true };
}

function nameOf({ user_profile: profile, username, user, bot_id: bot }: Message): string {
  const written = [profile?.real_name, profile?.display_name, username, user, bot];
  const name = written.find((one) => one !== null && one !== undefined && one.trim() !== "");
  return (name ?? "somebody").replaceAll(/[\s:<>[\]()*_`|]+/g, " ").trim();
}

function isSystem(message: Message): boolean {
  const isBot = Boolean(message.bot_id) || message.subtype === "bot_message";
  return isBot || isChatSystem(nameOf(message));
}

function isMembership({ subtype }: Message): boolean {
  return /^(?:channel|group)_(?:join|leave)$/.test(subtype ?? "");
}

/** What was written; of a robot that writes only attachments, the first. Others preview what a text links to. */
function textOf({ text, attachments: [first] }: Message): string {
  return (text || first?.text || first?.fallback || "").trim();
}

function timeOf({ ts }: Message): string {
  return `${new Date(Math.floor(Number(ts)) * 1_000).toISOString().slice(0, 19)}Z`;
}

const markup = /<([@#!]?)([^<>|\n]{1,2000})(?:\|([^<>\n]{0,500}))?>/g;

/** A line in which links, channels and people are written as Markdown and names, and code opens no block. */
function plain(line: string, names: ReadonlyMap<string, string>): string {
  const told = line.replaceAll(markup, (_, sign: string, target: string, label?: string) => {
    if (sign === "@") return `@${names.get(target) ?? "somebody"}`;
    if (sign === "#") return `#${label || target}`;
    if (sign === "!") return label || `@${target}`;
    return label ? `[${label.replaceAll(/[[\]]/g, "")}](${target})` : `<${target}>`;
  });
  return told.replaceAll(/`{3,}/g, "`");
}
