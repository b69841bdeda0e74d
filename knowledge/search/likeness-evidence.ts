import type { Role } from "#knowledge/incident/vocabulary";

import type { DocumentSet } from "./document-set";
import type { NamedClass } from "./named-class";

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
  /** A class of no larger part of all incidents makes two alike by itself, where the first line names it. */
  classShare: 0.09,
  /** What a class in common counts beside words. */
  classWeight: 2,
  /** What the name of an organisation or product counts beside words. */
  nameWeight: 3,
  /** How much of the strength of the most alike one another has at least. */
  ofBest: 0.3,
  /** Two words in one factor and the title are enough when they are this part of all informative ones. */
  together: 0.5,
} as const;

/** A number, also as a place in an order or a time of day: 12-14, 1.23, 2nd, 05z. */
const number = /^[\d.,_-]+(?:st|nd|rd|th|am|pm|z)?$/;

/** Whether a word says something of what happened: no everyday word, letter, number or common one. */
export function isInformative(word: ToldWord): boolean {
  const isCommon = word.held > 1 && word.share > enough.share;
  return !isCommon && isOfTrade(word);
}

/** The same of a common word too: that it says little alone does not keep it from saying which trouble. */
function isOfTrade({ word, isEveryday }: ToldWord): boolean {
  return !isEveryday && word.length > 1 && !number.test(word);
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

/** Where a passage of an incident stands: in its title, or in a factor, by its role. */
export type Place = Role | "title";

/** A class that a text names, with the incidents that have it. */
export interface NamedHere extends NamedClass {
  readonly documents: DocumentSet;
  /** Whether an alias of it stands in the text, and not only words of a factor of it. */
  readonly isByAlias: boolean;
  /** Which part of all incidents they are, and what having it tells: the rarer, the more. */
  readonly share: number;
  readonly weight: number;
}

interface HeldPassage {
  readonly place: Place;
  /** The numbers of the words that it holds. */
  readonly held: readonly number[];
  /** Slugs. */
  readonly classes: readonly string[];
}

/** Why an incident is like a text: what one factor of it, its title or both have in common with it. */
export interface Likeness<Word> {
  /** The words that stand in each of these passages, the most telling first. */
  readonly passages: readonly { readonly place: Place; readonly words: readonly Word[] }[];
  /** The classes of the factor that the text names, and its role. */
  readonly classes: readonly {
    readonly named: NamedHere;
    readonly role: Role;
    /** Whether the factor has a word that names it in the text. */
    readonly isSaid: boolean;
  }[];
  /** The names of organisations and products that the text has and the incident concerns. */
  readonly names: readonly string[];
  /** Comparable among incidents that are like the same text. */
  readonly strength: number;
}

interface LookedFor<Word> {
  /** The telling words of the text, by their numbers. */
  readonly words: readonly Word[];
  readonly named: readonly NamedHere[];
}

interface Known {
  readonly passages: readonly HeldPassage[];
  /** The names of organisations and products that the text has and the incident concerns. */
  readonly names: readonly string[];
}

/** The best reason among the passages of an incident; null where none is reason enough. */
export function likenessOf<Word extends ToldWord>(
  { passages, names }: Known,
  text: LookedFor<Word>,
): Likeness<Word> | null {
  const titles = passages.filter(({ place }) => place === "title");
  // That the same thing held says nothing of what did not.
  const factors = passages.filter(({ place }) => place !== "title" && place !== "safeguard");
  const sets = [titles, ...factors.map((one) => [one, ...titles])];
  const [best] = sets
    .flatMap((set) => likenessBy({ passages: set, names }, text) ?? [])
    .toSorted((a, b) => b.strength - a.strength);
  return best ?? null;
}

function likenessBy<Word extends ToldWord>(
  { passages, names }: Known,
  text: LookedFor<Word>,
): Likeness<Word> | null {
  // Where both name the same organisation or product, common words say what went wrong there.
  const isCounted = names.length > 0 ? isOfTrade : isInformative;
  const wordsOf = (some: readonly HeldPassage[]) =>
    [...new Set(some.flatMap(({ held }) => held))]
      .flatMap((at) => text.words[at] ?? [])
      .filter(isCounted);
  const shared = wordsOf(passages);
  const classes = passages.flatMap((one) => {
    const { place: role } = one;
    if (role === "title") return [];
    const said = wordsOf([one]);
    return text.named
      .filter(({ slug }) => one.classes.includes(slug))
      .map((named) => ({
        named,
        role,
        isSaid: said.some(({ word }) => named.words.includes(word)),
      }));
  });
  const isLate = passages.some(({ place }) => place === "recovery" || place === "detection");
  if (!isReason({ shared, names, classes, isLate }, text.words)) return null;
  return {
    passages: passages
      .map((one) => ({ place: one.place, words: wordsOf([one]) }))
      .filter((one) => one.words.length > 0),
    classes,
    names,
    strength:
      sum(shared) +
      enough.nameWeight * names.length +
      enough.classWeight * sum(classes.map(({ named }) => named)),
  };
}

interface Common {
  /** Informative words in a factor and the title. */
  readonly shared: readonly ToldWord[];
  /** Of organisations and products. */
  readonly names: readonly string[];
  /** Classes that the text names, and whether the factor has a word that names it in the text. */
  readonly classes: readonly { readonly named: NamedHere; readonly isSaid: boolean }[];
  /** Whether it is of how it was noticed or got over: of that, there is much alike everywhere. */
  readonly isLate: boolean;
}

function isReason({ shared, names, classes, isLate }: Common, all: readonly ToldWord[]): boolean {
  if (shared.length >= enough.words) return true;
  if (!isLate && classes.some(isTellingAlone)) return true;
  const isHalf = sum(shared) >= enough.together * sum(all.filter(isInformative));
  if (shared.length >= enough.fewWords) {
    return classes.length > 0 || names.length > 0 || (isHalf && !isLate);
  }
  const isRare = classes.some(
    ({ named, isSaid }) => named.isByAlias && (isSaid || named.share <= enough.classShare),
  );
  return shared.length + names.length > 0 && isRare;
}

/** A class of few incidents, or one that both say in words, when the first line names it. */
function isTellingAlone({ named, isSaid }: Common["classes"][number]): boolean {
  return named.isFirst && (isSaid || named.share <= enough.classShare);
}

/** Those that are not much less alike than the most alike one: what is far below it says little. */
export function comparablyAlike<One extends { readonly likeness: { readonly strength: number } }>(
  alike: readonly One[],
): One[] {
  const best = Math.max(0, ...alike.map(({ likeness }) => likeness.strength));
  return alike.filter(({ likeness }) => likeness.strength >= enough.ofBest * best);
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

function sum(words: readonly { readonly weight: number }[]): number {
  return words.reduce((total, { weight }) => total + weight, 0);
}
