import { atOneLook, keptWhileSame } from "./block-version.store";
import { documentsUnder } from "./kept-postings.store";
import { countEachName } from "./name-count";
import { postingKey } from "./posting-key";
import { namesLike, type Likeness } from "./search-name.store";
import { allDocuments, indexedForms, occurrencesOf, soughtOf } from "./text.store";

/** Something one can search by, and how many incidents that may be read have it. */
export interface Suggestion extends Likeness {
  /** For a term, how many hold its name. */
  readonly incidents: number;
}

/**
 * Suggests what is called as was typed, in the order of `namesLike`. An organisation or product that
 * no incident names which may be read is not hinted at.
 */
export function suggestNames(typed: string): Promise<Suggestion[]> {
  return atOneLook(async () => {
    const like = await namesLike(typed);
    const slugsOf = (kind: Likeness["kind"]) =>
      like.flatMap((one) => (one.kind === kind ? one.slug : []));
    const counts = {
      class: await countClasses(slugsOf("class")),
      organization: await organizationCounts(),
      product: await productCounts(),
      term: await countTerms(like.filter(({ kind }) => kind === "term")),
    };
    return like
      .map((one) => ({ ...one, incidents: counts[one.kind].get(one.slug) ?? 0 }))
      .filter(({ kind, incidents }) => kind === "class" || kind === "term" || incidents > 0);
  });
}

async function countClasses(slugs: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const keyOf = (slug: string) => postingKey.factor({ class: slug });
  const [visible, sets] = await Promise.all([allDocuments(), documentsUnder(slugs.map(keyOf))]);
  return new Map(slugs.map((slug) => [slug, sets.get(keyOf(slug))?.sizeWith(visible) ?? 0]));
}

// All at once, for it takes hardly longer than one, and then until something is published.
const organizationCounts = keptWhileSame(async () =>
  countEachName("organization", await allDocuments()),
);
const productCounts = keptWhileSame(async () => countEachName("product", await allDocuments()));

// Where a name's words are frequent, finding them side by side takes long; terms are few.
const termCounts = keptWhileSame(async () => new Map<string, number>());

async function countTerms(terms: readonly Likeness[]): Promise<ReadonlyMap<string, number>> {
  const known = await termCounts();
  const unknown = terms.filter(({ slug }) => !known.has(slug));
  if (unknown.length === 0) return known;
  const forms = await indexedForms(unknown.map(({ name }) => name));
  const [occurrences, visible] = await Promise.all([
    occurrencesOf(forms.map(soughtOf)),
    allDocuments(),
  ]);
  unknown.forEach(({ slug }, at) => {
    known.set(slug, occurrences[at]?.documents.sizeWith(visible) ?? 0);
  });
  return known;
}
