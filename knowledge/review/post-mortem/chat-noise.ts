import { emoji } from "./chat-author";
import { dayLine } from "./day-line";

/** A line of a chat that no message is made of, and why. */
export interface LeftOutLine {
  readonly text: string;
  readonly reason: keyof typeof told;
}

const counted = new RegExp(`^(?:${emoji}[ \\t]*\\d{1,4}[ \\t]*)+$`, "u");
const alone = new RegExp(`^${emoji}$`, "u");
const count = /^\d{1,4}$/;
const channel = String.raw`#[\p{L}\p{N}_-]{1,80}`;
const others = String.raw`(?:\d{1,4} others?|@?\p{Lu}[^.:;]{0,80})`;
const someone = String.raw`(?:@[\p{L}\d._-]{1,40}|\p{Lu}[\p{L}'’.-]{0,40}(?: \p{Lu}[\p{L}'’.-]{0,40}){0,3})`;
const membership = new RegExp(
  [
    String.raw`^(?:has |have )?joined ${channel}(?: along with ${others})?\.?$`,
    String.raw`^(?:has |have )?left ${channel}\.?$`,
    String.raw`^(?:was |were |has been |have been |been )?(?:added to|removed from|invited to) ${channel}(?: by ${someone})?\.?$`,
  ].join("|"),
  "u",
);
const ago = String.raw`(?:about )?(?:\d{1,3}|an?) \p{L}{3,7} ago`;
const day = String.raw`today|yesterday|(?:on )?\p{L}{3,9} \d{1,2}(?:st|nd|rd|th)?(?:, \d{4})?`;
const lastReply = String.raw`Last reply (?:${ago}|(?:${day})?(?: ?at \d{1,2}:\d{2}(?: ?[AP]M)?)?)`;
const replies = new RegExp(
  String.raw`^(?:\d{1,4} repl(?:y|ies)[ \t]*)?(?:${lastReply}[ \t]*)?(?:View thread)?$`,
  "u",
);

/**
 * Why a line below a message is none of its words: a reaction with its count, somebody who joined
 * the channel, the number of replies, each as chats print it; null where it is words. `before` and
 * `next` are its neighbours: some chats put a reaction and its count on lines of their own.
 */
export function noiseIn(
  text: string,
  { before, next }: { before: string | undefined; next: string | undefined },
): LeftOutLine["reason"] | null {
  if (membership.test(text)) return "membership";
  if (replies.test(text)) return "replies";
  const isReaction =
    counted.test(text) ||
    (alone.test(text) && count.test(next ?? "")) ||
    (count.test(text) && alone.test(before ?? ""));
  return isReaction ? "reaction" : null;
}

const told = {
  reaction: ["reaction", "reactions"],
  membership: ["line on who joined or left", "lines on who joined or left"],
  replies: ["line on replies", "lines on replies"],
  divider: ["divider", "dividers"],
  deleted: ["deleted message", "deleted messages"],
  channel: ["note on the channel itself", "notes on the channel itself"],
} as const;

const reasons = ["reaction", "membership", "replies", "divider", "deleted", "channel"] as const;

const decoration = /^[-–—─━_=*~ \t]+|[-–—─━_=*~ \t]+$/gu;

/**
 * The day that a chat shows between messages, as it stands there without strokes: "Saturday, November
 * 14th", "Today"; empty where it only shows what is new; null where a line is no divider.
 */
export function dividerIn(text: string): string | null {
  if (text.length > 60) return null;
  const bare = text.replaceAll(decoration, "").replace(/^day changed(?: to)? /i, "");
  if (/^New(?: messages)?$/i.test(bare)) return bare.startsWith("n") ? null : "";
  return /^[\p{Lu}\d]/u.test(bare) && dayLine(bare) ? bare : null;
}

/** All that was left out, what is alike once, in a sentence; null where nothing was. */
export function leftOutInWords(left: readonly LeftOutLine[]): string | null {
  const parts = reasons.flatMap((reason) => {
    const lines = left.filter((line) => line.reason === reason);
    if (lines.length === 0) return [];
    const shown = new Set(lines.map(({ text }) => `“${text}”`));
    const [one, several] = told[reason];
    return [`${lines.length} ${lines.length === 1 ? one : several} (${[...shown].join(", ")})`];
  });
  return parts.length === 0 ? null : `Left out: ${parts.join("; ")}.`;
}

/** Which names were replaced by which parts, in a sentence; null where none was. */
export function partsInWords(
  people: readonly { readonly name: string; readonly part: string }[],
): string | null {
  const parts = people.map(({ name, part }) => `“${name}” is ${part}`);
  return parts.length === 0 ? null : `Names were replaced: ${parts.join(", ")}.`;
}

/** Which authors of messages were taken for systems and keep their names; null where none was. */
export function systemsInWords(systems: readonly string[]): string | null {
  if (systems.length === 0) return null;
  const names = systems.map((name) => `“${name}”`).join(", ");
  return `Read as systems, which keep their names: ${names}.`;
}
