import { isAsleep, isOnDuty, isPersonBehind, verbBehind } from "./beside-name";
import { breaksNoun, isAdverb } from "./grammar";
import { namedOtherwise } from "./lexicon/named-otherwise";
import {
  daysAndSeasons,
  doubtfulNames,
  firmsAndPlaces,
  firstNames,
  mainlyFirmsAndPlaces,
} from "./lexicon/names";
import { auxiliaries, determiners, manners } from "./lexicon/words";
import { wordSet } from "./lexicon/word-set";
import { nounAfter } from "./noun-after";
import { opensSentence } from "./opens-sentence";
import { isMarkAt, normAt, tokenAt, type Token } from "./token";
import { personPronouns } from "./who";

/** What only somebody with a head does, and no page, bill or mark. */
const ofTheHead = wordSet(`
  remembered remembers realised realized realises realizes wondered wonders hesitated recalled guessed
  glanced suspected thought believed hoped volunteered apologised apologized shrugged knew slept
`);
/** With "that" or "whether" behind, what only people do. */
const saidOrSeen = wordSet("confirmed noticed noted explained decided concluded asked");
const clauses = new Set(["that", "whether", "if", "how", "why"]);
const meetings = wordSet("bridge call channel room meeting chat huddle shift");
/** After "by": what is done with one's own hands, and by no program. */
const byHand = wordSet(`
  opened reviewed approved authored written drafted proposed suggested spotted phoned typed signed off filed
  acknowledged merged submitted paged escalated
`);
const doneToSomebody = wordSet("paged thanked woke phoned messaged texted reminded interviewed");
/** What no firm or place does even in a manner of speaking; they know, recall and suspect much. */
const ofOnesOwnHead = wordSet(`
  slept wondered hesitated glanced shrugged remembered remembers typed realised realized thought guessed
`);
/** What one person does at a keyboard. */
const atTheKeyboard = wordSet("muted silenced snoozed typed scrolled grepped rebased pasted");
/** What those within a firm look at before it goes out, and no other firm. */
const drafts = wordSet("patch commit pr mr diff branch hotfix query script runbook draft");
const times = wordSet("yesterday today again twice early late last first");

/**
 * Whether a first name that is a word, a place or a firm too can be nothing but a person where it
 * stands alone: "Will realised", "Grace was on call", "Mark (SRE)", "approved by Jordan at 11:20".
 */
export function isSurelyPerson(tokens: readonly Token[], at: number): boolean {
  const { norm, possessive } = tokenAt(tokens, at);
  const isDay = daysAndSeasons.has(norm);
  if ((namedOtherwise.has(norm) && !isDay) || isPartOfOther(tokens, at)) return false;
  if (mainlyFirmsAndPlaces.has(norm)) return !possessive && isSeenTwice(tokens, at);
  if (!possessive && doesAsPerson(tokens, at)) return true;
  if (isDay) return false;
  return isCalledByRole(tokens, at) || isReached(tokens, at);
}

/** Firms confirm and approve, and sites are on call: something else must show that it is a person. */
function isSeenTwice(tokens: readonly Token[], at: number): boolean {
  const verb = verbBehind(tokens, at);
  if (ofOnesOwnHead.has(verb) || isAsleep(tokens, at + 1)) return true;
  if (verb === "took")
    return doesAsPerson(tokens, at) && nounAfter(tokens, at + 3, people) !== null;
  if (isCalledByRole(tokens, at)) return true;
  if (isReached(tokens, at)) return isOfDraft(tokens, at - 3);
  return doesAsPerson(tokens, at) && isHeOrAtKeyboard(tokens, at + 2);
}

const people = ["person"] as const;

/** "The pull request has been merged by", "PR #4312 was": what was done to it ends before `end`. */
function isOfDraft(tokens: readonly Token[], end: number): boolean {
  let at = end;
  while (auxiliaries.has(normAt(tokens, at)) || isAdverb(normAt(tokens, at))) at -= 1;
  if (tokenAt(tokens, at).kind === "number") at -= 1;
  const [noun, before] = [normAt(tokens, at), normAt(tokens, at - 1)];
  return drafts.has(noun) || (noun === "request" && (before === "pull" || before === "merge"));
}

/** How far behind a verb the second sign may stand, in words. */
const signReach = 6;

/** "… confirmed that she had read it", "… joined the bridge and muted it". */
function isHeOrAtKeyboard(tokens: readonly Token[], start: number): boolean {
  for (let at = start; at < start + signReach; at++) {
    const [norm, next] = [normAt(tokens, at), normAt(tokens, at + 1)];
    if (clauses.has(norm) && (next === "he" || next === "she")) return true;
    if (norm === "and" && atTheKeyboard.has(next)) return true;
  }
  return false;
}

function isPartOfOther(tokens: readonly Token[], at: number): boolean {
  const before = tokenAt(tokens, at - 1);
  const next = tokenAt(tokens, at + 1);
  if (next.tied || (next.kind === "word" && next.capital)) return true;
  if (before.kind !== "word") return false;
  if (determiners.has(before.norm) || before.norm === "in") return true;
  return before.capital && !opensSentence(tokens, at - 1);
}

function doesAsPerson(tokens: readonly Token[], at: number): boolean {
  const verb = verbBehind(tokens, at);
  if (ofTheHead.has(verb) || isOnDuty(tokens, at + 1)) return true;
  const [second, third, fourth, fifth] = [2, 3, 4, 5].map((step) => normAt(tokens, at + step));
  if (verb === "took" && second === "over") return third === "as" && isPersonBehind(tokens, at + 4);
  if (saidOrSeen.has(verb)) return [second, third].some((norm) => clauses.has(norm ?? ""));
  if (verb !== "joined" && verb !== "joins") return false;
  return [third, fourth, fifth].some((norm) => meetings.has(norm ?? ""));
}

/** "Mark (SRE)", and nothing but the role in the brackets. */
function isCalledByRole(tokens: readonly Token[], at: number): boolean {
  if (!isMarkAt(tokens, at + 1, "(") || !isPersonBehind(tokens, at + 2)) return false;
  const role = [3, 4, 5, 6].find((step) => tokenAt(tokens, at + step).kind !== "word") ?? 0;
  const last = normAt(tokens, at + role - 1);
  return isMarkAt(tokens, at + role, ")") && !personPronouns.has(last) && last !== "team";
}

/** "Approved by Mark", "paged Mark and Rose", with no noun behind to which the name belongs. */
function isReached(tokens: readonly Token[], at: number): boolean {
  if (isModifier(tokens, at)) return false;
  const isSecond = normAt(tokens, at - 1) === "and" && isNamed(tokens, at - 2);
  return isReachedAlone(tokens, isSecond ? at - 2 : at);
}

function isNamed(tokens: readonly Token[], at: number): boolean {
  const { kind, capital, norm } = tokenAt(tokens, at);
  return kind === "word" && capital && (firstNames.has(norm) || doubtfulNames.has(norm));
}

function isReachedAlone(tokens: readonly Token[], at: number): boolean {
  const [before, second] = [normAt(tokens, at - 1), normAt(tokens, at - 2)];
  if (before === "by") return byHand.has(second);
  // Firms and places are thanked and paged as people are.
  if (firmsAndPlaces.has(normAt(tokens, at))) return false;
  return doneToSomebody.has(before) || (before === "to" && second === "thanks");
}

function isModifier(tokens: readonly Token[], at: number): boolean {
  if (tokenAt(tokens, at).possessive) return false;
  const { kind, norm } = tokenAt(tokens, at + 1);
  if (kind === "mark") return false;
  if (kind !== "word") return kind !== "citation";
  const goesOn = breaksNoun(norm) || isAdverb(norm) || manners.has(norm) || determiners.has(norm);
  return !goesOn && !times.has(norm);
}
