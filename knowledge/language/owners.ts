import {
  doubtfulNames,
  familyNames,
  familyNamesAndWords,
  firstNames,
  notFamilyNames,
} from "./lexicon/names";
import { fields } from "./lexicon/fields";
import { namedOtherwise } from "./lexicon/named-otherwise";
import { humanGroups, humanModifiers } from "./lexicon/people";
import { determiners, prepositions } from "./lexicon/words";
import { wordSet } from "./lexicon/word-set";
import { knownNames, mention, namesIn, type Known, type NamesFound } from "./names";
import { normAt, tokenAt, type Token } from "./token";
import { tokensOf } from "./tokens";
import { isPlural, personPronouns, teamPronouns, whoIs } from "./who";

/**
 * The people who are named where a team or a role should stand: also those whose names would be
 * words in a sentence ("Grace", "Mark Hollis"), since this is none.
 */
export function ownersIn(content: string, tokens: readonly Token[], known: Known): NamesFound {
  const found = namesIn(content, tokens, known);
  const taken = new Set(found.spared);
  for (const { from, to } of found.mentions) for (let at = from; at <= to; at++) taken.add(at);
  const further = phrasesOf(tokens).flatMap(([at, end]) =>
    taken.has(at) || !isPerson(tokens, at, end)
      ? []
      : [mention({ content, tokens, at }, "personal-name", end)],
  );
  const mentions = [...found.mentions, ...further].toSorted((a, b) => a.from - b.from);
  return { ...found, mentions };
}

/**
 * Whether an owner is a team or a role by its words alone: "Payments squad", "SRE", "release manager".
 * What may be a person beside it, or instead of it, is none: "Kim (SRE)", "Kim's team", "kim".
 */
export function namesTeam(owner: string): boolean {
  const tokens = tokensOf(owner);
  const phrases = phrasesOf(tokens);
  const isPlain = tokens.every(({ kind }) => ["word", "mark", "number"].includes(kind));
  if (!isPlain || phrases.length === 0) return false;
  if (ownersIn(owner, tokens, { names: knownNames([]) }).mentions.length > 0) return false;
  return phrases.every(([from, to]) => isTeam(tokens, from, to));
}

/** A word for a team goes with any name of one that is no person's; without it every word has to be of work. */
function isTeam(tokens: readonly Token[], from: number, to: number): boolean {
  const phrase = tokens.slice(from, to + 1);
  const mayBePerson = phrase.some(
    ({ norm, possessive }) =>
      possessive || personPronouns.has(norm) || (firstNames.has(norm) && !namedOtherwise.has(norm)),
  );
  if (mayBePerson || phrase.every(({ norm }) => teamPronouns.has(norm))) return false;
  const own = phrase.flatMap(({ norm }, index) =>
    teamWords.has(norm) || isSmall(norm)
      ? []
      : [{ norm, isOfWork: isOfWork(tokens, from + index) }],
  );
  const [first, last] = [normAt(tokens, from), normAt(tokens, to)];
  if (teamWords.has(last)) return !isNameOfPerson(own);
  if (namedTeams.has(first)) return !isNameOfPerson(own) && !endsWithName(own);
  return own.length > 0 && own.every((word) => word.isOfWork);
}

/** A word in the name of a team. */
interface OwnWord {
  readonly norm: string;
  readonly isOfWork: boolean;
}

/** "Team Grace", "Will team", "Tanaka crew": names that are words too, or of a family, and nothing else. */
function isNameOfPerson(words: readonly OwnWord[]): boolean {
  const [first, ...rest] = words.map(({ norm }) => norm);
  if (first === undefined || namedOtherwise.has(first)) return false;
  const mayBeName = doubtfulNames.has(first) || isOfFamily(first);
  return mayBeName && rest.every(isOfFamily) && !words.some(({ isOfWork: isKnown }) => isKnown);
}

function isOfFamily(norm: string): boolean {
  return familyNames.has(norm) && !familyNamesAndWords.has(norm);
}

/** "Team lead Sakura": what stands behind a word of work names who it is. */
function endsWithName(words: readonly OwnWord[]): boolean {
  return words.some((word, at) => !word.isOfWork && words[at - 1]?.isOfWork === true);
}

/** Before a name these make one of a team: "Team Phoenix". */
const namedTeams = wordSet("team teams squad squads group guild crew tribe chapter pod");
const teamWords: ReadonlySet<string> = new Set([
  ...namedTeams,
  ...wordSet("department dept division desk"),
]);

function isOfWork(tokens: readonly Token[], at: number): boolean {
  const norm = normAt(tokens, at);
  const isField = fields.has(norm) || humanGroups.has(norm) || humanModifiers.has(norm);
  return isField || norm === "head" || whoIs(tokens, at) !== "unknown";
}

function isSmall(norm: string): boolean {
  return determiners.has(norm) || prepositions.has(norm);
}

/** First and last token of what stands between marks, and before and after "and". */
function phrasesOf(tokens: readonly Token[]): [from: number, to: number][] {
  const phrases: [number, number][] = [];
  let from = 0;
  for (let at = 0; at <= tokens.length; at++) {
    const isInner = tokenAt(tokens, at).kind === "word" && !joins.has(normAt(tokens, at));
    if (isInner) continue;
    if (at > from) phrases.push([from, at - 1]);
    from = at + 1;
  }
  return phrases;
}

const joins = wordSet("and or with & plus from of in at");

/** How many words a name has at most. */
const longest = 3;

function isPerson(tokens: readonly Token[], from: number, to: number): boolean {
  const first = normAt(tokens, from);
  if (to - from >= longest || !(firstNames.has(first) || doubtfulNames.has(first))) return false;
  if (namedOtherwise.has(first) || !isName(tokens, from)) return false;
  for (let at = from + 1; at <= to; at++) {
    if (!isName(tokens, at) || isOfTeam(tokens, at)) return false;
  }
  return true;
}

function isName(tokens: readonly Token[], at: number): boolean {
  const { kind, capital, norm } = tokenAt(tokens, at);
  return kind === "word" && capital && !notFamilyNames.has(norm);
}

/** "Grace Payments", "Dakota Services": what a team or a system is called by. */
function isOfTeam(tokens: readonly Token[], at: number): boolean {
  const { norm } = tokenAt(tokens, at);
  const who = whoIs(tokens, at);
  if (who === "person") return isPlural(norm);
  return who !== "unknown" || fields.has(norm) || namedOtherwise.has(norm);
}
