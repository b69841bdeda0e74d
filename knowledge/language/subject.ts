import { breaksNoun, isAdverb, isParticiple } from "./grammar";
import {
  auxiliaries,
  carriers,
  conjunctions,
  determiners,
  manners,
  openers,
  prepositions,
} from "./lexicon/words";
import { wordSet } from "./lexicon/word-set";
import type { Passage } from "./passage";
import { manyBefore } from "./plural";
import type { Who } from "./rule";
import { isMarkAt, isWordAt, normAt, tokenAt, type Token } from "./token";
import { whoIs } from "./who";

/** How far back a subject is looked for, in tokens. */
const reach = 48;
const longestNoun = 7;

/**
 * Who does what the verb at `verb` says: the subject of its clause, as the words before it show.
 * Steps over helpers and adverbs, over what stands in brackets or between commas, and over "and
 * then"; goes from "who" and "which" to what they stand for. Unknown rather than wrong.
 */
export function subjectOf(passage: Passage, verb: number): Who {
  return new SubjectSearch(passage, verb).who(verb);
}

class SubjectSearch {
  readonly #passage: Passage;
  readonly #tokens: readonly Token[];
  readonly #first: number;
  readonly #last: number;
  #steps = reach;

  constructor(passage: Passage, verb: number) {
    const sentence = passage.sentences[passage.sentenceOf[verb] ?? 0];
    this.#passage = passage;
    this.#tokens = passage.tokens;
    this.#first = Math.max(sentence?.from ?? 0, verb - reach);
    this.#last = Math.min(sentence?.end ?? 0, verb + reach);
  }

  who(verb: number): Who {
    const at = this.#beforeHelpers(verb - 1);
    if (at < this.#first) return this.#withoutSubject(verb);
    if (tokenAt(this.#tokens, at).kind === "mark") return this.#beforeMark(at, verb);
    const norm = this.#norm(at);
    if (norm === "they" || norm === "them") return manyBefore(this.#passage, at) ?? "person";
    const relative = this.#relative(at);
    if (relative) return this.#antecedent(at - 1, relative);
    if (conjunctions.has(norm)) return this.#clauseSubject(at);
    return openers.has(norm) ? "unknown" : this.#noun(at);
  }

  #norm(at: number): string {
    return normAt(this.#tokens, at);
  }

  /** For a word that stands for the noun before it: whom it means where that noun is not known. */
  #relative(at: number): Who | null {
    const norm = this.#norm(at);
    if (norm === "who") return "person";
    if (norm === "which" || (norm === "that" && this.#isNoun(at - 1))) return "thing";
    return null;
  }

  #beforeHelpers(start: number): number {
    let at = start;
    while (at >= this.#first) {
      const norm = this.#norm(at);
      if (norm === "to" && carriers.has(this.#norm(at - 1))) at -= 2;
      else if (this.#isHelper(at, norm)) at -= 1;
      else return at;
    }
    return at;
  }

  #isHelper(at: number, norm: string): boolean {
    if (tokenAt(this.#tokens, at).kind === "citation") return true;
    return auxiliaries.has(norm) || manners.has(norm) || isAdverb(norm);
  }

  /** "Ignoring the alert, the operator …": whoever comes after the comma. "Failed to check": nobody. */
  #withoutSubject(verb: number): Who {
    const first = this.#norm(verb);
    if (!first.endsWith("ing") && this.#norm(this.#first) !== "having") return "nobody";
    for (let at = verb; at < this.#last; at++) {
      if (this.#norm(at) === ",") return this.#nounFrom(at + 1);
    }
    return "nobody";
  }

  #nounFrom(start: number): Who {
    let found: Who = "unknown";
    for (let at = start; at < Math.min(this.#last, start + longestNoun); at++) {
      const norm = this.#norm(at);
      if (!isWordAt(this.#tokens, at) || auxiliaries.has(norm) || prepositions.has(norm)) break;
      const who = whoIs(this.#tokens, at);
      if (who !== "unknown") found = who;
    }
    return found;
  }

  #beforeMark(at: number, verb: number): Who {
    switch (this.#norm(at)) {
      case ")":
        return this.#before(Math.max(this.#previous(at - 1, "("), this.#first) - 1);
      case ",":
        return this.#beforeComma(at);
      case "—": {
        const other = this.#previous(at - 1, "—");
        return other < 0 ? "unknown" : this.#before(other - 1);
      }
      case "“":
      case "”":
        return this.#before(at - 1);
      default:
        return this.#withoutSubject(verb);
    }
  }

  #before(at: number): Who {
    this.#steps -= 1;
    return at < this.#first || this.#steps < 0 ? "unknown" : this.who(at + 1);
  }

  /** "The engineer, who was on call, failed": the noun before the first of two commas. */
  #beforeComma(at: number): Who {
    const other = this.#previous(at - 1, ",");
    if (other < 0 || !opensAside(this.#norm(other + 1))) return this.#clauseSubject(at);
    return this.#before(other - 1);
  }

  #previous(start: number, mark: string): number {
    for (let at = start; at >= this.#first; at--) {
      if (isMarkAt(this.#tokens, at, mark)) return at;
    }
    return -1;
  }

  #antecedent(start: number, otherwise: Who): Who {
    const at = this.#norm(start) === "," ? start - 1 : start;
    if (!this.#isNoun(at)) return otherwise;
    const own = whoIs(this.#tokens, at);
    const who = own === "unknown" ? this.#noun(at) : own;
    return who === "unknown" ? otherwise : who;
  }

  #isNoun(at: number): boolean {
    const { kind, norm } = tokenAt(this.#tokens, at);
    if (at < this.#first || kind === "mark") return false;
    return !auxiliaries.has(norm) && !openers.has(norm) && !prepositions.has(norm);
  }

  /**
   * The subject of the clause in which "and", "then" or a comma coordinates a further verb: the
   * nearest noun that a verb follows, else the first noun of the clause.
   */
  #clauseSubject(before: number): Who {
    let first: Who = "unknown";
    for (let at = before - 1; at >= this.#first && !this.#endsClause(at); at--) {
      if (!this.#standsAsSubject(at)) continue;
      const isThey = this.#norm(at) === "they";
      const who = isThey ? (manyBefore(this.#passage, at) ?? "person") : whoIs(this.#tokens, at);
      if (who === "unknown") continue;
      if (this.#isVerb(at + 1)) return who;
      first = who;
    }
    return first;
  }

  #endsClause(at: number): boolean {
    return tokenAt(this.#tokens, at).kind === "mark" && ";:—".includes(this.#norm(at));
  }

  #isVerb(at: number): boolean {
    const norm = this.#norm(at);
    return norm !== "to" && (auxiliaries.has(norm) || isParticiple(norm) || isAdverb(norm));
  }

  /** Whether what stands here could be a subject: the last word of a noun that no preposition leads. */
  #standsAsSubject(at: number): boolean {
    const { kind, possessive } = tokenAt(this.#tokens, at);
    if (possessive || (kind !== "word" && kind !== "handle")) return false;
    const next = tokenAt(this.#tokens, at + 1);
    const goesOn = next.kind === "word" && whoIs(this.#tokens, at + 1) !== "unknown";
    if (next.tied || goesOn) return false;
    const before = this.#startOfPhrase(at) - 1;
    return before < this.#first || !prepositions.has(this.#norm(before));
  }

  #startOfPhrase(at: number): number {
    let start = at;
    while (start > this.#first && at - start < longestNoun && this.#goesBack(start)) start -= 1;
    return start;
  }

  /** Whether the word before belongs to the same noun. */
  #goesBack(start: number): boolean {
    // "On-call" is one word, whatever its parts are.
    if (tokenAt(this.#tokens, start).tied) return true;
    if (determiners.has(this.#norm(start))) return false;
    const { kind, norm } = tokenAt(this.#tokens, start - 1);
    if (kind !== "word" && kind !== "opaque" && kind !== "number") return false;
    // "Restarted the node": a verb here, and no part of the noun.
    const isVerb = isParticiple(norm) && determiners.has(this.#norm(start));
    return !isVerb && !breaksNoun(norm);
  }

  #noun(at: number): Who {
    const own = whoIs(this.#tokens, at);
    const before = this.#startOfPhrase(at) - 1;
    // "The engineer that restarted the node": the noun is what a relative clause is about.
    const relative = isParticiple(this.#norm(before)) ? this.#relative(before - 1) : null;
    if (relative) return this.#antecedent(before - 2, relative);
    // "The engineer on the night shift", "one of the operators": the noun before the preposition.
    if (before <= this.#first || !leadsNoun(this.#norm(before))) return own;
    const outer = this.#outerNoun(before - 1);
    if (outer < 0) return own;
    const who = this.#noun(outer);
    const isPart = this.#norm(before) === "of" && parts.has(this.#norm(outer));
    return isPart && (who === "unknown" || who === "person") ? own : who;
  }

  /** The noun that a preposition adds to; -1 where it begins a phrase of its own. */
  #outerNoun(start: number): number {
    this.#steps -= 1;
    let at = start;
    while (at >= this.#first && isLink(this.#norm(at))) at -= 1;
    if (at < this.#first || this.#steps < 0) return -1;
    const { kind, norm } = tokenAt(this.#tokens, at);
    const isVerb = isParticiple(norm) && !parts.has(norm);
    return isVerb || breaksNoun(norm) || (kind !== "word" && kind !== "handle") ? -1 : at;
  }
}

/** Whether a word ties a noun to the one before: "of", but not "before", which may open a clause. */
function leadsNoun(norm: string): boolean {
  return prepositions.has(norm) && !openers.has(norm);
}

function opensAside(norm: string): boolean {
  return (
    openers.has(norm) ||
    prepositions.has(norm) ||
    determiners.has(norm) ||
    norm.endsWith("ing") ||
    isParticiple(norm)
  );
}

const links = wordSet("responsible involved assigned based charge duty");

function isLink(norm: string): boolean {
  return links.has(norm) || norm.endsWith("ing");
}

/** Words that take a part of what "of" names, and are themselves of its kind. */
const parts = wordSet(`
  one some any none all both most several two three many few each either neither half majority member
  members number pair couple part
`);
