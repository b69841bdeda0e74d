import { onceAtALook } from "./block-version.store";
import { DocumentSet } from "./document-set";
import { matchText, wordWeight, type OccurringWord, type TextMatch } from "./text-match";
import {
  allDocuments,
  indexedForms,
  occurrencesOf,
  soughtOf,
  spellingsLike,
  type Indexed,
  type Spelling,
  type Sought,
  type Weighted,
} from "./text.store";
import { wordsOneErrorAway } from "./typing-error";
import { readWords } from "./words";

/** A word of a query as search took it. */
export interface UnderstoodWord extends OccurringWord {
  readonly word: string;
  /** A `tsquery` that finds it. */
  readonly query: string;
  /** Spellings that joined because the word itself occurs nowhere; empty for one that occurs. */
  readonly spellings: readonly string[];
}

/** The words of a query as search took them. */
export interface UnderstoodText {
  readonly words: readonly UnderstoodWord[];
  /** Words that say too little to be searched by, such as "the". */
  readonly tooCommon: readonly string[];
  /** The `tsquery` of each phrase. */
  readonly phrases: readonly string[];
  readonly match: TextMatch;
}

/**
 * Looks up the words of a query. A word that occurs nowhere is joined by words that begin with it
 * and by those one typing error away. Null when nothing is asked, or only words too common.
 */
export const understandText = onceAtALook(understand);

async function understand(q: string): Promise<UnderstoodText | null> {
  const asked = readWords(q);
  const texts = [...asked.words, ...asked.phrases, ...asked.excluded];
  if (texts.length === 0) return null;
  const forms = await indexedForms(texts);
  const formsOf = (from: number, count: number) => forms.slice(from, from + count);
  const wordForms = formsOf(0, asked.words.length);
  const phrases = known(formsOf(asked.words.length, asked.phrases.length));
  const excluded = known(forms.slice(asked.words.length + asked.phrases.length));

  const indexed = asked.words.flatMap((word, at) => {
    const form = wordForms[at];
    return form && form.query !== "" ? [{ word, form }] : [];
  });
  const tooCommon = asked.words.filter((_, at) => wordForms[at]?.query === "");
  if (indexed.length + phrases.length + excluded.length === 0) return null;
  const words = await Promise.all(indexed.map(({ word, form }) => withSpellings(word, form)));
  const found = await lookUp(words, phrases, excluded);
  return { ...found, tooCommon, phrases: phrases.map(({ query }) => query) };
}

function known(forms: readonly Indexed[]): Indexed[] {
  return forms.filter(({ query }) => query !== "");
}

interface Worded extends Sought {
  readonly word: string;
  readonly query: string;
  readonly weight: number;
  readonly spellings: readonly string[];
}

async function withSpellings(word: string, form: Indexed): Promise<Worded> {
  const { query, documents, all } = form;
  if (documents > 0) {
    const weight = wordWeight(documents, all);
    return { word, query, ...soughtOf(form), weight, spellings: [] };
  }
  const like = /^[a-z]{3,24}$/.test(word) ? await spellingsLike(word, wordsOneErrorAway(word)) : [];
  if (like.length === 0) return { word, query, ...soughtOf(form), weight: 0, spellings: [] };
  const joined = like.reduce((sum, one) => sum + one.documents, 0);
  return {
    word,
    query: anyOf(like),
    posted: like.filter(({ isPosted }) => isPosted).map(({ lexeme }) => lexeme),
    rare: anyOf(like.filter(({ isPosted }) => !isPosted)),
    weight: wordWeight(Math.min(joined, all), all),
    spellings: like.map((one) => one.word),
  };
}

// Lexemes of plain words hold letters only, so quotes are all that they need.
function anyOf(spellings: readonly Spelling[]): string {
  return spellings.map(({ lexeme }) => `'${lexeme}'`).join(" | ");
}

async function lookUp(
  words: readonly Worded[],
  phrases: readonly Indexed[],
  excluded: readonly Indexed[],
) {
  const onlyExcludes = words.length + phrases.length === 0;
  const [found, all] = await Promise.all([
    occurrencesOf([...words, ...[...phrases, ...excluded].map(soughtOf)]),
    onlyExcludes ? allDocuments() : DocumentSet.empty,
  ]);
  const none = { documents: all, leading: all };
  const understood = words.map((word, at) => ({ ...word, ...(found[at] ?? none) }));
  const documentsFrom = (from: number, count: number) =>
    found.slice(from, from + count).map(({ documents }) => documents);
  const match = matchText({
    words: understood,
    phrases: documentsFrom(words.length, phrases.length),
    excluded: documentsFrom(words.length + phrases.length, excluded.length),
    all,
  });
  return { words: understood, match };
}

/** A `tsquery` for any word of the text; empty where there is none. */
export function anyWordOf(text: UnderstoodText | null): string {
  const queries = [...(text?.words.map(({ query }) => query) ?? []), ...(text?.phrases ?? [])];
  return queries.map((query) => `(${query})`).join(" | ");
}

/** What pairs of words count beside the words themselves, when they stand next to each other. */
const pairWeight = 0.5;

/**
 * The pairs of words that follow one another in the query, or with one word between: half as much.
 * Words that were put side by side mean something together.
 */
export function pairsOf({ words }: UnderstoodText): Weighted[] {
  return words.flatMap((first, at) =>
    [1, 2].flatMap((distance) => {
      const second = words[at + distance];
      if (!second || first.weight === 0 || second.weight === 0) return [];
      const weight = (pairWeight / distance) * Math.min(first.weight, second.weight);
      return { query: `(${first.query}) & (${second.query})`, weight };
    }),
  );
}
