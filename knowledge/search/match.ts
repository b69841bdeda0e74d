import { conditionsOf } from "./condition";
import { countDocuments, type Counting, type Documents, type Figure, type Tally } from "./counting";
import { DocumentSet } from "./document-set";
import { postingKey } from "./posting-key";
import type { Query } from "./query";
import { surroundingsOf } from "./surroundings.store";
import { countFound } from "./text-match";
import { understandText, type UnderstoodText } from "./understanding";

/** What a query matches, and what was counted within it. */
export interface Matched {
  readonly total: number;
  readonly documents: Documents;
  /** Null: the query has no words, or only such as are too common. */
  readonly text: UnderstoodText | null;
  readonly classesOf: ReadonlyMap<string, readonly string[]>;
  /** One for each figure asked for, in their order; counted when asked for. */
  readonly figures: () => readonly Tally[];
}

/** What a query means here and now, and what of it holds in each of its variations. */
export async function meaningOf(query: Query) {
  const [around, text] = await Promise.all([surroundingsOf(query), understandText(query.q)]);
  const always = {
    excludedKeys: query.notClass.map((slug) => postingKey.factor({ class: slug })),
    text: text?.match ?? null,
  } satisfies Partial<Counting>;
  return { around, text, always };
}

/** The documents that a query matches; figures are counted over its only variation, 0. */
export async function matchQuery(query: Query, figures: readonly Figure[] = []): Promise<Matched> {
  const { around, text, always } = await meaningOf(query);
  const variations = [conditionsOf(query, around)];
  const counted = await countDocuments({ ...always, variations, figures, wanted: [0] });
  return {
    total: countFound(counted.variations[0] ?? { whole: 0, partial: 0 }),
    documents: counted.documents.get(0) ?? { whole: DocumentSet.empty, partial: DocumentSet.empty },
    text,
    classesOf: around.classesOf,
    figures: counted.figures,
  };
}
