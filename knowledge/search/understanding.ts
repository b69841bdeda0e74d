import { matchText, wordWeight, type TextMatch } from "./text-match";
import {
  allDocuments,
  documentsMatching,
  indexedForms,
  spellingsLike,
  type Indexed,
} from "./text.store";
import { wordsOneErrorAway } from "./typing-error";
import { readWords } from "./words";

/** A word of a query as search took it. */
export interface UnderstoodWord {
  readonly word: string;
  /** A `tsquery` that finds it. */
  readonly query: string;
  /** How much it tells; 0 where it occurs nowhere. */
  readonly weight: number;
  /** Spellings that joined because the word itself occurs nowhere; empty for one that occurs. */
  readonly spellings: readonly string[];
  /** The documents that hold it. */
  readonly documents: ReadonlySet<number>;
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
export async function understandText(q: string): Promise<UnderstoodText | null> {
  const asked = readWords(q);
  const texts = [...asked.words, ...asked.phrases, ...asked.excluded];
  if (texts.length === 0) return null;
  const forms = await indexedForms(texts);
  const formsOf = (from: number, count: number) => forms.slice(from, from + count);
  const wordForms = formsOf(0, asked.words.length);
  const phrases = queriesOf(formsOf(asked.words.length, asked.phrases.length));
  const excluded = queriesOf(forms.slice(asked.words.length + asked.phrases.length));

  const known = asked.words.flatMap((word, at) => {
    const form = wordForms[at];
    return form && form.query !== "" ? [{ word, form }] : [];
  });
  const tooCommon = asked.words.filter((_, at) => wordForms[at]?.query === "");
  if (known.length + phrases.length + excluded.length === 0) return null;
  const words = await Promise.all(known.map(({ word, form }) => withSpellings(word, form)));
  return { ...(await lookUp(words, phrases, excluded)), tooCommon, phrases };
}

function queriesOf(forms: readonly Indexed[]): string[] {
  return forms.map(({ query }) => query).filter((query) => query !== "");
}

type Worded = Omit<UnderstoodWord, "documents">;

async function withSpellings(word: string, form: Indexed): Promise<Worded> {
  if (form.documents > 0) {
    return { word, query: form.query, weight: wordWeight(form.documents, form.all), spellings: [] };
  }
  const like = /^[a-z]{3,24}$/.test(word) ? await spellingsLike(word, wordsOneErrorAway(word)) : [];
  if (like.length === 0) return { word, query: form.query, weight: 0, spellings: [] };
  const documents = like.reduce((sum, one) => sum + one.documents, 0);
  return {
    word,
    // Lexemes of plain words hold letters only, so quotes are all that they need.
    query: like.map(({ lexeme }) => `'${lexeme}'`).join(" | "),
    weight: wordWeight(Math.min(documents, form.all), form.all),
    spellings: like.map((one) => one.word),
  };
}

async function lookUp(
  words: readonly Worded[],
  phrases: readonly string[],
  excluded: readonly string[],
) {
  const onlyExcludes = words.length + phrases.length === 0;
  const [documents, all] = await Promise.all([
    documentsMatching([...words.map(({ query }) => query), ...phrases, ...excluded]),
    onlyExcludes ? allDocuments() : [],
  ]);
  const match = matchText({
    words: words.map(({ weight }, at) => ({ weight, documents: documents[at] ?? [] })),
    phrases: documents.slice(words.length, words.length + phrases.length),
    excluded: documents.slice(words.length + phrases.length),
    all,
  });
  return {
    words: words.map((word, at) => ({ ...word, documents: new Set(documents[at]) })),
    match,
  };
}

/** A `tsquery` for any word of the text; empty where there is none. */
export function anyWordOf(text: UnderstoodText | null): string {
  const queries = [...(text?.words.map(({ query }) => query) ?? []), ...(text?.phrases ?? [])];
  return queries.map((query) => `(${query})`).join(" | ");
}
