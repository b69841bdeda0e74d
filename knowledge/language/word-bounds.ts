import { isApostrophe, isDigit, isLetter, isSpace, isWordCode } from "./characters";

/** Where words, figures and runs of characters end that begin at a place of a text. */

const noRun = '<>()[]{}"“”„«»‘|`—–…,;!*';
const afterRun = ".,:;!?'’_*~";

/** The end of all that stands without a space or bracket, marks of a sentence at its end aside. */
export function endOfRun(text: string, start: number): number {
  let end = start;
  while (end < text.length && !isSpace(text.charCodeAt(end)) && !noRun.includes(text.charAt(end))) {
    end += 1;
  }
  while (end > start && afterRun.includes(text.charAt(end - 1))) end -= 1;
  return Math.max(end, start + 1);
}

export function endOfNumber(text: string, start: number): number {
  let end = start;
  while (end < text.length && isPartOfNumber(text, end)) end += 1;
  return end;
}

function isPartOfNumber(text: string, at: number): boolean {
  if (isWordCode(text.charCodeAt(at))) return true;
  return ".,:%".includes(text.charAt(at)) && isDigit(text.charCodeAt(at + 1));
}

export function endOfWord(text: string, start: number): number {
  let end = start;
  while (end < text.length && isPartOfWord(text, end)) end += 1;
  return end;
}

function isPartOfWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isWordCode(code) || (isApostrophe(code) && isLetter(text.charCodeAt(at + 1)));
}

/** Whether a word in the plural that ends here has the mark of a possessor: "the operators' view". */
export function isPluralPossessor(text: string, end: number): boolean {
  if (text.charAt(end - 1).toLowerCase() !== "s" || !isApostrophe(text.charCodeAt(end)))
    return false;
  return isSpace(text.charCodeAt(end + 1));
}
