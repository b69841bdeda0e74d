import { breaksNoun, isAdverb, isParticiple } from "./grammar";
import { answers } from "./lexicon/systems";
import { ambiguousPeople } from "./lexicon/people";
import {
  degrees,
  dutyParticiples,
  humanVerbs,
  irregularHuman,
  manners,
  vainVerbs,
} from "./lexicon/words";
import { isWordAt, normAt, tokenAt, type Token } from "./token";
import { isPlural, personPronouns, whoIs } from "./who";

/** A class of words that a pattern names in braces. */
type WordClass = (tokens: readonly Token[], at: number) => boolean;

const ranks = new Set(["junior", "senior"]);

export const wordClasses: Readonly<Record<string, WordClass>> = {
  /** Any word. */
  word: isWordAt,
  /** "checked", "written". */
  participle: (tokens, at) => isWordAt(tokens, at) && isParticiple(normAt(tokens, at)),
  /** "opened", "moved": what a system does, but for the answers it gives, which are its contract. */
  conduct: (tokens, at) => {
    const norm = normAt(tokens, at);
    return isWordAt(tokens, at) && isParticiple(norm) && !answers.has(norm);
  },
  /** "simply", "also"; not "never", which turns the sense. */
  adverb: (tokens, at) => isMannerOrAdverb(normAt(tokens, at)) || isDegree(tokens, at),
  /** "notice", "verify", "knew": what people do with their heads. */
  human: (tokens, at) => isHuman(normAt(tokens, at)),
  /** "tested", "reviewed": what people are meant to do with a change. */
  duty: (tokens, at) => dutyParticiples.has(normAt(tokens, at)),
  /** Any verb but those that only tell of an attempt. */
  deed: (tokens, at) => {
    const norm = normAt(tokens, at);
    return isWordAt(tokens, at) && !vainVerbs.has(norm) && !isMannerOrAdverb(norm);
  },
  /** What can follow a verb as its object: no preposition, no "down". */
  object: (tokens, at) => isObject(tokenAt(tokens, at)),
  /** "engineer", "on-call". */
  person: isPersonNoun,
  /** A person or a team, pronouns included. */
  actor: (tokens, at) => ["person", "team"].includes(whoIs(tokens, at)),
  /** Several people: "operators", "the crew". */
  people: (tokens, at) => isSeveral(tokens, at),
  /** A word that names a person by trade, not by rank. */
  trade: (tokens, at) => isPersonNoun(tokens, at) && !ranks.has(normAt(tokens, at)),
  /** "The vendor's". */
  owner: (tokens, at) => tokenAt(tokens, at).possessive && isActor(tokens, at),
};

const particles = new Set(["down", "out", "up", "even", "away", "us", "apart", "again"]);

function isObject({ kind, norm }: Token): boolean {
  if (kind !== "word") return kind === "opaque" || kind === "number";
  return !breaksNoun(norm) && !particles.has(norm) && !isMannerOrAdverb(norm);
}

function isPersonNoun(tokens: readonly Token[], at: number): boolean {
  if (!isWordAt(tokens, at) || personPronouns.has(normAt(tokens, at))) return false;
  return whoIs(tokens, at) === "person";
}

function isSeveral(tokens: readonly Token[], at: number): boolean {
  const who = whoIs(tokens, at);
  return who === "team" || (who === "person" && isPlural(normAt(tokens, at)));
}

function isActor(tokens: readonly Token[], at: number): boolean {
  if (ambiguousPeople.has(normAt(tokens, at))) return false;
  return ["person", "team", "organization"].includes(whoIs(tokens, at));
}

function isMannerOrAdverb(norm: string): boolean {
  return norm !== "never" && (isAdverb(norm) || manners.has(norm));
}

/** "Most" in "most likely", "as" in "just as easily". */
function isDegree(tokens: readonly Token[], at: number): boolean {
  return degrees.has(normAt(tokens, at)) && isMannerOrAdverb(normAt(tokens, at + 1));
}

/** As infinitive, participle or form in -ing. */
function isHuman(word: string): boolean {
  if (humanVerbs.has(word) || irregularHuman.has(word)) return true;
  return stemsOf(word).some((stem) => humanVerbs.has(stem));
}

/** The infinitives that a form in -ed, -ing or -s may come from. */
function stemsOf(word: string): string[] {
  if (word.endsWith("ied")) return [`${word.slice(0, -3)}y`];
  const ending = ["ed", "ing", "es", "s"].find((each) => word.endsWith(each));
  if (ending === undefined) return [];
  const stem = word.slice(0, -ending.length);
  return [stem, `${stem}e`, stem.slice(0, -1)];
}
