import type { Role } from "./vocabulary";

/**
 * How alike two incidents are, and why. Deterministic, and made only of what their records say, so
 * that every neighbour comes with its reasons.
 *
 * What two incidents share is a failure class. A shared class counts
 * - by its rarity: the logarithm of how many incidents there are for each that names it, squared as
 *   in any cosine. Nearly half of all incidents name "untested path"; three name "kernel-mode crash";
 * - by the role it played in both (see `roleWeights`), most where it was the same.
 * A product that both name adds to that, but makes nothing similar alone. The sum is divided by the
 * root of both incidents' lengths: a plain cosine prefers incidents of two or three factors, the bare
 * sum those of many, and the root stands between.
 *
 * The weights are round figures from the middle of the range in which the nearest agree best with
 * what authors linked as related in 91 incidents, and with what a reader named for ten others.
 */
export interface Profile {
  readonly slug: string;
  /** The roles that each class plays; safeguards have no classes. */
  readonly classes: ReadonlyMap<string, readonly Role[]>;
  /** Slugs. */
  readonly products: readonly string[];
}

/** How many incidents there are, and how many of them name a class or a product. */
export interface Rarity {
  readonly incidents: number;
  readonly naming: ReadonlyMap<string, number>;
  readonly namingProduct: ReadonlyMap<string, number>;
}

/**
 * What a class counts by the role it played. The trigger is the event itself. Amplifiers say what it
 * grew into; preconditions are the more general ones, found nearly everywhere if one looks. How it was
 * noticed and how it was got over says more of the organisation than of how it failed.
 */
export const roleWeights: Readonly<Record<Role, number>> = {
  trigger: 1,
  amplifier: 0.9,
  precondition: 0.7,
  recovery: 0.6,
  detection: 0.5,
  safeguard: 0,
};

/** What a shared product counts beside classes: less than a class that made both larger. */
const productWeight = 0.8;

// How it came about and how it was dealt with are two stories: a code path that nobody had run and a
// restore that nobody had rehearsed are both "untested path", and make the incidents hardly alike.
const chapterOf: Readonly<Record<Role, "coming about" | "dealing with it" | "what held">> = {
  precondition: "coming about",
  trigger: "coming about",
  amplifier: "coming about",
  detection: "dealing with it",
  recovery: "dealing with it",
  safeguard: "what held",
};

const inAnotherRole = 0.6;
const inAnotherChapter = 0.1;

/** How much of its weight a class keeps that played these roles in two incidents: 0 to 1. */
function closeness(here: Role, there: Role): number {
  if (here === there) return 1;
  return chapterOf[here] === chapterOf[there] ? inAnotherRole : inAnotherChapter;
}

/** A class that two incidents share, and its roles in both. */
export interface SharedClass {
  readonly slug: string;
  readonly here: readonly Role[];
  readonly there: readonly Role[];
}

/** Why an incident is like another. */
export interface Reasons {
  /** Most telling first. */
  readonly shared: readonly SharedClass[];
  readonly products: readonly string[];
  /** The most telling class that only one of them names; null when both name the same. */
  readonly differs: {
    readonly slug: string;
    readonly roles: readonly Role[];
    readonly where: "here" | "there";
  } | null;
}

export interface Neighbour extends Reasons {
  readonly slug: string;
  /** Comparable only among neighbours of the same incident. Above 0. */
  readonly likeness: number;
}

/** What a class or product tells by its rarity alone: 0 for one that all incidents name. */
export function rarityOf(naming: number, incidents: number): number {
  return Math.max(0, Math.log(incidents / Math.max(naming, 1)));
}

/** What a class counts that played a role in one incident and a role in the other. */
export function sharedWeight(rarity: number, here: Role, there: Role): number {
  return rarity ** 2 * roleWeights[here] * roleWeights[there] * closeness(here, there);
}

/** What products count that both name. The rarest speaks for all: products of one house go together. */
export function sharedProductsWeight(shared: readonly string[], rarity: Rarity): number {
  const rarities = shared.map((slug) =>
    rarityOf(rarity.namingProduct.get(slug) ?? 0, rarity.incidents),
  );
  return (productWeight * Math.max(0, ...rarities)) ** 2;
}

/** How `there` is like `here`; null when they share no class that tells anything. */
export function neighbourOf(here: Profile, there: Profile, rarity: Rarity): Neighbour | null {
  const shared = sharedClasses(here, there, rarity).filter(({ weight }) => weight > 0);
  if (shared.length === 0) return null;
  const products = here.products.filter((slug) => there.products.includes(slug));
  const sum = shared.reduce((total, { weight }) => total + weight, 0);
  const lengths = lengthOf(here, rarity) * lengthOf(there, rarity);
  return {
    slug: there.slug,
    likeness: (sum + sharedProductsWeight(products, rarity)) / Math.sqrt(lengths),
    shared: shared.map(({ weight: _weight, ...one }) => one),
    products,
    differs: mostTellingDifference(here, there, rarity),
  };
}

/** The incidents most like this one, nearest first; ties by slug. */
export function neighboursOf(
  here: Profile,
  others: Iterable<Profile>,
  rarity: Rarity,
  count: number,
): Neighbour[] {
  return [...others]
    .filter(({ slug }) => slug !== here.slug)
    .flatMap((there) => neighbourOf(here, there, rarity) ?? [])
    .toSorted((a, b) => b.likeness - a.likeness || (a.slug < b.slug ? -1 : 1))
    .slice(0, count);
}

function sharedClasses(here: Profile, there: Profile, rarity: Rarity) {
  return [...here.classes]
    .flatMap(([slug, roles]) => {
      const others = there.classes.get(slug);
      if (!others) return [];
      const rare = rarityIn(rarity, slug);
      const weights = roles.flatMap((one) => others.map((two) => sharedWeight(rare, one, two)));
      return [{ slug, here: roles, there: others, weight: Math.max(0, ...weights) }];
    })
    .toSorted((a, b) => b.weight - a.weight || (a.slug < b.slug ? -1 : 1));
}

function rarityIn({ naming, incidents }: Rarity, slug: string): number {
  return rarityOf(naming.get(slug) ?? 0, incidents);
}

/** What a class tells of one incident: its rarity in the weightiest role that it played. */
function tellingOf(slug: string, roles: readonly Role[], rarity: Rarity): number {
  return rarityIn(rarity, slug) * Math.max(0, ...roles.map((role) => roleWeights[role]));
}

function lengthOf({ classes }: Profile, rarity: Rarity): number {
  const squares = [...classes].map(([slug, roles]) => tellingOf(slug, roles, rarity) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0));
}

function mostTellingDifference(here: Profile, there: Profile, rarity: Rarity): Reasons["differs"] {
  const only = (one: Profile, other: Profile, where: "here" | "there") =>
    [...one.classes]
      .filter(([slug]) => !other.classes.has(slug))
      .map(([slug, roles]) => ({ slug, roles, where, telling: tellingOf(slug, roles, rarity) }));
  const [most] = [...only(here, there, "here"), ...only(there, here, "there")].toSorted(
    (a, b) => b.telling - a.telling || (a.slug < b.slug ? -1 : 1),
  );
  return most ? { slug: most.slug, roles: most.roles, where: most.where } : null;
}
