import { DocumentSet } from "./document-set";
import { DocumentSums } from "./document-sums";

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
  return figureFound(whole, partial);
}

/** The same of two numbers. */
export function figureFound(whole: number, partial: number): number {
  return joinPartial(whole) ? whole + Math.min(partial, partialMatch.most) : whole;
}

/** Whether incidents that lack a word join so many that hold all. */
export function joinPartial(whole: number): boolean {
  return whole < partialMatch.fewerThan;
}

/** A word of a query and where it occurs. */
export interface OccurringWord {
  /** How much it tells: the rarer, the more. Above 0 for a word that occurs. */
  readonly weight: number;
  /** The documents that hold it in some form. */
  readonly documents: DocumentSet;
  /** Those of them that hold it in title, organisation or a factor's statement. */
  readonly leading: DocumentSet;
}

interface Occurrences {
  readonly words: readonly OccurringWord[];
  /** The documents of each phrase; all must hold. */
  readonly phrases: readonly DocumentSet[];
  /** The documents of each excluded word or phrase; none may. */
  readonly excluded: readonly DocumentSet[];
  /** All documents there are, for a query that only excludes. */
  readonly all: DocumentSet;
}

/** Which documents hold all words, and which enough of them; phrases and exclusions always hold. */
export function matchText({ words, phrases, excluded, all }: Occurrences): TextMatch {
  const forbidden = DocumentSet.union(excluded);
  const narrowed = (set: DocumentSet) =>
    phrases.reduce((rest, phrase) => rest.and(phrase), set).without(forbidden);
  const [first, ...others] = words;
  if (!first) return { whole: narrowed(phrases[0] ?? all), partial: DocumentSet.empty };
  const whole = others.reduce((set, { documents }) => set.and(documents), first.documents);
  const some = narrowed(couldHoldEnough(words)).without(whole);
  const needed = words.reduce((sum, { weight }) => sum + weight, 0) * partialMatch.weight;
  return { whole: narrowed(whole), partial: heldWeights(words, some).atLeast(needed, some) };
}

/** How much of the words' weight each of these documents holds. */
export function heldWeights(words: readonly OccurringWord[], among: DocumentSet): DocumentSums {
  const sums = new DocumentSums();
  for (const { weight, documents, leading } of words) {
    sums.add(among.and(leading), weight * partialMatch.leading);
    sums.add(among.and(documents).without(leading), weight);
  }
  return sums;
}

// The lightest words together may not weigh enough: who holds none of the others need not be weighed.
function couldHoldEnough(words: readonly OccurringWord[]): DocumentSet {
  const needed = words.reduce((sum, { weight }) => sum + weight, 0) * partialMatch.weight;
  let light = 0;
  const heavy = words
    .toSorted((a, b) => a.weight - b.weight)
    .filter(({ weight }) => {
      light += weight * partialMatch.leading;
      return light >= needed;
    });
  return DocumentSet.union(heavy.map(({ documents }) => documents));
}

/**
 * How much a word tells that occurs in so many of all documents: the more, the rarer. Never 0, so
 * that a word which all documents hold still has a say among others like it.
 */
export function wordWeight(documents: number, all: number): number {
  return Math.log(1 + all / Math.max(documents, 1));
}
