import type { Condition } from "./condition";
import { DocumentSet } from "./document-set";
import { documentsUnder } from "./kept-postings.store";
import { readableKey } from "./posting-key";
import type { TextMatch } from "./text-match";

/** A figure to be counted: the documents of a variation that stand in one of the postings. */
export interface Figure {
  readonly facet: string;
  readonly value: string;
  /** Which of the variations it is counted over, by position. */
  readonly variation: number;
  readonly keys: readonly string[];
}

export interface Counting {
  /** Lists of conditions that must all hold; the first is the query itself. */
  readonly variations: readonly (readonly Condition[])[];
  /** Postings of which a document may stand in none. */
  readonly excludedKeys: readonly string[];
  /** Null: the query has no words. */
  readonly text: TextMatch | null;
  readonly figures: readonly Figure[];
  /** The variations whose documents are wanted, not only their number. */
  readonly wanted: readonly number[];
}

/** How many documents hold all words, and how many others hold enough of them. */
export interface Tally {
  readonly whole: number;
  readonly partial: number;
}

/** The documents that hold all words, and those that hold enough of them. */
export interface Documents {
  readonly whole: DocumentSet;
  readonly partial: DocumentSet;
}

export interface Counted {
  /** The documents of each variation that was wanted, by its position. */
  readonly documents: ReadonlyMap<number, Documents>;
  /** One for each variation, in their order. */
  readonly variations: readonly Tally[];
  /** One for each figure, in their order; counted when asked for. */
  readonly figures: () => readonly Tally[];
}

/** Finds and counts: sets are united within a condition, conditions intersected, and ones counted. */
export async function countDocuments(counting: Counting): Promise<Counted> {
  const readable = readableKey();
  const setOf = await setsOf(counting, readable);
  const united = (keys: readonly string[]) => DocumentSet.union(keys.map(setOf));
  const ground = united([readable]).without(united(counting.excludedKeys));
  const found = counting.variations.map((conditions) =>
    withWords(
      conditions.reduce((rest, condition) => rest.and(meeting(condition, united)), ground),
      counting.text,
    ),
  );
  const none: Documents = { whole: DocumentSet.empty, partial: DocumentSet.empty };
  return {
    documents: new Map(counting.wanted.map((variation) => [variation, found[variation] ?? none])),
    variations: found.map(({ whole, partial }) => ({ whole: whole.size, partial: partial.size })),
    figures: () =>
      counting.figures.map(({ variation, keys }) => {
        const { whole, partial } = found[variation] ?? none;
        const set = united(keys);
        return { whole: set.sizeWith(whole), partial: set.sizeWith(partial) };
      }),
  };
}

async function setsOf({ variations, excludedKeys, figures }: Counting, readable: string) {
  const sets = await documentsUnder([
    readable,
    ...excludedKeys,
    ...variations.flat().flatMap(({ keys }) => keys),
    ...figures.flatMap(({ keys }) => keys),
  ]);
  return (key: string) => sets.get(key) ?? DocumentSet.empty;
}

function meeting(
  { keys, documents }: Condition,
  united: (keys: readonly string[]) => DocumentSet,
): DocumentSet {
  return documents ? united(keys).or(documents) : united(keys);
}

function withWords(allowed: DocumentSet, text: TextMatch | null): Documents {
  if (!text) return { whole: allowed, partial: DocumentSet.empty };
  return { whole: allowed.and(text.whole), partial: allowed.and(text.partial) };
}
