import { isYearBehind } from "./beside-name";
import { isCapital } from "./characters";
import { breaksNoun, isAdverb, isParticiple } from "./grammar";
import { endOfFamilyName, endOfTied } from "./family-name";
import { commonHandles, notFamilyNames, offices, sharedMailboxes, titles } from "./lexicon/names";
import { endOfInitialled } from "./initialled-name";
import { nobody, type KnownPersons, type Way } from "./known-persons";
import { deeds, humanDeeds } from "./lexicon/person-verbs";
import { determiners, irregularPasts, manners } from "./lexicon/words";
import { wordSet } from "./lexicon/word-set";
import { endOfMember, noMembers, type MemberNames } from "./member-names";
import { endOfName, endsName, isFirstName, isPlaceOrThing } from "./name-end";
import { opensSentence } from "./opens-sentence";
import { roleBeside } from "./role-beside";
import { isMarkAt, normAt, tokenAt, type Token } from "./token";
import { tokensOf } from "./tokens";

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
  /** Whether a sentence begins with it. */
  readonly opens: boolean;
}

export interface NamesFound {
  readonly mentions: readonly Mention[];
  /** Whether somebody is named who may be: an author, an official, the head of a firm. */
  readonly publicPerson: boolean;
  /** Tokens that belong to names which may stand. */
  readonly spared: readonly number[];
}

/** Names that are not to be pointed out: organisations, products, authors and publishers. */
export interface KnownNames {
  /** The words of each, by the first. */
  readonly byFirst: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Every word of them. */
  readonly words: ReadonlySet<string>;
}

/** Makes a list of known names ready for looking, by the first word of each. */
export function knownNames(names: readonly string[]): KnownNames {
  const known = new Map<string, (readonly string[])[]>();
  for (const name of names) {
    const words = tokensOf(name).flatMap(({ kind, norm }) => (kind === "word" ? [norm] : []));
    const [first] = words;
    if (first !== undefined) known.set(first, [...(known.get(first) ?? []), words]);
  }
  return { byFirst: known, words: new Set([...known.values()].flat(2)) };
}

/** What is known before a block is looked at. */
export interface Known {
  readonly names: KnownNames;
  /** Who is named elsewhere in the text: pointed out here too, however the words stand. */
  readonly persons?: KnownPersons;
  /** Who is known by an account. */
  readonly members?: MemberNames;
}

/** The people whom the tokens of a block name. Rather too few than a product taken for a person. */
export function namesIn(
  content: string,
  tokens: readonly Token[],
  { names, persons = nobody, members = noMembers }: Known,
): NamesFound {
  const mentions: Mention[] = [];
  const sparedTokens: number[] = [];
  let publicPerson = false;
  for (let at = 0; at < tokens.length; at++) {
    const spared = endOfKnown(tokens, at, names);
    if (spared > at) {
      publicPerson ||= isFirstName(normAt(tokens, at));
      for (let each = at; each < spared; each++) sparedTokens.push(each);
      at = spared - 1;
      continue;
    }
    const found = mentionAt({ content, tokens, at }, persons, members);
    if (!found) continue;
    if (isPublic(tokens, found)) {
      publicPerson = true;
      for (let each = at; each <= found.to; each++) sparedTokens.push(each);
    } else mentions.push(found);
    at = found.to;
  }
  return { mentions, publicPerson, spared: sparedTokens };
}

/** Behind the longest known name that begins here; `at` itself where none does. */
function endOfKnown(tokens: readonly Token[], at: number, { byFirst }: KnownNames): number {
  const { kind, norm, capital } = tokenAt(tokens, at);
  if (kind !== "word" || !capital) return at;
  let end = at;
  for (const words of byFirst.get(norm) ?? []) {
    const fits = words.every((word, index) => normAt(tokens, at + index) === word);
    if (fits) end = Math.max(end, at + words.length);
  }
  return end;
}

function mentionAt(place: Place, persons: KnownPersons, members: MemberNames): Mention | null {
  const { tokens, at } = place;
  const { kind, norm } = tokenAt(tokens, at);
  if (kind === "handle") return isCommonHandle(norm) ? null : mention(place, "handle", at);
  if (kind === "e-mail") {
    const mailbox = norm.slice(0, norm.indexOf("@"));
    return sharedMailboxes.has(mailbox) ? null : mention(place, "e-mail-address", at);
  }
  if (!mayBeginName(place)) return null;
  const end =
    endOfMember(tokens, at, members) ??
    endOfName(tokens, at) ??
    endOfInitialled(tokens, at) ??
    endOfPerson(tokens, at, persons.get(norm));
  return end === null ? null : mention(place, "personal-name", end);
}

function mayBeginName({ content, tokens, at }: Place): boolean {
  const { kind, capital, tied } = tokenAt(tokens, at);
  return kind === "word" && capital && !tied && !isAbbreviation(content, tokens, at);
}

/** "MS" and "DR" are no titles: they are a company and a kind of site. */
function isAbbreviation(content: string, tokens: readonly Token[], at: number): boolean {
  const { norm, start } = tokenAt(tokens, at);
  return titles.has(norm) && isCapital(content, start + 1);
}

/** A token of a block, and the words around it. */
interface Place {
  readonly content: string;
  readonly tokens: readonly Token[];
  readonly at: number;
}

/** A mention of somebody that ends at `to`. */
export function mention(
  { content, tokens, at }: Place,
  rule: Mention["rule"],
  to: number,
): Mention {
  const last = tokenAt(tokens, to);
  const written = content.slice(tokenAt(tokens, at).start, last.end);
  const name = last.possessive ? written.replace(/['’ʼ]s?$/, "") : written;
  const role = roleBeside(content, tokens, { from: at, to });
  return { rule, from: at, to, name, role, opens: opensSentence(tokens, at) };
}

const groupHandle = /(?:team|oncall|on-call|bot|status|support|ops|alerts|admins?|eng|sre)$/;

function isCommonHandle(norm: string): boolean {
  return commonHandles.has(norm) || groupHandle.test(norm) || /^v?\d/.test(norm);
}

/** The last token of the name of somebody who is named elsewhere, and begins here; else null. */
function endOfPerson(tokens: readonly Token[], at: number, way: Way | undefined): number | null {
  if (way === undefined || isPlaceOrThing(tokens, at)) return null;
  if (way === "ordinary" && !isNoPlainWord(tokens, at)) return null;
  const end = way === "given" ? endOfFamilyName(tokens, at) : endOfTied(tokens, at);
  if (notFamilyNames.has(normAt(tokens, end))) return null;
  return end > at || endsName(tokens, at) ? end : null;
}

/** Whether a word that may be a plain one is a name here: "Mark restarted it", but not "Mark it". */
function isNoPlainWord(tokens: readonly Token[], at: number): boolean {
  const { possessive } = tokenAt(tokens, at);
  const [before, next] = [tokenAt(tokens, at - 1), tokenAt(tokens, at + 1)];
  if (opensSentence(tokens, at)) {
    return possessive || next.norm === ":" || isDone(next.norm);
  }
  const isInOther = (other: Token) => other.kind === "word" && other.capital;
  if (!possessive && (isInOther(next) || isNounOf(next))) return false;
  if (isInOther(before) && !opensSentence(tokens, at - 1)) return false;
  return !determiners.has(before.norm) && !placing.has(before.norm);
}

/** "Grace period", "Ada code": a noun to which the word belongs, and no verb of a person. */
function isNounOf({ kind, norm }: Token): boolean {
  if (kind !== "word" || breaksNoun(norm) || determiners.has(norm) || manners.has(norm))
    return false;
  return !isDone(norm) && !isAdverb(norm) && !deeds.has(norm);
}

function isDone(norm: string): boolean {
  return (
    isParticiple(norm) || pastHelpers.has(norm) || irregularPasts.has(norm) || humanDeeds.has(norm)
  );
}

const pastHelpers = wordSet("was had has is did would could should");
const placing = wordSet("in on at near into within across inside since until during");

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
  return normAt(tokens, to + 1) === "et" || isYearBehind(tokens, to);
}
