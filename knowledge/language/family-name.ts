import { endsLikeFamilyName, familyNames } from "./lexicon/names";
import { namedOtherwise } from "./lexicon/named-otherwise";
import { people } from "./lexicon/people";
import { isMarkAt, tokenAt, type Token } from "./token";
import { whoIs } from "./who";

/** Whether a word is a family name, even behind a first name that is a plain word too. */
export function isSurelyFamilyName(norm: string): boolean {
  return familyNames.has(norm) || (endsLikeFamilyName.test(norm) && !namedOtherwise.has(norm));
}

/** Over parts tied by hyphens and middle initials to the end of the family name. */
export function endOfFamilyName(tokens: readonly Token[], at: number): number {
  const first = endOfTied(tokens, at);
  const family = behindInitials(tokens, first);
  const alone = tokenAt(tokens, first).possessive || !isFamilyName(tokens, family);
  return alone ? first : endOfTied(tokens, family);
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
