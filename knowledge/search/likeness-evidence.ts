/** A word of a text, with how much it tells and how many incidents hold it. */
export interface ToldWord {
  readonly word: string;
  /** Whether it is a form of a word of which everybody's account of anything has some. */
  readonly isEveryday: boolean;
  /** Above 0; the rarer, the more. */
  readonly weight: number;
  /** How many incidents hold it, and which part of all they are: 0 to 1. */
  readonly held: number;
  readonly share: number;
}

/**
 * When words are reason enough to say, unasked, that a text is like something. Chosen on what 101
 * incidents would have been while they were begun (title; with one sentence; with two), each without itself:
 * of the incidents named, 61 to 64 in 100 were right ones instead of 44 to 52, and nothing was said
 * of nearly all texts that are about something else altogether. See docs/decisions/015.
 */
const enough = {
  /** So many words are enough whatever else the text says. */
  words: 3,
  /** So few are when they are this part of all that the text tells. */
  fewWords: 2,
  part: 0.3,
  /** A word that a larger part of all incidents hold tells too little to count, unless it is one. */
  share: 0.25,
} as const;

/** A number, also as a place in an order or a time of day: 12-14, 1.23, 2nd, 05z. */
const number = /^[\d.,_-]+(?:st|nd|rd|th|am|pm|z)?$/;

/** Whether a word says something of what happened: no everyday word, letter, number or common one. */
export function isInformative({ word, isEveryday, held, share }: ToldWord): boolean {
  const isCommon = held > 1 && share > enough.share;
  return !isCommon && !isEveryday && word.length > 1 && !number.test(word);
}

/** The informative ones of the words that an incident shares with a text, or none where they are too few. */
export function reasonsForIncident<Word extends ToldWord>(
  shared: readonly Word[],
  all: readonly ToldWord[],
): Word[] {
  const informative = shared.filter(isInformative);
  if (informative.length >= enough.words) return informative;
  const isEnough =
    informative.length >= enough.fewWords && sum(informative) >= enough.part * sum(all);
  return isEnough ? informative : [];
}

/**
 * The informative ones of the words that speak for a class, or none where they are too few. Fewer are
 * enough where one of them is in its name or an alias.
 */
export function reasonsForClass<Word extends ToldWord & { readonly isNamed: boolean }>(
  speaking: readonly Word[],
): Word[] {
  const informative = speaking.filter(isInformative);
  const least = informative.some(({ isNamed }) => isNamed) ? enough.fewWords : enough.words;
  return informative.length >= least ? informative : [];
}

function sum(words: readonly ToldWord[]): number {
  return words.reduce((total, { weight }) => total + weight, 0);
}
