import type { Evidence } from "./class-evidence.store";
import { isInformative, reasonsForClass } from "./likeness-evidence";
import type { Passage } from "./likeness-passages.store";
import { isOrdinary, type NamedClass } from "./named-class";
import type { TellingWord } from "./telling-words";

/** How many classes are named, with how many words. */
const limits = { classes: 6, reasons: 8 } as const;

export interface LikelyClass {
  readonly slug: string;
  readonly name: string;
  /** The words of the text that suggested it, the most telling first. */
  readonly words: readonly string[];
  /** Those that are reason enough to name it before others; none where they are not. */
  readonly reasons: readonly string[];
  /** Why it may be named to somebody who did not ask; null where there is too little reason. */
  readonly because: ClassReason | null;
}

/** What a text has of a class. */
export interface ClassReason {
  /** The name or alias of it that the text has; null where words of it stand in one factor of the class. */
  readonly label: string | null;
  readonly words: readonly string[];
}

interface Found {
  readonly evidence: readonly Evidence[];
  readonly passages: readonly Passage[];
  /** Classes that the text names, by whatever alias. */
  readonly named: readonly NamedClass[];
  /** The nearest incidents, nearest first. */
  readonly near: readonly number[];
  /** Which part of all incidents has a class, by its slug. */
  readonly shares: ReadonlyMap<string, number>;
}

/**
 * What speaks for a class: its words in the text, by where the class has them, and how many of the
 * nearest incidents name it. The figures were chosen on incidents' own summaries and timelines, each
 * without the incident itself: six classes named so have two in five right, the commonest six one in
 * three.
 */
const evidenceWeights = {
  named: 3,
  meant: 1,
  spoken: 1,
  witnessed: 0.3,
  inFirst: 3,
  inFull: 0.5,
} as const;

/** The classes that a text sounds like, the likeliest first: those that it names, then others. */
export function likelyClasses(words: readonly TellingWord[], found: Found): LikelyClass[] {
  const { evidence, near } = found;
  const all = words.reduce((sum, { weight }) => sum + weight, 0);
  // In how many factors a word stands: it says most for a class when it stands in few others.
  const factors = words.map((_, number) =>
    evidence.reduce((sum, { spoken }) => sum + (spoken[String(number)] ?? 0), 0),
  );
  return evidence
    .map((one) => {
      const weighed = words.map((word, number) => ({
        ...word,
        number,
        weight: word.weight * strengthOf(one, number, factors[number] ?? 0),
        isNamed: one.named.includes(number),
      }));
      const spoken = weighed.reduce((sum, { weight }) => sum + weight, 0) / Math.max(all, 1);
      const telling = weighed
        .filter(({ weight }) => weight > 0)
        .toSorted((a, b) => b.weight - a.weight);
      const naming = found.named.find(({ slug }) => slug === one.slug);
      const score =
        spoken + evidenceWeights.witnessed * witnessed(one, near) + namingWeight(naming);
      return { slug: one.slug, name: one.name, telling, naming, score };
    })
    .toSorted((a, b) => b.score - a.score || (a.slug < b.slug ? -1 : 1))
    .slice(0, limits.classes)
    .map(({ slug, name, telling, naming }) => {
      const because = reasonFor(slug, naming, telling, found);
      const reasons = reasonsForClass(telling).map(({ word }) => word);
      const suggesting = [...(naming?.words ?? []), ...telling.map(({ word }) => word)];
      return {
        slug,
        name,
        words: [...new Set(suggesting)].slice(0, limits.reasons),
        reasons: [...new Set([...(because?.words ?? []), ...reasons])],
        because,
      };
    });
}

function namingWeight(naming: NamedClass | undefined): number {
  if (!naming || isOrdinary(naming.label)) return 0;
  return naming.isFirst ? evidenceWeights.inFirst : evidenceWeights.inFull;
}

type Speaking = TellingWord & { readonly number: number; readonly isNamed: boolean };

/** A class of a larger part of all incidents is found everywhere if one looks. */
const rareShare = 0.12;

/**
 * The text names the class, or words of it that are enough stand in one factor of the class: two where
 * one of them is an alias that names no trouble by itself, else three and of no class that is found
 * everywhere.
 */
function reasonFor(
  slug: string,
  naming: NamedClass | undefined,
  telling: readonly Speaking[],
  { passages, shares }: Found,
): ClassReason | null {
  if (naming && !isOrdinary(naming.label)) return { label: naming.label, words: naming.words };
  const informative = telling
    .filter(isInformative)
    .map((word) => ({ ...word, isNamed: naming?.words.includes(word.word) ?? false }));
  const [together = []] = passages
    .filter(({ classes }) => classes.includes(slug))
    .map(({ held }) => informative.filter(({ number }) => held.includes(number)))
    .toSorted((a, b) => b.length - a.length);
  const isTelling = (shares.get(slug) ?? 0) <= rareShare || together.some((word) => word.isNamed);
  const words = isTelling ? reasonsForClass(together).map(({ word }) => word) : [];
  return words.length === 0 ? null : { label: null, words };
}

function strengthOf({ named, meant, spoken }: Evidence, number: number, factors: number): number {
  return (
    (named.includes(number) ? evidenceWeights.named : 0) +
    (meant.includes(number) ? evidenceWeights.meant : 0) +
    ((spoken[String(number)] ?? 0) / (factors + 1)) * evidenceWeights.spoken
  );
}

/** The part of the nearest incidents that name a class, the nearer the more. */
function witnessed({ witnesses }: Evidence, near: readonly number[]): number {
  const weightAt = (place: number) => 1 / (1 + place / 4);
  const all = near.reduce((sum, _, place) => sum + weightAt(place), 0);
  const naming = near.reduce(
    (sum, id, place) => sum + (witnesses.includes(id) ? weightAt(place) : 0),
    0,
  );
  return all === 0 ? 0 : naming / all;
}
