/** Columns from which on a line may have been broken by whoever wrote it. */
const broken = 60;

const begins = /^[\p{Lu}\d]/u;
const sentenceEnd = /[.!?:;…]["”’')\]*_`]{0,4}$/;
const wantsMore =
  /(?:,|\b(?:the|an?|our|their|its|of|for|from|with|by|to|into|via|at|and|or|but))$/;

/**
 * Whether a line is one of its own, and does not go on with the one above it, which is short. In a
 * paragraph that somebody broke into lines a capital may stand at the beginning of any: there only
 * the end of a sentence above says so.
 */
export function standsAlone(line: string, above: string, isBroken: boolean): boolean {
  if (above.length >= broken || !begins.test(line) || wantsMore.test(above)) return false;
  return !isBroken || sentenceEnd.test(above);
}

/** How many lines of a paragraph tell how it is set. */
export const linesLookedAt = 40;

/** Whether one of the lines of a paragraph goes on with the one above it, by its small letter. */
export function isBrokenIntoLines(paragraph: readonly string[]): boolean {
  return paragraph.slice(1).some((line) => /^\p{Ll}/u.test(line));
}
