import type { Stretch } from "./block";
import type { Finding } from "./finding";
import { inPlace } from "./rephrasing/in-place";
import { leftOut } from "./rephrasing/leave-out";
import { withCapital, type Exchange } from "./rephrasing/place";
import { citationsIn, sentenceAround } from "./rephrasing/sentence-around";

/** What one click puts into a text: words in the place of a stretch of it. */
export interface Replacement extends Stretch {
  readonly words: string;
  /** Whether a whole sentence goes, which the author may want to look at again. */
  readonly of: "sentence" | "words";
}

type Found = Pick<Finding, "start" | "end" | "text" | "rule">;

/** How a suggestion begins that says what to do, and gives no words for it. */
const advice = /^(?:Describe|Give|Leave|Link|List|Move|Name|Say|Small|State|The part the person)\b/;
/** What is to be written elsewhere is no sentence for this place. */
const elsewhere = /\bmove\b/i;

/**
 * What a suggestion of a finding is put in by, so that a sentence stands there without the words that
 * were pointed out: gaps ("…") in it are for the author. Null for advice: who writes knows better.
 */
export function replacementOf(suggestion: string, text: string, found: Found): Replacement | null {
  const sentence = sentenceAround(text, found);
  if (suggestion.startsWith("Leave the word out")) {
    return exchanged(text, found, sentence, leftOut);
  }
  const within = inPlace[found.rule];
  const template = templateIn(suggestion);
  if (within && !isSentence(suggestion)) {
    return exchanged(text, found, sentence, (marked) => within(marked, suggestion));
  }
  if (template !== null) return sentenceFor(template, text, sentence);
  if (advice.test(suggestion)) return null;
  return { start: found.start, end: found.end, words: suggestion, of: "words" };
}

/** Whether a suggestion stands for a whole sentence. */
function isSentence(suggestion: string): boolean {
  return /[.?]$/.test(suggestion);
}

/** The sentence with gaps that a suggestion holds, or is; null where there is none. */
export function templateIn(suggestion: string): string | null {
  if (elsewhere.test(suggestion)) return null;
  const quoted = /“(.+)”/.exec(suggestion)?.[1];
  if (advice.test(suggestion)) return quoted === undefined ? null : ended(quoted);
  return isSentence(suggestion) ? ended(suggestion) : null;
}

function ended(words: string): string {
  return withCapital(/[.?!]$/.test(words) ? words : `${words}.`);
}

function sentenceFor(template: string, text: string, { start, end }: Stretch): Replacement {
  // What a sentence rests on stays with what takes its place.
  const sources = citationsIn(text.slice(start, end));
  const words = `${template.slice(0, -1)}${sources}${template.slice(-1)}`;
  return { start, end, words, of: "sentence" };
}

function exchanged(
  text: string,
  { start, end }: Found,
  sentence: Stretch,
  exchange: (marked: { before: string; words: string; after: string }) => Exchange | null,
): Replacement | null {
  const put = exchange({
    before: text.slice(sentence.start, start),
    words: text.slice(start, end),
    after: text.slice(end, sentence.end),
  });
  if (put === null) return null;
  const { words, before = 0, after = 0 } = put;
  return { start: start - before, end: end + after, words, of: "words" };
}
