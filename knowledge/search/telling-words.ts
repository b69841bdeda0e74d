import { everydayForms } from "./everyday.store";
import type { ToldWord } from "./likeness-evidence";
import { wordWeight, type OccurringWord } from "./text-match";
import { indexedForms, occurrencesOf, soughtOf, type Indexed } from "./text.store";

/** How many different words of a text are looked up, and how many of these are gone by. */
const limits = { words: 800, telling: 40 } as const;

/** A word that several incidents hold, and more than this share of all, tells nothing about a text. */
const commonShare = 0.35;

/** A word of a text by which incidents can be told apart. */
export interface TellingWord extends OccurringWord, ToldWord {
  readonly weight: number;
  readonly query: string;
}

/** The words of a text that tell most, by their weight; two forms of one word are one. */
export async function tellingWords(text: string): Promise<TellingWord[]> {
  const counts = new Map<string, number>();
  const written = new Map<string, string>();
  for (const [typed] of text.matchAll(/[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)*/gu)) {
    const word = typed.toLowerCase();
    if (counts.size === limits.words && !counts.has(word)) continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
    written.set(word, typed);
  }
  const words = [...counts.keys()].filter((word) => !saysLittle(word));
  const forms = await indexedForms(words);
  // What occurs nowhere may be a name of parts that do: `consul.service.internal`, `ServiceDown`.
  const parts = words
    .filter((_, at) => forms[at]?.documents === 0)
    .flatMap((word) => partsOf(written.get(word) ?? word))
    .filter((part) => !counts.has(part) && !saysLittle(part));
  const all = [...words, ...new Set(parts)].slice(0, limits.words);
  const partForms = await indexedForms(all.slice(words.length));
  const everyday = await everydayForms();
  const telling = [...forms, ...partForms]
    .flatMap((form, at) => weighedWord(all[at] ?? "", counts.get(all[at] ?? "") ?? 1, form))
    .map((word) => ({ ...word, isEveryday: everyday.has(word.query) }))
    .toSorted((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1));
  // Two forms of one word are one word.
  const once = telling.filter(
    ({ query }, at) => telling.findIndex((other) => other.query === query) === at,
  );
  const chosen = once.slice(0, limits.telling);
  const occurrences = await occurrencesOf(chosen);
  return chosen.flatMap((word, at) => {
    const occurrence = occurrences[at];
    return occurrence ? [{ ...word, ...occurrence }] : [];
  });
}

/** The parts of a name that is put together by signs or capitals, in small letters. */
function partsOf(name: string): string[] {
  const parts = name.split(/[-_.]|(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u).map((part) => part.toLowerCase());
  return parts.length === 1 ? [] : parts.filter((part) => part.length > 2);
}

/**
 * Words that are rare here, where nobody is addressed and nothing is asked, but say nothing of what
 * went wrong; beside those that PostgreSQL's English dictionary leaves out itself. Among them are the
 * labels of alerts, and little words of other languages that are spelled like English ones.
 */
const littleWords = new Set(
  `also am anyone around ask asked back cannot cant could dear done dont everyone first get gets give
  go goes going gone got guys hello help hey hi keep let like look looking looks lot make makes may
  maybe might much must need needed needs new now ok okay one people please put really said say says
  see seem seems seen shall since someone something soon still sure take tell thank thanks thing
  things think though tried try trying two us use used using utc want way well whether would yes yet
  today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february
  march april june july august september october november december alert alerting firing severity
  critical warning pagerduty slack dry merged die der das des den dem und ist nicht mit von auf les est
  une que con para los las por der het een`.split(/\s+/),
);

/** No word of a person's text is longer, in characters; what is has no form worth looking for. */
const longestWord = 60;

/** Whether a word says little of what happened: those above, and numbers of one or two digits. */
function saysLittle(word: string): boolean {
  return word.length > longestWord || littleWords.has(word) || /^\d{1,2}$/.test(word);
}

function weighedWord(word: string, count: number, form: Indexed | undefined) {
  if (!form || form.documents === 0) return [];
  const { query, documents, all } = form;
  if (documents > 1 && documents > all * commonShare) return [];
  return [
    {
      word,
      query,
      ...soughtOf(form),
      weight: wordWeight(documents, all) * (1 + Math.log(count)),
      held: documents,
      share: documents / all,
    },
  ];
}
