import { isOnDuty, isPersonBehind, verbBehind } from "./beside-name";
import { endOfFurther, endOfTied, isInitial, isSurelyFamilyName } from "./family-name";
import { breaksNoun, isAdverb, isParticiple } from "./grammar";
import { endsLikeProduct } from "./lexicon/named-otherwise";
import { initialledFirms, notFamilyNames } from "./lexicon/names";
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
  if (family === null || !isFamily(tokens, family) || isInnerInitial(tokens, at)) return null;
  if (isLabel(tokens, at) || isSecondLetter(tokens, at) || isFirm(tokens, at, family)) return null;
  const end = endOfFurther(tokens, endOfTied(tokens, family));
  if (goesOnOtherwise(tokens, end)) return null;
  const isDoubtful = plainWords.has(normAt(tokens, family));
  return isDoubtful && !isPerson(tokens, at, end) ? null : end;
}

/** "H." of "C. H. Robinson", which is part of another name or of none. */
function isInnerInitial(tokens: readonly Token[], at: number): boolean {
  const isInitialBefore = isMarkAt(tokens, at - 1, ".") && isInitial(tokens, at - 2);
  return isInitialBefore && tokenAt(tokens, at - 2).end === tokenAt(tokens, at - 1).start;
}

/** "J. P. Morgan", "C. H. Robinson": a firm that goes by the name of who founded it. */
function isFirm(tokens: readonly Token[], from: number, family: number): boolean {
  let name = "";
  for (let at = from; at < family; at += 2) name += normAt(tokens, at);
  return initialledFirms.has(`${name}-${normAt(tokens, family)}`);
}

/** "B. Kelly Services", "D. Lee County": a word behind makes a firm or a place of it. */
function goesOnOtherwise(tokens: readonly Token[], end: number): boolean {
  const { kind, capital, tied, norm } = tokenAt(tokens, end + 1);
  if (tied) return true;
  if (kind !== "word" || !capital || tokenAt(tokens, end).possessive) return false;
  return notFamilyNames.has(norm) || ofFirms.has(norm) || endsLikeProduct.test(norm);
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

/** "From A to B.", "drives C. and D.": letters in a row are no initials; "from K. to B. Kim" are. */
function isSecondLetter(tokens: readonly Token[], at: number): boolean {
  if (!rows.has(normAt(tokens, at - 1))) return false;
  const isStopped = isMarkAt(tokens, at - 2, ".");
  const first = isStopped ? at - 3 : at - 2;
  return isInitial(tokens, first) && !(isStopped && breaksNoun(normAt(tokens, first - 1)));
}

/** "Kowalski Hosting"; but "Patel Security" is who works there. */
const ofFirms = wordSet("hosting services solutions systems technology logistics enterprise");

const rows = wordSet("and or to versus vs through than");

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
