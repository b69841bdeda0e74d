import type { Offer } from "./combobox";
import type { OfferedClass } from "./editing";

const mostOffers = 8;

interface Ranked {
  readonly one: OfferedClass;
  readonly rank: number;
  readonly alias?: string;
}

/**
 * Classes whose name or alias has words that begin as was typed, names before aliases. Where there
 * is none, those that have a word like one that was typed, also in what they mean: most first.
 */
export function offersFor(
  typed: string,
  classes: readonly OfferedClass[],
  picked: readonly string[],
): Offer[] {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return [];
  const free = classes.filter(({ slug }) => !picked.includes(slug));
  const named = free.flatMap((one) => rankedByName(one, wanted));
  const ranked = named.length > 0 ? named : free.flatMap((one) => rankedByWords(one, wanted));
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, mostOffers)
    .map(({ one: { slug, name, means }, alias }) => ({
      value: slug,
      name,
      about: alias === undefined ? means : `“${alias}”. ${means}`,
    }));
}

function rankedByName(one: OfferedClass, wanted: readonly string[]): Ranked[] {
  const fits = (text: string) => {
    const words = wordsOf(text);
    return wanted.every((word) => words.some((other) => other.startsWith(word)));
  };
  if (fits(one.name)) return [{ one, rank: 0 }];
  const alias = one.aka.find(fits);
  return alias === undefined ? [] : [{ one, rank: 1, alias }];
}

function rankedByWords(one: OfferedClass, wanted: readonly string[]): Ranked[] {
  const alikeIn = (text: string) => {
    const words = wordsOf(text);
    return wanted.filter((word) => words.some((other) => isAlike(word, other)));
  };
  const named = new Set([one.name, ...one.aka].flatMap(alikeIn));
  const meant = alikeIn(one.means).filter((word) => !named.has(word));
  // What it is called says more than the words in which it is told.
  const score = 3 * named.size + meant.length;
  if (score === 0) return [];
  const alias = one.aka.find((text) => alikeIn(text).length > 0);
  const isByAlias = alias !== undefined && alikeIn(one.name).length === 0;
  return [isByAlias ? { one, rank: -score, alias } : { one, rank: -score }];
}

/** Whether two words of four letters or more are one in different forms: exhausted, exhaustion. */
function isAlike(word: string, other: string): boolean {
  const least = Math.min(word.length, other.length);
  let same = 0;
  while (same < least && word[same] === other[same]) same += 1;
  return same >= 4 && same >= least - 2;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
