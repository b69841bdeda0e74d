import type { IncidentLine } from "#knowledge/incident/incident.store";
import { linesOf } from "#knowledge/incident/incident.store";
import { plainText } from "#knowledge/text/plain";

import { atOneLook } from "./block-version.store";
import { DocumentSet } from "./document-set";
import type { DocumentSums } from "./document-sums";
import { countMatchingFactors, factorsOf, type ResultFactor } from "./factor.store";
import { matchQuery, type Matched } from "./match";
import { factorRule, type FactorRule } from "./matching-factor";
import type { Slice } from "./rank-order";
import { documentOfSlug } from "./order.store";
import { orderedDocuments } from "./ordering";
import type { Query } from "./query";
import { joinPartial } from "./text-match";
import { anyWordOf } from "./understanding";

/**
 * The incidents of a query without what a page shows beside them (figures, passages, marked words):
 * for those who take them all along. They are the same, and in the same order, as `findIncidents`
 * gives them page by page.
 */
export interface EverythingFound extends Pick<
  Matched,
  "total" | "documents" | "text" | "classesOf"
> {
  readonly query: Query;
}

export function findEverything(query: Query): Promise<EverythingFound> {
  return atOneLook(async () => ({ query, ...(await matchQuery(query)) }));
}

/** The ids of the documents in a slice of what was found, in the query's order. */
export async function documentsInOrder(found: EverythingFound, slice: Slice): Promise<number[]> {
  return orderedDocuments(found.query, found, slice);
}

/** All that was found, in no order. */
export async function documentSet(found: EverythingFound): Promise<DocumentSet> {
  const { documents, text, total } = found;
  const isWhole = text === null || !joinPartial(documents.whole.size);
  if (isWhole) return documents.whole;
  return DocumentSet.of(await documentsInOrder(found, { limit: total, offset: 0 }));
}

/** How many incidents come before this one in the query's order; null if it is not among them. */
export async function placeOf(found: EverythingFound, slug: string): Promise<number | null> {
  const { documents, total } = found;
  const documentId = await documentOfSlug(slug);
  if (documentId === null) return null;
  if (!documents.whole.has(documentId) && !documents.partial.has(documentId)) return null;
  const order = await documentsInOrder(found, { limit: total, offset: 0 });
  const place = order.indexOf(documentId);
  return place === -1 ? null : place;
}

/** The incidents of some documents as lines of a list, in the order of the documents. */
export async function linesInOrder(
  documentIds: readonly number[],
): Promise<{ documentId: number; line: IncidentLine }[]> {
  const lines = await linesOf(documentIds);
  return documentIds.flatMap((documentId) => {
    const line = lines.get(documentId);
    return line ? [{ documentId, line }] : [];
  });
}

function ruleOf({ query, classesOf }: EverythingFound): FactorRule {
  return factorRule(query, classesOf);
}

/** False where the query asks nothing that a factor could match. */
export function asksForFactors(found: EverythingFound): boolean {
  return ruleOf(found).kind !== "none";
}

/** How many factors of each document match. */
export function countFactorsFound(found: EverythingFound): Promise<DocumentSums> {
  return countMatchingFactors(found.query, {
    rule: ruleOf(found),
    anyWord: anyWordOf(found.text),
    documents: found.documents.whole.or(found.documents.partial),
  });
}

/** The factors of some documents that match the query, by document and in their order. */
export async function factorsFound(
  found: EverythingFound,
  documentIds: readonly number[],
): Promise<ReadonlyMap<number, readonly ResultFactor[]>> {
  const factors = await factorsOf(documentIds, found.query, {
    rule: ruleOf(found),
    anyWord: anyWordOf(found.text),
  });
  const matching = new Map<number, ResultFactor[]>();
  for (const factor of factors) {
    const own = matching.get(factor.documentId) ?? [];
    own.push({ ...factor, statement: plainText(factor.statement) });
    matching.set(factor.documentId, own);
  }
  return matching;
}
