import { z } from "zod";

import { isChatSystem } from "./chat-author";
import type { ChatLines } from "./chat-lines";
import type { LeftOutLine } from "./chat-noise";
import { messageLines } from "./chat-message";
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
  "hidden",
  "topic",
  "purpose",
  "name",
  "old_name",
  "item_type",
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
  const names = namesById(messages);
  const said = messages.filter((one) => noiseOf(one) === null && textOf(one) !== "");
  const systems = new Set(
    said.flatMap((one) => (isSystem(one, names) ? [nameOf(one, names)] : [])),
  );
  const persons = said.map((one) => nameOf(one, names)).filter((name) => !systems.has(name));
  const people = new ChatPeople(persons);
  const lines = said.flatMap((message) => {
    const author = nameOf(message, names);
    const texts = textOf(message)
      .split("\n")
      .map((line) => people.withoutNames(plain(line, names)).trim())
      .filter(Boolean);
    const who = systems.has(author) ? author : people.partOf(author);
    return messageLines(`${timeOf(message)} - ${who}`, texts);
  });
  const leftOut = messages.flatMap((one): LeftOutLine[] => {
    const reason = noiseOf(one);
    const text = plain(textOf(one), names) || (one.subtype ?? "");
    return reason === null ? [] : [{ text, reason }];
  });
  return { lines, leftOut, people: people.all(), systems: [...systems], isMarked: true };
}

/** The name of each account, which not every message of its holder says. */
function namesById(messages: readonly Message[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const message of messages) {
    const name = ownName(message);
    if (message.user && name !== null && !names.has(message.user)) names.set(message.user, name);
  }
  // Whoever writes without a name goes by the account.
  for (const { user } of messages) if (user && !names.has(user)) names.set(user, bare(user));
  return names;
}

/** The name that a message says itself. */
function ownName({ user_profile: profile, username }: Message): string | null {
  const written = [profile?.real_name, profile?.display_name, username];
  const name = written.find((one) => one !== null && one !== undefined && one.trim() !== "");
  return name === null || name === undefined ? null : bare(name);
}

function nameOf(message: Message, names: ReadonlyMap<string, string>): string {
  const { user, bot_id: bot } = message;
  const own = ownName(message);
  const known = user ? names.get(user) : undefined;
  const name = isBot(message) ? (own ?? known) : (known ?? own);
  return name ?? bare(bot || "somebody");
}

function bare(name: string): string {
  return name.replaceAll(/[\s:<>[\]()*_`|]+/g, " ").trim();
}

function isBot({ bot_id: bot, subtype, user }: Message): boolean {
  return Boolean(bot) || subtype === "bot_message" || user === "USLACKBOT";
}

/** Nothing says of an account that goes by its number alone that it is no person's. */
function isSystem(message: Message, names: ReadonlyMap<string, string>): boolean {
  const name = nameOf(message, names);
  return isBot(message) || (name !== message.user && isChatSystem(name));
}

const aboutChannel =
  /^(?:(?:channel|group)_(?:topic|purpose|name|archive|unarchive|convert_to_private|convert_to_public|posting_permissions|canvas_updated)|(?:un)?pinned_item|bot_(?:add|remove|enable|disable)|reminder_add|huddle_thread)$/;

/** Why a message is none of anybody's words; null where it is. */
function noiseOf({ subtype }: Message): LeftOutLine["reason"] | null {
  const kind = subtype ?? "";
  if (/^(?:channel|group)_(?:join|leave)$/.test(kind)) return "membership";
  if (kind === "tombstone") return "deleted";
  return aboutChannel.test(kind) ? "channel" : null;
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
