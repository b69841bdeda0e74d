import { isCapital } from "./characters";
import {
  beforePlaces,
  commonHandles,
  doubtfulNames,
  familyNames,
  firstNames,
  namedThings,
  notFamilyNames,
  offices,
  sharedMailboxes,
  titles,
} from "./lexicon/names";
import { people } from "./lexicon/people";
import { roleBeside } from "./role-beside";
import { isMarkAt, normAt, tokenAt, type Token } from "./token";
import { tokensOf } from "./tokens";
import { whoIs } from "./who";

/** Where a text names a person. */
export interface Mention {
  readonly rule: "personal-name" | "handle" | "e-mail-address";
  /** First and last token. */
  readonly from: number;
  readonly to: number;
  /** The name as written. */
  readonly name: string;
  /** What the text says beside the name that the person does: "database administrator". */
  readonly role: string | null;
}

export interface NamesFound {
  readonly mentions: readonly Mention[];
  /** Whether somebody is named who may be: an author, an official, the head of a firm. */
  readonly publicPerson: boolean;
}

/** Names that are not to be pointed out: organisations, products, authors and publishers. */
export type KnownNames = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Makes a list of known names ready for looking, by the first word of each. */
export function knownNames(names: readonly string[]): KnownNames {
  const known = new Map<string, (readonly string[])[]>();
  for (const name of names) {
    const words = tokensOf(name).flatMap(({ kind, norm }) => (kind === "word" ? [norm] : []));
    const [first] = words;
    if (first !== undefined) known.set(first, [...(known.get(first) ?? []), words]);
  }
  return known;
}

/** The people whom the tokens of a block name. Rather too few than a product taken for a person. */
export function namesIn(content: string, tokens: readonly Token[], known: KnownNames): NamesFound {
  const mentions: Mention[] = [];
  let publicPerson = false;
  for (let at = 0; at < tokens.length; at++) {
    const spared = endOfKnown(tokens, at, known);
    if (spared > at) {
      publicPerson ||= isFirstName(normAt(tokens, at));
      at = spared - 1;
      continue;
    }
    const found = mentionAt(content, tokens, at);
    if (!found) continue;
    if (isPublic(tokens, found)) publicPerson = true;
    else mentions.push(found);
    at = found.to;
  }
  return { mentions, publicPerson };
}

function isFirstName(norm: string): boolean {
  return firstNames.has(norm) || doubtfulNames.has(norm);
}

/** Behind the longest known name that begins here; `at` itself where none does. */
function endOfKnown(tokens: readonly Token[], at: number, known: KnownNames): number {
  const { kind, norm, capital } = tokenAt(tokens, at);
  if (kind !== "word" || !capital) return at;
  let end = at;
  for (const words of known.get(norm) ?? []) {
    const fits = words.every((word, index) => normAt(tokens, at + index) === word);
    if (fits) end = Math.max(end, at + words.length);
  }
  return end;
}

function mentionAt(content: string, tokens: readonly Token[], at: number): Mention | null {
  const { kind, norm, capital, tied } = tokenAt(tokens, at);
  const place = { content, tokens, at };
  if (kind === "handle") return isCommonHandle(norm) ? null : mention(place, "handle", at);
  if (kind === "e-mail") {
    const mailbox = norm.slice(0, norm.indexOf("@"));
    return sharedMailboxes.has(mailbox) ? null : mention(place, "e-mail-address", at);
  }
  if (kind !== "word" || !capital || tied) return null;
  const end = isAbbreviation(content, tokens, at) ? null : endOfName(tokens, at);
  return end === null ? null : mention(place, "personal-name", end);
}

/** "MS" and "DR" are no titles: they are a company and a kind of site. */
function isAbbreviation(content: string, tokens: readonly Token[], at: number): boolean {
  const { norm, start } = tokenAt(tokens, at);
  return titles.has(norm) && isCapital(content, start + 1);
}

interface Place {
  readonly content: string;
  readonly tokens: readonly Token[];
  readonly at: number;
}

function mention({ content, tokens, at }: Place, rule: Mention["rule"], to: number): Mention {
  const last = tokenAt(tokens, to);
  const written = content.slice(tokenAt(tokens, at).start, last.end);
  const name = last.possessive ? written.replace(/['’ʼ]s?$/, "") : written;
  return { rule, from: at, to, name, role: roleBeside(content, tokens, { from: at, to }) };
}

const groupHandle = /(?:team|oncall|on-call|bot|status|support|ops|alerts|admins?|eng|sre)$/;

function isCommonHandle(norm: string): boolean {
  return commonHandles.has(norm) || groupHandle.test(norm) || /^v?\d/.test(norm);
}

/** The last token of the name that begins here; null where none does. */
function endOfName(tokens: readonly Token[], at: number): number | null {
  const first = normAt(tokens, at);
  if (titles.has(first)) return endAfterTitle(tokens, at);
  if (!isFirstName(first) || isPlaceOrThing(tokens, at)) return null;
  const end = endOfFamilyName(tokens, at);
  const family = normAt(tokens, end);
  if (end > at && notFamilyNames.has(family)) return null;
  const isName = firstNames.has(first)
    ? end > at || standsAlone(tokens, at)
    : end > at && familyNames.has(family);
  return isName ? end : null;
}

function endAfterTitle(tokens: readonly Token[], at: number): number | null {
  const next = isMarkAt(tokens, at + 1, ".") ? at + 2 : at + 1;
  const { kind, capital, norm } = tokenAt(tokens, next);
  return kind === "word" && capital && norm.length > 1 ? endOfFamilyName(tokens, next) : null;
}

/** Over parts tied by hyphens and middle initials to the end of the family name. */
function endOfFamilyName(tokens: readonly Token[], at: number): number {
  const first = endOfTied(tokens, at);
  const family = behindInitials(tokens, first);
  const alone = tokenAt(tokens, first).possessive || !isFamilyName(tokens, family);
  return alone ? first : endOfTied(tokens, family);
}

function endOfTied(tokens: readonly Token[], at: number): number {
  let end = at;
  while (tokenAt(tokens, end + 1).tied && isFamilyName(tokens, end + 1)) end += 1;
  return end;
}

/** Where the family name may begin: behind "J." or "J. R.". */
function behindInitials(tokens: readonly Token[], at: number): number {
  let next = at + 1;
  while (isInitial(tokens, next)) next += isMarkAt(tokens, next + 1, ".") ? 2 : 1;
  return next;
}

function isInitial(tokens: readonly Token[], at: number): boolean {
  const { kind, capital, start, end } = tokenAt(tokens, at);
  return kind === "word" && capital && end - start === 1;
}

function isFamilyName(tokens: readonly Token[], at: number): boolean {
  const { kind, capital, norm } = tokenAt(tokens, at);
  if (kind !== "word" || !capital || people.has(norm)) return false;
  const who = whoIs(tokens, at);
  // "Freeman" and "Hoffman" end like trades.
  return who === "unknown" || (who === "person" && /m[ae]n$/.test(norm));
}

function isPlaceOrThing(tokens: readonly Token[], at: number): boolean {
  const before = tokenAt(tokens, at - 1);
  if (before.capital && beforePlaces.has(before.norm)) return true;
  const end = endOfFamilyName(tokens, at);
  return tokenAt(tokens, end).possessive && namedThings.has(normAt(tokens, end + 1));
}

/** Whether a first name alone is a person: no part of another name, no machine or version. */
function standsAlone(tokens: readonly Token[], at: number): boolean {
  const next = tokenAt(tokens, at + 1);
  if (next.tied || next.kind === "number" || next.kind === "opaque") return false;
  const isModifier = next.kind === "word" && !tokenAt(tokens, at).possessive;
  if (isModifier && whoIs(tokens, at + 1) === "system") return false;
  const before = tokenAt(tokens, at - 1);
  // A capital word before it, unless it begins the sentence, makes another name of both.
  return !before.capital || at < 2 || whoIs(tokens, at - 1) !== "unknown";
}

/** How far an office may stand from the name of its holder. */
const officeReach = 5;

function isPublic(tokens: readonly Token[], { rule, from, to }: Mention): boolean {
  if (rule !== "personal-name") return false;
  if (tokenAt(tokens, to + 1).kind === "citation" || isAuthor(tokens, to)) return true;
  return officeBefore(tokens, from) || officeBehind(tokens, to);
}

function officeBefore(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - officeReach); at--) {
    if (isMarkAt(tokens, at, ".")) return false;
    if (offices.has(normAt(tokens, at))) return true;
  }
  return false;
}

function officeBehind(tokens: readonly Token[], to: number): boolean {
  if (!isMarkAt(tokens, to + 1, ",") && !isMarkAt(tokens, to + 1, "(")) return false;
  for (let at = to + 2; at <= to + 1 + officeReach; at++) {
    if (offices.has(normAt(tokens, at))) return true;
  }
  return false;
}

/** "Leveson (1993)", "Leveson et al.": the author of a work. */
function isAuthor(tokens: readonly Token[], to: number): boolean {
  if (normAt(tokens, to + 1) === "et") return true;
  const { kind, start, end } = tokenAt(tokens, to + 2);
  return isMarkAt(tokens, to + 1, "(") && kind === "number" && end - start === 4;
}
