import { evidenceFor } from "./class-evidence.store";
import { DocumentSet } from "./document-set";
import { documentsUnder } from "./kept-postings.store";
import { likelyClasses, type LikelyClass } from "./likely-class";
import { comparablyAlike, likenessOf, type Likeness, type NamedHere } from "./likeness-evidence";
import { concernedIn, passagesOf, type Passage } from "./likeness-passages.store";
import { hasName } from "./has-name";
import { isOrdinary, type NamedClass } from "./named-class";
import { classesNamedIn } from "./named-class.store";
import { ownWords } from "./own-words";
import { postingKey } from "./posting-key";
import { tellingWords, type TellingWord } from "./telling-words";
import { heldWeights, wordWeight, type OccurringWord } from "./text-match";
import { allDocuments, scoresOf } from "./text.store";

/** How many incidents are named, how many are asked what classes they have, and how many have a named one. */
const limits = { named: 8, witnesses: 30, classed: 30 } as const;

/** What a text is like, with what says so. */
export interface LookedAt {
  readonly words: readonly TellingWord[];
  readonly classes: readonly LikelyClass[];
  /** Those with a reason first, the most alike first; then the nearest by all their words. */
  readonly incidents: readonly {
    readonly id: number;
    /** Null where there is too little reason to name it. */
    readonly likeness: Likeness<TellingWord> | null;
  }[];
  /** Of each class the incidents that have it. */
  readonly having: ReadonlyMap<string, ReadonlySet<number>>;
}

/** Looks for the failure classes and the incidents that a text is like; `except` are left out. */
export async function lookedAt(pasted: string, except: DocumentSet): Promise<LookedAt> {
  const text = ownWords(pasted);
  const [words, labels] = await Promise.all([tellingWords(text), classesNamedIn(text)]);
  const troubles = labels.filter(({ label }) => !isOrdinary(label));
  if (words.length + troubles.length === 0) {
    return { words, classes: [], incidents: [], having: new Map() };
  }
  const near = await nearestTo(words, except);
  const named = await occurring(troubles, true);
  const ids = [...new Set([...near, ...(await heaviestAmong(named, words, except))])];
  const queries = words.map(({ query }) => query);
  const slugs = labels.map(({ slug }) => slug);
  const [evidence, passages, names] = await Promise.all([
    evidenceFor(queries, ids, slugs),
    passagesOf(ids, queries, slugs),
    concernedIn(ids),
  ]);
  const shares = await sharesOf(evidence.map(({ slug }) => slug));
  const classes = likelyClasses(words, { evidence, passages, named: labels, near, shares });
  const alike = alikeTo(ids, {
    words,
    passages,
    named: [...named, ...(await occurring(spokenIn(classes), false))],
    names: names.filter(({ name }) => hasName(text, name)),
  });
  const isAlike = new Set(alike.map(({ id }) => id));
  const others = near.filter((id) => !isAlike.has(id)).map((id) => ({ id, likeness: null }));
  return {
    words,
    classes,
    incidents: [...alike, ...others].slice(0, limits.named),
    having: new Map(evidence.map(({ slug, witnesses }) => [slug, new Set(witnesses)])),
  };
}

/** Classes that the text names by no alias, but speaks of. */
function spokenIn(classes: readonly LikelyClass[]): NamedClass[] {
  return classes.flatMap(({ slug, name, because }) =>
    because?.label === null
      ? [{ slug, name, label: name, words: because.words, isFirst: false }]
      : [],
  );
}

/** Named classes with the incidents that have them. */
async function occurring(named: readonly NamedClass[], isByAlias: boolean): Promise<NamedHere[]> {
  const having = await documentsOf(named.map(({ slug }) => slug));
  const all = await allDocuments();
  return named.map((one) => {
    const documents = having.get(one.slug) ?? DocumentSet.empty;
    const share = documents.size / Math.max(all.size, 1);
    return { ...one, isByAlias, documents, share, weight: wordWeight(documents.size, all.size) };
  });
}

/** Which part of all incidents has each of the classes. */
async function sharesOf(slugs: readonly string[]): Promise<Map<string, number>> {
  const all = (await allDocuments()).size;
  const having = await documentsOf(slugs);
  return new Map(slugs.map((slug) => [slug, (having.get(slug)?.size ?? 0) / Math.max(all, 1)]));
}

/** Of each class the incidents that have it and may be read. */
async function documentsOf(slugs: readonly string[]): Promise<Map<string, DocumentSet>> {
  if (slugs.length === 0) return new Map();
  const keyOf = (slug: string) => postingKey.factor({ class: slug });
  const [all, sets] = await Promise.all([allDocuments(), documentsUnder(slugs.map(keyOf))]);
  return new Map(
    slugs.map((slug) => [slug, (sets.get(keyOf(slug)) ?? DocumentSet.empty).and(all)]),
  );
}

/** The documents that a text is nearest to, nearest first. */
async function nearestTo(words: readonly TellingWord[], except: DocumentSet): Promise<number[]> {
  const [visible, any] = [
    await allDocuments(),
    DocumentSet.union(words.map((word) => word.documents)),
  ];
  const among = any.and(visible).without(except);
  const heaviest = heldWeights(words, among).largest(limits.witnesses * 2, among);
  const scores = await scoresOf(heaviest, words, []);
  return heaviest
    .toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || a - b)
    .slice(0, limits.witnesses);
}

/** Those with a class that the text names, and the most of its words. */
async function heaviestAmong(
  named: readonly NamedHere[],
  words: readonly TellingWord[],
  except: DocumentSet,
): Promise<number[]> {
  const among = DocumentSet.union(named.map(({ documents }) => documents)).without(except);
  const classes: OccurringWord[] = named.map((one) => ({ ...one, leading: one.documents }));
  return heldWeights([...classes, ...words], among).largest(limits.classed, among);
}

interface Known {
  readonly words: readonly TellingWord[];
  readonly passages: readonly Passage[];
  readonly named: readonly NamedHere[];
  /** Those that the text has. */
  readonly names: readonly { readonly documentId: number; readonly name: string }[];
}

/** Those that are like the text for a reason, the most alike first. */
function alikeTo(ids: readonly number[], { passages, names, ...text }: Known) {
  const alike = ids.flatMap((id) => {
    const own = ({ documentId }: { readonly documentId: number }) => documentId === id;
    const known = {
      passages: passages.filter(own),
      names: names.filter(own).map((one) => one.name),
    };
    const likeness = likenessOf(known, text);
    return likeness ? [{ id, likeness }] : [];
  });
  return comparablyAlike(
    alike.toSorted((a, b) => b.likeness.strength - a.likeness.strength || a.id - b.id),
  );
}
