import { isOnDuty, isPersonBehind, verbBehind } from "./beside-name";
import { endOfFamilyName, isInitial, isSurelyFamilyName } from "./family-name";
import { breaksNoun, isAdverb, isParticiple } from "./grammar";
import { notFamilyNames } from "./lexicon/names";
import { deeds, donePersonally, doneToPeople, humanDeeds } from "./lexicon/person-verbs";
import { determiners, irregularPasts, manners } from "./lexicon/words";
import { wordSet } from "./lexicon/word-set";
import { isMarkAt, normAt, tokenAt, type Token } from "./token";
import { whoIs } from "./who";

/** How many initials a name has at most. */
const most = 3;

/** Family names that are words too, so that "B. Price" may be the second item of a list. */
const plainWords = wordSet(`
  baker becker bell brooks brown butler carter cook cooper cross fisher fleming flores foster gray green
  hall hill hunter king long ma marshall mason miller moore morgan page park parker phillips porter price
  reed rivera ross shaw stewart taylor turner walker ward weber white wood wright young
`);
/** What a letter with a full stop belongs to that is no name: "Fig. B." */
const shortLabels = wordSet("fig figs no nos sec app eq tab ref refs vol ch pt para item");

/** The last token of a name that begins here with its initials, "R. K. Sharma"; null where none does. */
export function endOfInitialled(tokens: readonly Token[], at: number): number | null {
  const family = behindInitials(tokens, at);
  if (family === null || isLabel(tokens, at)) return null;
  if (!isFamily(tokens, family)) return null;
  const end = endOfFamilyName(tokens, family);
  const next = tokenAt(tokens, end + 1);
  if (next.tied || (next.capital && notFamilyNames.has(next.norm))) return null;
  const isDoubtful = plainWords.has(normAt(tokens, family));
  return isDoubtful && !isPerson(tokens, at, end) ? null : end;
}

function isFamily(tokens: readonly Token[], at: number): boolean {
  const { kind, capital, tied, norm } = tokenAt(tokens, at);
  return kind === "word" && capital && !tied && isSurelyFamilyName(norm);
}

/** Where what stands behind one or more initials begins. */
function behindInitials(tokens: readonly Token[], at: number): number | null {
  let next = at;
  while (next < at + 2 * most && isInitial(tokens, next) && isMarkAt(tokens, next + 1, ".")) {
    if (tokenAt(tokens, next).end !== tokenAt(tokens, next + 1).start) return null;
    next += 2;
  }
  return next > at ? next : null;
}

/** "Shard B.", "Appendix A.": the letter belongs to the noun before it. */
function isLabel(tokens: readonly Token[], at: number): boolean {
  if (isMarkAt(tokens, at - 1, ".")) return shortLabels.has(normAt(tokens, at - 2));
  const { kind, norm, tied } = tokenAt(tokens, at - 1);
  if (kind !== "word") return false;
  if (tied || determiners.has(norm)) return true;
  const leads =
    breaksNoun(norm) || isAdverb(norm) || manners.has(norm) || isParticiple(norm) || isVerb(norm);
  return !leads && whoIs(tokens, at - 1) !== "person";
}

function isVerb(norm: string): boolean {
  return irregularPasts.has(norm) || doneToPeople.has(norm) || donePersonally.has(norm);
}

/** Whether the words beside a name that may be a list's item make a person of it. */
function isPerson(tokens: readonly Token[], from: number, end: number): boolean {
  const before = normAt(tokens, from - 1);
  if (before === "by" || doneToPeople.has(before) || donePersonally.has(before)) return true;
  if (isMarkAt(tokens, end + 1, "(")) return isPersonBehind(tokens, end + 2);
  const verb = verbBehind(tokens, end);
  if (humanDeeds.has(verb) || isOnDuty(tokens, end + 1)) return true;
  return deeds.has(verb) && !breaksNoun(verb) && (isParticiple(verb) || irregularPasts.has(verb));
}
