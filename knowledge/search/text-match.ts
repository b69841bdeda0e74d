import { DocumentSet } from "./document-set";

/** The documents that the words of a query find, whatever its other parameters allow. */
export interface TextMatch {
  /** Those that hold all words. */
  readonly whole: DocumentSet;
  /** Those that hold only some, but at least half of the words' weight. */
  readonly partial: DocumentSet;
}

/** The rules by which incidents that lack a word join (DESIGN, "The search query"). */
export const partialMatch = {
  /** They join when fewer incidents than this hold all words. */
  fewerThan: 10,
  /** At most so many. */
  most: 50,
  /** The part of the words' weight that they hold at least. */
  weight: 0.5,
  /** How much more a word weighs that stands in title, organisation or a factor's statement. */
  leading: 1.5,
} as const;

/** How many incidents a query finds, of which so many hold all words and so many enough of them. */
export function countFound({ whole, partial }: { whole: number; partial: number }): number {
  return whole >= partialMatch.fewerThan ? whole : whole + Math.min(partial, partialMatch.most);
}

/** A word of a query and where it occurs. */
export interface OccurringWord {
  /** How much it tells: the rarer, the more. Above 0 for a word that occurs. */
  readonly weight: number;
  /** The ids of the documents that hold it in some form, each once. */
  readonly documents: readonly number[];
  /** Those of them that hold it in title, organisation or a factor's statement. */
  readonly leading: readonly number[];
}

interface Occurrences {
  readonly words: readonly OccurringWord[];
  /** The documents of each phrase; all must hold. */
  readonly phrases: readonly (readonly number[])[];
  /** The documents of each excluded word or phrase; none may. */
  readonly excluded: readonly (readonly number[])[];
  /** All documents there are, for a query that only excludes. */
  readonly all: readonly number[];
}

/** Which documents hold all words, and which enough of them; phrases and exclusions always hold. */
export function matchText({ words, phrases, excluded, all }: Occurrences): TextMatch {
  const held = weightsHeld(words);
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  const whole: number[] = [];
  const partial: number[] = [];
  for (const [id, { count, weight }] of held) {
    if (count === words.length) whole.push(id);
    else if (weight >= total * partialMatch.weight) partial.push(id);
  }
  const required = phrases.map((ids) => DocumentSet.of(ids));
  const forbidden = DocumentSet.of(excluded.flat());
  const narrowed = (ids: Iterable<number>) =>
    required.reduce((set, phrase) => set.and(phrase), DocumentSet.of(ids)).without(forbidden);
  if (words.length > 0) return { whole: narrowed(whole), partial: narrowed(partial) };
  return { whole: narrowed(phrases[0] ?? all), partial: DocumentSet.of([]) };
}

function weightsHeld(words: readonly OccurringWord[]) {
  const held = new Map<number, { count: number; weight: number }>();
  for (const { weight, documents, leading } of words) {
    for (const id of documents) {
      const before = held.get(id);
      if (before) {
        before.count++;
        before.weight += weight;
      } else held.set(id, { count: 1, weight });
    }
    for (const id of leading) {
      const before = held.get(id);
      if (before) before.weight += weight * (partialMatch.leading - 1);
    }
  }
  return held;
}

/**
 * How much a word tells that occurs in so many of all documents: the more, the rarer. Never 0, so
 * that a word which all documents hold still has a say among others like it.
 */
export function wordWeight(documents: number, all: number): number {
  return Math.log(1 + all / Math.max(documents, 1));
}
