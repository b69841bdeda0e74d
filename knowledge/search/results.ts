import { linesOf, type IncidentLine } from "#knowledge/incident/incident.store";
import { recordTexts } from "#knowledge/incident/projection";
import { readingText } from "#knowledge/text/excerpt";
import { plainText } from "#knowledge/text/plain";

import { classesNaming, type NamingClass } from "./class-name.store";
import { factorsOf, type ResultFactor } from "./factor.store";
import { bestTexts, highlight, writtenIn, type Piece } from "./highlight.store";
import { factorRule } from "./matching-factor";
import type { Query } from "./query";
import { anyWordOf, type UnderstoodText } from "./understanding";

/** An incident that a query finds. */
export interface PlainResult extends IncidentLine {
  /** The factors that match, in their order. */
  readonly factors: readonly ResultFactor[];
}

/** The same as a page shows it, with what was asked for marked. */
export interface Result extends PlainResult {
  readonly factors: readonly MatchingFactor[];
  /** The words of `q` that it does not hold, as search took them. */
  readonly lacks: readonly string[];
  /** Where no factor matches, the passage that holds most of the words; null if only names do. */
  readonly passage: readonly Piece[] | null;
  /** Where there is neither, the classes whose names or aliases hold a word. */
  readonly named: readonly NamingClass[];
}

/** A factor that matches, its statement in pieces. */
export interface MatchingFactor extends ResultFactor {
  readonly pieces: readonly Piece[];
}

/** What results are made from. */
export interface Asked {
  readonly query: Query;
  readonly text: UnderstoodText | null;
  readonly classesOf: ReadonlyMap<string, readonly string[]>;
}

/** Results in the order of the documents, without marks. */
export async function plainResultsOf(
  documentIds: readonly number[],
  asked: Asked,
): Promise<PlainResult[]> {
  const [lines, factors] = await Promise.all([
    linesOf(documentIds),
    matchingFactors(documentIds, asked),
  ]);
  return inOrder(documentIds, lines, factors).map(({ result }) => result);
}

/** Results as a page shows them, in the order of the documents. */
export async function resultsOf(documentIds: readonly number[], asked: Asked): Promise<Result[]> {
  const { text } = asked;
  const [lines, factors] = await Promise.all([
    linesOf(documentIds),
    matchingFactors(documentIds, asked).then((found) => marked(found, anyWordOf(text))),
  ]);
  const withFactors = new Set(factors.map(({ documentId }) => documentId));
  const passages = await passagesOf(
    documentIds.filter((id) => !withFactors.has(id)),
    text,
  );
  const anyWord = anyWordOf(text);
  const naming = await classesNaming(
    anyWord === "" ? [] : documentIds.filter((id) => !withFactors.has(id) && !passages.has(id)),
    anyWord,
  );
  return inOrder(documentIds, lines, factors).map(({ documentId, result }) => ({
    ...result,
    lacks: (text?.words ?? [])
      .filter(({ documents }) => !documents.has(documentId))
      .map(({ word, spellings: [spelling, ...more] }) =>
        spelling !== undefined && more.length === 0 ? spelling : word,
      ),
    passage: passages.get(documentId) ?? null,
    named: naming.filter((one) => one.documentId === documentId),
  }));
}

/** Lines with their factors; a document that is no longer public is left out. */
function inOrder<Factor extends ResultFactor>(
  documentIds: readonly number[],
  lines: ReadonlyMap<number, IncidentLine>,
  factors: readonly Factor[],
) {
  return documentIds.flatMap((documentId) => {
    const line = lines.get(documentId);
    const own = factors.filter((factor) => factor.documentId === documentId);
    return line ? [{ documentId, result: { ...line, factors: own } }] : [];
  });
}

async function matchingFactors(
  documentIds: readonly number[],
  { query, text, classesOf }: Asked,
): Promise<ResultFactor[]> {
  const found = await factorsOf(documentIds, query, {
    rule: factorRule(query, classesOf),
    anyWord: anyWordOf(text),
  });
  return found.map((factor) => ({ ...factor, statement: plainText(factor.statement) }));
}

async function marked(
  factors: readonly ResultFactor[],
  anyWord: string,
): Promise<MatchingFactor[]> {
  const pieces = await inPieces(
    factors.map(({ statement }) => statement),
    anyWord,
  );
  return factors.map((factor, at) => ({ ...factor, pieces: pieces[at] ?? [] }));
}

async function inPieces(texts: readonly string[], anyWord: string): Promise<Piece[][]> {
  if (anyWord === "" || texts.length === 0) return texts.map((text) => [{ text, isMatch: false }]);
  return highlight(texts, anyWord);
}

/**
 * Whether a text may hold one of the words of a `tsquery`: one that begins as its lexeme does. English
 * stems differ from their words in the last letter at most.
 */
function mayHold(query: string): (text: string) => boolean {
  const beginnings = [...query.matchAll(/'((?:[^']|'')+)'/g)].map(([, lexeme = ""]) =>
    lexeme.replaceAll("''", "'").slice(0, Math.max(2, Math.min(4, lexeme.length - 1))),
  );
  return (text) => {
    const small = text.toLowerCase();
    return beginnings.some((beginning) => small.includes(beginning));
  };
}

/** Sentences, roughly: what ends with a full stop before a space and a capital. */
const sentenceEnd = /(?<=[.!?])\s+(?=\p{Lu})|\n+/u;

async function passagesOf(
  documentIds: readonly number[],
  text: UnderstoodText | null,
): Promise<ReadonlyMap<number, readonly Piece[]>> {
  if (!text || documentIds.length === 0 || anyWordOf(text) === "") return new Map();
  const written = await writtenIn(documentIds);
  const sentences = written.flatMap(({ documentId, record, storyHtml }) =>
    [...recordTexts(record).map((one) => plainText(one)), readingText(storyHtml)]
      .flatMap((one) => one.split(sentenceEnd))
      .filter(mayHold(anyWordOf(text)))
      .map((sentence) => ({ owner: documentId, text: sentence })),
  );
  const best = await bestTexts(
    sentences,
    [...text.words.map(({ query }) => query), ...text.phrases],
    [...text.words.map(({ weight }) => weight), ...text.phrases.map(() => 1)],
  );
  const pieces = await inPieces([...best.values()], anyWordOf(text));
  return new Map([...best.keys()].map((documentId, at) => [documentId, pieces[at] ?? []]));
}
