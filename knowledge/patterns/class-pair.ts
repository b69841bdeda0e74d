import { associationsAmong, fewerIsSmall } from "#knowledge/search/association";

/** In how many incidents two classes occur, together and each. */
export interface PairCount {
  readonly both: number;
  readonly ofA: number;
  readonly ofB: number;
  /** How many incidents there are. */
  readonly ofAll: number;
}

/** Two classes, and whether they come together more often than by chance. */
export interface ClassPair extends PairCount {
  readonly a: string;
  readonly b: string;
  /** In how many incidents they would meet if neither had to do with the other. */
  readonly expected: number;
  /** How many times as often they meet as that. */
  readonly lift: number;
  /**
   * The lower end of the 95 % interval of how many times as large the share of one is where the
   * other is, as where it is not: the lesser of both directions. Null where they meet in fewer than
   * two incidents, or no more often than by chance.
   */
  readonly leastRatio: number | null;
  /** Hardly chance, taken by itself; among hundreds of pairs chance alone brings some. */
  readonly isClear: boolean;
  /** They meet, but in so few incidents that one more would change the picture. */
  readonly isSmall: boolean;
}

/** Judges a pair of classes by its counts, as `associationsAmong` judges what comes with a search. */
export function classPair(a: string, b: string, counts: PairCount): ClassPair {
  const { both, ofA, ofB, ofAll } = counts;
  const expected = ofAll === 0 ? 0 : (ofA * ofB) / ofAll;
  const ratios = [
    { class: b, role: null, found: both, ofFound: ofA, all: ofB, ofAll },
    { class: a, role: null, found: both, ofFound: ofB, all: ofA, ofAll },
  ].map((direction) => associationsAmong([direction])[0]?.leastRatio);
  const leastRatio = ratios.reduce<number | null>(
    (least, ratio) => (ratio === undefined ? least : Math.min(least ?? ratio, ratio)),
    null,
  );
  return {
    a,
    b,
    ...counts,
    expected,
    lift: expected === 0 ? 0 : both / expected,
    leastRatio,
    isClear: leastRatio !== null && leastRatio > 1,
    isSmall: both > 0 && both < fewerIsSmall,
  };
}

/**
 * Most telling first: by what they meet more often than by chance at least, then by how often. Those
 * that are hardly chance, and that enough incidents bear, stand before all others: of thousands of
 * pairs of rare classes some meet twice by chance alone, and would come first.
 */
export function byStrength(pairs: readonly ClassPair[]): ClassPair[] {
  return pairs.toSorted(
    (x, y) =>
      Number(isBorne(y)) - Number(isBorne(x)) ||
      (y.leastRatio ?? -1) - (x.leastRatio ?? -1) ||
      y.lift - x.lift ||
      y.both - x.both,
  );
}

/** It is hardly chance, and more than a few incidents bear it. */
function isBorne({ isClear, isSmall }: ClassPair): boolean {
  return isClear && !isSmall;
}

/** The name of a pair, whichever class comes first. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/**
 * Classes so that those of strong pairs stand near each other: each by its most telling pair. `pairs`
 * stand by strength.
 */
export function nearestFirst<Named extends { readonly slug: string }>(
  classes: readonly Named[],
  pairs: readonly ClassPair[],
): Named[] {
  const places = new Map<string, number>();
  for (const { a, b } of pairs) {
    for (const slug of [a, b]) if (!places.has(slug)) places.set(slug, places.size);
  }
  const placeOf = ({ slug }: Named) => places.get(slug) ?? places.size;
  return classes.toSorted((one, other) => placeOf(one) - placeOf(other));
}
