import { partsOf, ruleOf } from "#knowledge/language/name-people";
import { namesTeam } from "#knowledge/language/owners";

import { teamOf, wordsOfAction } from "./draft-actions";
import type { DraftLines } from "./draft-lines";
import type { PostMortem } from "./post-mortem";
import { mayBeNameByLength, nameIn } from "./name-left";
import { lineWords } from "./reading-summary";

/** More names than these are not looked for. */
const mostNames = 100;

/**
 * Names that were left out where they say whose something is, and that the text goes on to tell of:
 * nobody is renamed unasked, but it is said where they stand.
 */
export function namesLeft(postMortem: PostMortem, account: DraftLines): string[] {
  const texts = textsOf(postMortem, account);
  const left = namesIn(leftOutOf(postMortem));
  const others = namedBy(postMortem).filter((name) => !left.includes(name));
  const ask = "Where they are people, say the part that they played.";
  const parts = partsOfNames([...left, ...others], postMortem);
  return [
    sentenceOn(
      left,
      { texts, parts },
      "Names that were left out as those of authors or owners still stand in the text",
    ),
    sentenceOn(others, { texts, parts }, "Actions and messages name who may be people"),
  ].flatMap((sentence) => (sentence === null ? [] : [`${sentence}. ${ask}`]));
}

/** The parts that a chat of the same document gave to those who are named. */
function partsOfNames(names: readonly string[], { chat }: PostMortem): ReadonlyMap<string, string> {
  const given = new Map(chat?.people.map(({ name, part }) => [name, part]));
  const mentions = names.map((name) => ({ rule: ruleOf(name), name, role: null }));
  const all = partsOf(mentions, { parts: given });
  const known = new Set(given.values());
  return new Map([...all].filter(([, part]) => known.has(part)));
}

function sentenceOn(
  names: readonly string[],
  { texts, parts }: { texts: readonly Told[]; parts: ReadonlyMap<string, string> },
  says: string,
): string | null {
  const found = names.flatMap((name) => {
    const pattern = nameIn(name);
    const lines = texts.flatMap(({ text, line }) => (pattern.test(text) ? [line + 1] : []));
    const part = parts.get(name);
    const who = part === undefined ? `“${name}”` : `“${name}”, ${part} in the chat`;
    return lines.length === 0 ? [] : [`${who} (${lineWords([...new Set(lines)])})`];
  });
  return found.length === 0 ? null : `${says}: ${found.join(", ")}`;
}

interface Told {
  readonly text: string;
  readonly line: number;
}

/** What labels of people and owners of actions give. */
function leftOutOf({ labels, actions }: PostMortem): string[] {
  return [
    ...labels.flatMap(({ meaning, value }) => (meaning === "people" ? [value] : [])),
    ...actions.map((action) => (teamOf(action) === null ? (action.owner ?? "") : "")),
  ];
}

const doer =
  /^((?:\p{Lu}[\p{L}'’-]{1,30})(?: \p{Lu}[\p{L}.'’-]{0,30}){0,2})(?::| (?:to|will|should|must|can)\b)/u;
const inBrackets = /[([]((?:\p{Lu}[\p{L}'’-]{1,30})(?: \p{Lu}[\p{L}.'’-]{0,30}){1,2})[)\]][.]?$/u;

/** Who wrote in a chat, and whom an action addresses or says to do it: "@kim", "Kim Lee to …". */
function namedBy({ actions, chat }: PostMortem): string[] {
  const named = actions.flatMap((action) => {
    const words = wordsOfAction(action).join(" ");
    const handles = (words.match(/(?<![\p{L}\p{N}/])@[\w.-]{2,40}/gu) ?? []).slice(0, 5);
    return [...handles, doer.exec(words)?.[1] ?? "", inBrackets.exec(words)?.[1] ?? ""];
  });
  return namesIn([...named, ...(chat?.people ?? []).map(({ name }) => name)]);
}

/** The names in what was written where names stand, and the first of several words. */
function namesIn(written: readonly string[]): string[] {
  const names = written
    .flatMap((value) => [...value.split(/[,;/&+|]|\band\b/), ...handlesIn(value)])
    .map((name) =>
      name
        .replaceAll(/\([^()]{0,60}\)/g, "")
        .replaceAll(/[<>[\]"“”]/g, "")
        .trim()
        // "jo@" and "jo@example.com" are the account of Jo, as "@jo" is.
        .replace(/(?<=\S)@.*$/, "")
        .replace(/^@/, ""),
    )
    .filter((name) => mayBeNameByLength(name) && isName(name));
  const firsts = names
    .flatMap((name) => /^(\p{Lu}\p{L}+)[ .]\p{Lu}/u.exec(name)?.[1] ?? [])
    .filter((name) => mayBeNameByLength(name) && isName(name));
  const beside = names.flatMap(besideTeam).filter(mayBeNameByLength);
  return [...new Set([...names, ...firsts, ...beside])].slice(0, mostNames);
}

/** "Dept head Sakura" is Sakura in a sentence. */
function besideTeam(name: string): string[] {
  const words = name.split(" ");
  const others = words.filter((word) => !namesTeam(word));
  return others.length < words.length ? others.filter((word) => /^\p{Lu}/u.test(word)) : [];
}

/** "Jo Berg (@jb)" goes by both. */
function handlesIn(value: string): string[] {
  return (value.match(/(?<![\p{L}\p{N}.])@[\w.-]{2,40}/gu) ?? []).slice(0, 20);
}

const nobody =
  /^(?:tbd|todo|none|unknown|all|everyone|everybody|nobody|vendor|(?:(?:the|our|no) )?(?:owner|author)s?|yes|no)$/i;

function isName(name: string): boolean {
  const isWords = /^\p{L}[\p{L}.'’ -]*$/u.test(name) && name.split(" ").length <= 3;
  return isWords && !nobody.test(name) && !namesTeam(name);
}

/** What is kept, as it reads now: rows by their texts, everything else line by line. */
function textsOf({ lines, timeline, actions }: PostMortem, account: DraftLines): Told[] {
  const entries = timeline.map(({ text, row }) => ({ text, line: row.from }));
  const acts = actions.map((action) => ({
    text: [...wordsOfAction(action), ...action.aside].join(" "),
    line: action.from,
  }));
  const others = lines.flatMap((text, line) =>
    account.placeOf(line) === "dropped" ||
    account.placeOf(line) === "timeline" ||
    account.placeOf(line) === "actions"
      ? []
      : [{ text, line }],
  );
  return [...entries, ...acts, ...others].toSorted((a, b) => a.line - b.line);
}
