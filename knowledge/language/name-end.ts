import { isProgramBehind } from "./beside-name";
import { endOfFamilyName, isSurelyFamilyName } from "./family-name";
import {
  beforePlaces,
  doubtfulNames,
  firstNames,
  namedThings,
  notFamilyNames,
  titles,
} from "./lexicon/names";
import { wordSet } from "./lexicon/word-set";
import { opensSentence } from "./opens-sentence";
import { isSurelyPerson } from "./sole-name";
import { isMarkAt, normAt, tokenAt, type Token } from "./token";
import { whoIs } from "./who";

export function isFirstName(norm: string): boolean {
  return firstNames.has(norm) || doubtfulNames.has(norm);
}

/** The last token of the name that begins here; null where none does. */
export function endOfName(tokens: readonly Token[], at: number): number | null {
  const first = normAt(tokens, at);
  if (titles.has(first)) return endAfterTitle(tokens, at);
  if (!isFirstName(first) || isPlaceOrThing(tokens, at)) return null;
  const end = endOfFamilyName(tokens, at);
  return (end > at ? isFullName(tokens, at, end) : isWholeName(tokens, at)) ? end : null;
}

function isFullName(tokens: readonly Token[], at: number, end: number): boolean {
  const isSure = isSurelyFamilyName(normAt(tokens, end));
  // "Eve Online Tranquillity", "Jordan County": one such word is enough, but for "Maria Street Lopez".
  for (let each = isSure ? end : at + 1; each <= end; each++) {
    if (notFamilyNames.has(normAt(tokens, each))) return false;
  }
  return firstNames.has(normAt(tokens, at)) || isSure;
}

/** Whether a first name that no family name follows is a person's all the same. */
function isWholeName(tokens: readonly Token[], at: number): boolean {
  if (isProgramBehind(tokens, at)) return false;
  const isGiven = firstNames.has(normAt(tokens, at));
  return isGiven ? standsAlone(tokens, at) : isSurelyPerson(tokens, at);
}

function endAfterTitle(tokens: readonly Token[], at: number): number | null {
  const next = isMarkAt(tokens, at + 1, ".") ? at + 2 : at + 1;
  const { kind, capital, norm } = tokenAt(tokens, next);
  return kind === "word" && capital && norm.length > 1 ? endOfFamilyName(tokens, next) : null;
}

/** "San Jose", "Hurricane Katrina", "Murphy's law": what only bears a name. */
export function isPlaceOrThing(tokens: readonly Token[], at: number): boolean {
  const before = tokenAt(tokens, at - 1);
  if (before.capital && beforePlaces.has(before.norm)) return true;
  if (isDayBefore(tokens, at)) return true;
  const end = endOfFamilyName(tokens, at);
  return tokenAt(tokens, end).possessive && namedThings.has(normAt(tokens, end + 1));
}

/** "Eve of the launch", "Christmas Eve", "New Year's Eve". */
function isDayBefore(tokens: readonly Token[], at: number): boolean {
  if (normAt(tokens, at) !== "eve") return false;
  return normAt(tokens, at + 1) === "of" || daysWithEves.has(normAt(tokens, at - 1));
}

const daysWithEves = wordSet("christmas year easter midsummer friday monday");

/** Whether a first name alone is a person: no part of another name, no machine or version. */
function standsAlone(tokens: readonly Token[], at: number): boolean {
  if (!endsName(tokens, at)) return false;
  const before = tokenAt(tokens, at - 1);
  // A capital word before it, unless it begins the sentence, makes another name of both.
  const isOther = before.capital && !opensSentence(tokens, at - 1);
  return !isOther || whoIs(tokens, at - 1) !== "unknown";
}

/** Whether nothing behind a first name makes it a machine, a version or part of a longer word. */
export function endsName(tokens: readonly Token[], at: number): boolean {
  const next = tokenAt(tokens, at + 1);
  if (next.tied || next.kind === "number" || next.kind === "opaque") return false;
  const isModifier = next.kind === "word" && !tokenAt(tokens, at).possessive;
  return !isModifier || whoIs(tokens, at + 1) !== "system";
}
