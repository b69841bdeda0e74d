import { atOneLook } from "./block-version.store";
import { countDocuments, type Documents } from "./counting";
import { DocumentSet } from "./document-set";
import { countedFrom, facetsOf, planFacets, type Facets } from "./facets";
import { countNames } from "./name-count";
import type { Slice } from "./rank-order";
import { orderedDocuments } from "./ordering";
import { meaningOf } from "./match";
import { resultsPerPage, type Query } from "./query";
import { plainResultsOf, resultsOf, type Asked, type PlainResult, type Result } from "./results";
import { countFound } from "./text-match";
import type { UnderstoodText } from "./understanding";

/** What a query finds. */
export interface Found<One = Result> {
  readonly total: number;
  readonly results: readonly One[];
  readonly facets: Facets;
  /** For each year the incidents that one gets with it as `to` alone: those begun by its end. */
  readonly upTo: ReadonlyMap<string, number>;
  /** Null: the query has no words, or only such as are too common. */
  readonly text: UnderstoodText | null;
}

/** The slice of results that a page shows. */
export function sliceOf({ page }: Query): Slice {
  return { limit: resultsPerPage, offset: (page - 1) * resultsPerPage };
}

/** Runs a query over all incidents that may be read. */
export function findIncidents(query: Query, slice: Slice = sliceOf(query)): Promise<Found> {
  return atOneLook(() => find(query, slice, resultsOf));
}

/** The same for those who show no words that were asked for, and need them neither marked nor found. */
export function findPlainly(query: Query, slice: Slice): Promise<Found<PlainResult>> {
  return atOneLook(() => find(query, slice, plainResultsOf));
}

async function find<One>(
  query: Query,
  slice: Slice,
  resultsFrom: (documentIds: readonly number[], asked: Asked) => Promise<One[]>,
): Promise<Found<One>> {
  const { around, text, always } = await meaningOf(query);
  const { classesOf } = around;
  const plan = planFacets(query, around);
  const counted = await countDocuments({
    ...always,
    variations: plan.variations,
    figures: plan.figures,
    wanted: [...new Set([0, plan.withoutOrg, plan.withoutProduct])],
  });
  const none: Documents = { whole: DocumentSet.empty, partial: DocumentSet.empty };
  const documentsOf = (variation: number) => counted.documents.get(variation) ?? none;
  const documents = documentsOf(0);
  const [results, figures] = await Promise.all([
    orderedDocuments(query, { documents, text, classesOf }, slice).then((ordered) =>
      resultsFrom(ordered, { query, text, classesOf }),
    ),
    // Counted while the database works on the results, bit by bit so that it gets its next task.
    soon().then(async () => {
      const { upTo, ...facets } = facetsOf(query, around, {
        plan,
        tallies: counted.figures(),
        documents,
      });
      await soon();
      const org = await countNames("organization", documentsOf(plan.withoutOrg));
      await soon();
      const product = await countNames("product", documentsOf(plan.withoutProduct));
      return { upTo, facets: { ...facets, org: countedFrom(org), product: countedFrom(product) } };
    }),
  ]);
  return {
    total: countFound(counted.variations[0] ?? { whole: 0, partial: 0 }),
    results,
    ...figures,
    text,
  };
}

/** When what was asked of the database has been sent. */
function soon(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
