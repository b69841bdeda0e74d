import { breaksNoun, isAdverb, isParticiple } from "./grammar";
import { fields } from "./lexicon/fields";
import {
  endsLikeFamilyName,
  familyNames,
  firstNames,
  notFamilyNames,
  rosterWords,
} from "./lexicon/names";
import { endsLikeProduct, namedOtherwise } from "./lexicon/named-otherwise";
import { people } from "./lexicon/people";
import { deeds, donePersonally, doneToPeople, humanDeeds } from "./lexicon/person-verbs";
import { determiners, irregularPasts, manners } from "./lexicon/words";
import { wordSet } from "./lexicon/word-set";
import type { Who } from "./rule";
import { isMarkAt, normAt, tokenAt, type Token } from "./token";
import { whoIs } from "./who";

/** Whether a word is a family name, even behind a first name that is a plain word too. */
export function isSurelyFamilyName(norm: string): boolean {
  return familyNames.has(norm) || (endsLikeFamilyName.test(norm) && !namedOtherwise.has(norm));
}

/** How many parts may follow the first of a family name. */
const furtherParts = 3;

/** Over parts tied by hyphens, middle initials and further names to the end of the family name. */
export function endOfFamilyName(tokens: readonly Token[], at: number): number {
  const first = endOfTied(tokens, at);
  if (tokenAt(tokens, first).possessive) return first;
  const family = behindInitials(tokens, first);
  const led = behindParticles(tokens, family);
  const isFamily = led > family ? isFurtherName(tokens, led) : isFamilyName(tokens, family);
  return isFamily ? endOfFurther(tokens, endOfTied(tokens, led)) : first;
}

/** "Carlos Gómez Ruiz", "Maria Costa da Silva": over what goes on with a family name. */
export function endOfFurther(tokens: readonly Token[], start: number): number {
  let end = start;
  for (let part = 0; part < furtherParts && !tokenAt(tokens, end).possessive; part++) {
    const next = behindParticles(tokens, end + 1);
    if (!isFurtherName(tokens, next)) return end;
    end = endOfTied(tokens, next);
  }
  return end;
}

const particles = wordSet(
  "da de das dos do di del della du la le den der van von zu al el bin ibn",
);
/** How many of them a name has in a row: "van der". */
const mostParticles = 2;

/** Behind "van der" before a family name; `at` itself where no such word stands. */
function behindParticles(tokens: readonly Token[], at: number): number {
  let next = at;
  while (next < at + mostParticles && isParticle(tokens, next)) next += 1;
  return next;
}

function isParticle(tokens: readonly Token[], at: number): boolean {
  const { kind, capital, norm } = tokenAt(tokens, at);
  return kind === "word" && !capital && particles.has(norm);
}

/**
 * Whether a word goes on with a name: one that nobody knows as anything else. "Santos Monday",
 * "Lee SRE", "Nair Kubernetes cluster" and "Schmidt Deployed" do not.
 */
function isFurtherName(tokens: readonly Token[], at: number): boolean {
  const { norm, shouted, possessive, tied } = tokenAt(tokens, at);
  if (!isFamilyName(tokens, at) || norm.length < 2 || isKnownOtherwise(norm)) return false;
  if (shouted || (tied && !isParticle(tokens, at - 1))) return false;
  return isSurelyFamilyName(norm) || possessive || endsPhrase(tokens, at);
}

/** Whether no noun follows to which a word belongs ("Acme cluster"), and no name that it begins. */
function endsPhrase(tokens: readonly Token[], at: number): boolean {
  const next = tokenAt(tokens, at + 1);
  if (next.kind !== "word") return true;
  // "Alice Smith Bob Jones": another person begins here.
  const begins = firstNames.has(normAt(tokens, at)) && next.capital;
  if (begins && isFamilyName(tokens, at + 1)) return false;
  return !collective.has(whoIs(tokens, at + 1));
}

const collective: ReadonlySet<Who> = new Set(["system", "team", "organization"]);

const otherLists = [namedOtherwise, notFamilyNames, fields, rosterWords];

function isKnownOtherwise(norm: string): boolean {
  if (otherLists.some((list) => list.has(norm)) || isVerbOrSmall(norm)) return true;
  return endsLikeProduct.test(norm) && !isSurelyFamilyName(norm);
}

const verbLists = [deeds, humanDeeds, donePersonally, doneToPeople, irregularPasts];

function isVerbOrSmall(norm: string): boolean {
  if (breaksNoun(norm) || determiners.has(norm) || manners.has(norm)) return true;
  if (isParticiple(norm) || isAdverb(norm) || verbLists.some((list) => list.has(norm))) return true;
  return /(?:ing|ates|i[sz]es|ifies)$/.test(norm) && !isSurelyFamilyName(norm);
}

/** The last of the parts that hyphens tie to a name. */
export function endOfTied(tokens: readonly Token[], at: number): number {
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

/** "J", with or without its full stop. */
export function isInitial(tokens: readonly Token[], at: number): boolean {
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
