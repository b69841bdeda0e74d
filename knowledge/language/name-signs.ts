import { isOnDuty, isPersonBehind, verbBehind } from "./beside-name";
import { breaksNoun, isAdverb, isParticiple } from "./grammar";
import { firstNames, doubtfulNames, familyNames, notFamilyNames } from "./lexicon/names";
import { endsLikeProduct, namedOtherwise } from "./lexicon/named-otherwise";
import {
  belongings,
  deeds,
  donePersonally,
  donePersonallyBy,
  doneToPeople,
  humanDeeds,
} from "./lexicon/person-verbs";
import type { PersonSigns, Way } from "./known-persons";
import { people } from "./lexicon/people";
import { manners } from "./lexicon/words";
import type { KnownNames, NamesFound } from "./names";
import { opensSentence } from "./opens-sentence";
import { isWordAt, normAt, tokenAt, type Token } from "./token";
import { personPronouns, whoIs } from "./who";

/** What the names in a block tell of the names in the whole text. */
export interface NameSigns extends PersonSigns {
  /** Capitalised words in which no name was found. */
  readonly capitals: ReadonlySet<string>;
  /** Letters that people were given before: "engineer A". */
  readonly letters: readonly string[];
}

export const noSigns: NameSigns = {
  persons: [],
  likely: [],
  unlikely: [],
  capitals: new Set(),
  letters: [],
};

/** Looks through a block whose names have been found; `spared` are tokens that may name something. */
export function signsIn(tokens: readonly Token[], found: NamesFound, known: KnownNames): NameSigns {
  const named = new Set(found.spared);
  for (const { from, to } of found.mentions) for (let at = from; at <= to; at++) named.add(at);
  const unnamed = capitalsIn(tokens, named);
  const unknown = unnamed.filter((at) => !known.words.has(normAt(tokens, at)));
  const shown = found.publicPerson
    ? []
    : unknown.map((at) => ({ at, as: shownAs(tokens, at, named) }));
  return {
    persons: found.mentions
      .filter(({ rule }) => rule === "personal-name")
      .flatMap(({ from, to }) => waysOf(tokens, from, to)),
    likely: shown.flatMap(({ at, as }) => (as === "person" ? likelyFrom(tokens, at) : [])),
    unlikely: shown.flatMap(({ at, as }) => (as === "thing" ? [normAt(tokens, at)] : [])),
    capitals: new Set(unnamed.map((at) => normAt(tokens, at))),
    letters: unnamed
      .filter((at) => isLetterOfPart(tokens, at))
      .map((at) => normAt(tokens, at).toUpperCase()),
  };
}

function capitalsIn(tokens: readonly Token[], named: ReadonlySet<number>): number[] {
  const capitals: number[] = [];
  for (const [at, { kind, capital }] of tokens.entries()) {
    if (kind === "word" && capital && !named.has(at)) capitals.push(at);
  }
  return capitals;
}

type Shown = "person" | "thing" | "neither";

/** What the words beside a capitalised word, which nobody knows, show it to be. */
function shownAs(tokens: readonly Token[], at: number, named: ReadonlySet<number>): Shown {
  if (!mayBeName(tokens, at)) return "neither";
  if (isThing(tokens, at)) return "thing";
  return isPerson(tokens, at, named) ? "person" : "neither";
}

/** The words by which somebody goes who was called by tokens `from` to `to`. */
function waysOf(tokens: readonly Token[], from: number, to: number): [string, Way][] {
  const words: string[] = [];
  for (let at = from; at <= to; at++) {
    const { kind, norm } = tokenAt(tokens, at);
    if (kind === "word" && norm.length > 1) words.push(norm);
  }
  return words.flatMap((word, index): [string, Way][] => {
    // "Ada Admin": what anybody may be is nobody's name by itself.
    if (titlesOrMonths.has(word) || people.has(word)) return [];
    if (firstNames.has(word)) return [[word, "given"]];
    const isOuter = index === 0 || index === words.length - 1;
    return isOuter ? [[word, isAscii(word) ? "ordinary" : "given"]] : [];
  });
}

const titlesOrMonths = new Set(["mr", "mrs", "ms", "dr", "prof", "april", "may", "june", "august"]);

/** "On-call engineer A": the letter behind a part. */
function isLetterOfPart(tokens: readonly Token[], at: number): boolean {
  const { start, end, norm } = tokenAt(tokens, at);
  if (end - start > 2 || !/^[a-z]{1,2}$/.test(norm)) return false;
  if (!isWordAt(tokens, at - 1) || personPronouns.has(normAt(tokens, at - 1))) return false;
  return whoIs(tokens, at - 1) === "person";
}

function isAscii(word: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return /^[\u0000-\u007f]*$/.test(word);
}

/** Whether a capitalised word has the form of a name, and nobody knows it as anything else. */
function mayBeName(tokens: readonly Token[], at: number): boolean {
  const { norm, tied } = tokenAt(tokens, at);
  if (tied || norm.length < 3 || !/^\p{L}[\p{L}\p{M}'’]+$/u.test(norm)) return false;
  if (isKnownOtherwise(norm) || whoIs(tokens, at) !== "unknown") return false;
  const next = tokenAt(tokens, at + 1);
  return !next.tied && next.kind !== "number" && next.kind !== "opaque";
}

const otherLists = [namedOtherwise, doubtfulNames, familyNames, notFamilyNames];

function isKnownOtherwise(norm: string): boolean {
  return (
    otherLists.some((list) => list.has(norm)) || endsLikeProduct.test(norm) || breaksNoun(norm)
  );
}

const beforeThings = new Set([
  "the",
  "a",
  "an",
  "this",
  "our",
  "in",
  "into",
  "via",
  "inside",
  "near",
]);

/** "In Kafka", "the Kafka broker": no person is spoken of so. */
function isThing(tokens: readonly Token[], at: number): boolean {
  const { possessive } = tokenAt(tokens, at);
  if (beforeThings.has(normAt(tokens, at - 1))) return true;
  return !possessive && whoIs(tokens, at + 1) === "system";
}

/**
 * Whether the words beside it make a person of it. A word in plain letters may be any product or
 * firm, and any word at all where it begins a sentence or stands behind a colon: it must do what
 * only people do.
 */
function isPerson(tokens: readonly Token[], at: number, named: ReadonlySet<number>): boolean {
  const isPlain = isAscii(normAt(tokens, at));
  const before = tokenAt(tokens, at - 1);
  if (before.capital && namedOtherwise.has(before.norm)) return false;
  if (isPlain && (before.kind !== "word" || isPartOfLonger(tokens, at))) return false;
  const beside: Beside = { tokens, at, end: endOfCapitals(tokens, at) };
  if (isSoOfAnyone(beside)) return true;
  return !isPlain && (isSoOfForeign(beside) || isInRow(beside, named));
}

interface Beside {
  readonly tokens: readonly Token[];
  readonly at: number;
  /** The last of the capitalised words that begin with it. */
  readonly end: number;
}

function isPartOfLonger(tokens: readonly Token[], at: number): boolean {
  const before = tokenAt(tokens, at - 1);
  const next = tokenAt(tokens, at + 1);
  const isNext = next.kind === "word" && next.capital && !tokenAt(tokens, at).possessive;
  const isBefore = before.kind === "word" && before.capital && !opensSentence(tokens, at - 1);
  return isNext || isBefore;
}

function endOfCapitals(tokens: readonly Token[], at: number): number {
  let end = at;
  const isName = ({ kind, capital }: Token) => kind === "word" && capital;
  while (end < at + 3 && !tokenAt(tokens, end).possessive && isName(tokenAt(tokens, end + 1)))
    end += 1;
  return end;
}

/** The word itself, and the family name behind it. */
function likelyFrom(tokens: readonly Token[], at: number): (readonly [string, Way])[] {
  const end = endOfCapitals(tokens, at);
  const given = [normAt(tokens, at), "given"] as const;
  return end > at ? [given, [normAt(tokens, end), "ordinary"]] : [given];
}

function isSoOfAnyone({ tokens, at, end }: Beside): boolean {
  const before = normAt(tokens, at - 1);
  if (donePersonally.has(before)) return true;
  if (before === "by" && donePersonallyBy.has(normAt(tokens, at - 2))) return true;
  if (tokenAt(tokens, end).possessive) return false;
  return humanDeeds.has(verbBehind(tokens, end)) || isOnDuty(tokens, end + 1);
}

/** A word with letters that English lacks names a person, or a place or firm, which do less. */
function isSoOfForeign({ tokens, at, end }: Beside): boolean {
  if (isReached(tokens, at)) return true;
  const next = normAt(tokens, end + 1);
  if (tokenAt(tokens, end).possessive) return belongings.has(next);
  if (next === "," || next === "(") return isPersonBehind(tokens, end + 2);
  if (next === ":") return tokenAt(tokens, at - 1).kind === "number";
  return deeds.has(verbBehind(tokens, end)) && mayBeginSubject(tokens, at);
}

/** "By Tomás", "paged Tomás", "thanks to Tomás". */
function isReached(tokens: readonly Token[], at: number): boolean {
  const before = normAt(tokens, at - 1);
  if (before === "to") return normAt(tokens, at - 2) === "thanks";
  return before === "by" || doneToPeople.has(before);
}

/** "The café Überblick closed": a noun before it says what it is. */
function mayBeginSubject(tokens: readonly Token[], at: number): boolean {
  const { kind, norm } = tokenAt(tokens, at - 1);
  if (kind !== "word" || opensSentence(tokens, at)) return true;
  if (breaksNoun(norm) || isAdverb(norm) || manners.has(norm) || isParticiple(norm)) return true;
  return ["person", "team"].includes(whoIs(tokens, at - 1));
}

/** "Priya and Tomás": beside somebody who is known. */
function isInRow({ tokens, at, end }: Beside, named: ReadonlySet<number>): boolean {
  const joins = (mark: string) => mark === "and" || mark === "or" || mark === ",";
  if (joins(normAt(tokens, at - 1)) && named.has(at - 2)) return true;
  return joins(normAt(tokens, end + 1)) && named.has(end + 2);
}
