import type { Documents } from "./counting";
import { DocumentSet } from "./document-set";
import { DocumentSums } from "./document-sums";
import { countMatchingFactors } from "./factor.store";
import { factorRule } from "./matching-factor";
import { inCountOrder, inPlainOrder, inRankOrder } from "./kept-order.store";
import { sortOf, type Query } from "./query";
import type { Ranked, Slice } from "./rank-order";
import { heldWeights, joinPartial, partialMatch } from "./text-match";
import { scoresOf } from "./text.store";
import { anyWordOf, pairsOf, type UnderstoodText } from "./understanding";

/** What a query found, to be brought into an order. */
interface ToOrder {
  readonly documents: Documents;
  readonly text: UnderstoodText | null;
  readonly classesOf: ReadonlyMap<string, readonly string[]>;
}

/** The documents that a slice of a query's results shows, in their order. */
export async function orderedDocuments(
  query: Query,
  found: ToOrder,
  slice: Slice,
): Promise<number[]> {
  const { documents, text } = found;
  const sort = sortOf(query);
  if (text && sort === "relevance") return byRelevance(documents, text, slice);
  const partial = await bestPartial(documents, text);
  const all =
    partial.length === 0
      ? documents.whole
      : documents.whole.or(DocumentSet.of(partial.map(({ documentId }) => documentId)));
  if (sort === "factors") return byMatchingFactors(query, { ...found, all }, slice);
  return inPlainOrder(all, sort === "relevance" ? "date" : sort, slice);
}

async function byMatchingFactors(
  query: Query,
  { all, text, classesOf }: ToOrder & { all: DocumentSet },
  slice: Slice,
): Promise<number[]> {
  const counts = await countMatchingFactors(query, {
    rule: factorRule(query, classesOf),
    anyWord: anyWordOf(text),
    documents: all,
  });
  return inCountOrder(all, counts, slice);
}

/** So many documents at most are weighed by how well they answer; the rest follows by date. */
const weighedAtMost = 100;

// Those that hold all words come first, then those that lack some; each by how well they answer.
async function byRelevance(
  documents: Documents,
  text: UnderstoodText,
  slice: Slice,
): Promise<number[]> {
  const { whole } = documents;
  const weighed = worthWeighing(whole, text);
  const [scored, partial] = await Promise.all([
    rankedByScore(weighed, text),
    bestPartial(documents, text),
  ]);
  const highest = Math.max(0, ...partial.map(({ rank }) => rank));
  const first = scored.map(({ documentId, rank }) => ({ documentId, rank: rank + highest + 1 }));
  const page = await inRankOrder([...first, ...partial], slice);
  if (page.length === slice.limit || weighed.length === whole.size) return page;
  const rest = whole.without(DocumentSet.of(weighed));
  const offset = Math.max(0, slice.offset - weighed.length);
  const limit = slice.limit - page.length;
  return [...page, ...(await inPlainOrder(rest, "date", { limit, offset }))];
}

// Of very many, those that name most of the words in title, organisation or a factor; where these are
// too many, those that entered the library last.
function worthWeighing(whole: DocumentSet, { words }: UnderstoodText): number[] {
  if (whole.size <= weighedAtMost) return whole.ids();
  // All of them hold all words, so only where these stand makes a difference.
  const leading = new DocumentSums();
  for (const word of words) leading.add(whole.and(word.leading), word.weight);
  const best = leading.largest(weighedAtMost, whole);
  if (best.length === weighedAtMost) return best;
  const others = whole.without(DocumentSet.of(best));
  return [...best, ...others.latest(weighedAtMost - best.length)];
}

/** So many of those that lack a word are weighed, by the weight of the words that they hold. */
const partialWeighedAtMost = 60;

/** Those that lack a word and are results all the same, best first; none where enough hold all. */
async function bestPartial(
  { whole, partial }: Documents,
  text: UnderstoodText | null,
): Promise<Ranked[]> {
  if (!text || !joinPartial(whole.size)) return [];
  const heaviest = heldWeights(text.words, partial).largest(partialWeighedAtMost, partial);
  const scored = await rankedByScore(heaviest, text);
  return scored.toSorted((a, b) => b.rank - a.rank).slice(0, partialMatch.most);
}

async function rankedByScore(
  documentIds: readonly number[],
  text: UnderstoodText,
): Promise<Ranked[]> {
  if (documentIds.length === 0) return [];
  const phrases = text.phrases.map((query) => ({ query, weight: phraseWeight }));
  const scores = await scoresOf(documentIds, [...text.words, ...phrases], pairsOf(text));
  return documentIds.map((documentId) => ({ documentId, rank: scores.get(documentId) ?? 0 }));
}

// All results hold every phrase, so it only tells where it stands.
const phraseWeight = 1;
