import { doubtfulNames, firstNames } from "#knowledge/language/lexicon/names";
import { namedOtherwise } from "#knowledge/language/lexicon/named-otherwise";
import { systems } from "#knowledge/language/lexicon/systems";

/** A sign that stands for a feeling or a thing: `:eyes:`, a picture, a flag, a key. */
export const emoji = String.raw`(?::[a-z0-9_+'-]{1,60}:|\p{Regional_Indicator}{2}|[#*\d]\u{fe0f}?\u{20e3}|\p{Extended_Pictographic}[\p{Emoji_Modifier}\u{fe0f}\u{200d}\p{Extended_Pictographic}]*)`;

const atEnd = new RegExp(
  String.raw`[ \t]*(?:[ \t](APP|BOT|WORKFLOW)|\([^()]{0,40}\)|${emoji}|[ \t][-–—·•|])$`,
  "u",
);
const mostSigns = 12;

/**
 * A name without what a chat puts behind it: pronouns, the signs of a status, and the badge by which
 * it marks what is no person.
 */
export function signsBehindName(written: string): {
  readonly name: string;
  readonly isMarked: boolean;
} {
  let name = written.trim();
  let isMarked = false;
  for (let count = 0; count < mostSigns; count++) {
    const sign = atEnd.exec(name);
    if (!sign) break;
    isMarked ||= sign[1] !== undefined;
    name = name.slice(0, sign.index).trimEnd();
  }
  return { name: name.replaceAll(/[ \t]*\([^()]{0,40}\)/g, ""), isMarked };
}

const badges = new RegExp(String.raw`^(?:(?:APP|BOT|WORKFLOW|${emoji})(?:[ \t]+|$))+`, "u");

/** What of a line is nothing but a badge or signs of a status at its beginning; empty where nothing is. */
export function badgesOn(line: string): string {
  return badges.exec(line)?.[0] ?? "";
}

const service = /^(?:alerts?|alerting|notifications?|bot|app|ci|cd|cloud|chatops|webhooks?)$/i;

/** Whether a name ends as a robot's does: "deploybot". */
export function isRobot(name: string): boolean {
  return /(?:[-_. ]|\p{Ll})bot$/iu.test(name) && !/\b(?:ab|tal)bot$/i.test(name);
}

/** Whether a name is that of a system: a product's or a robot's. */
export function isChatSystem(name: string): boolean {
  if (isRobot(name)) return true;
  const words = name.toLowerCase().split(/[\s._-]+/);
  if (words.some((word) => firstNames.has(word) || doubtfulNames.has(word))) return false;
  return words.every((word) => namedOtherwise.has(word) || systems.has(word) || service.test(word));
}
