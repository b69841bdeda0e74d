import { linesOf, type IncidentLine } from "#knowledge/incident/incident.store";
import { recordTexts } from "#knowledge/incident/projection";
import { readingText } from "#knowledge/text/excerpt";

import { atOneLook } from "./block-version.store";
import { evidenceFor, type Evidence } from "./class-evidence.store";
import { DocumentSet } from "./document-set";
import { everydayForms } from "./everyday.store";
import { wordsHeld, writtenIn } from "./highlight.store";
import { reasonsForClass, reasonsForIncident, type ToldWord } from "./likeness-evidence";
import { heldWeights, wordWeight, type OccurringWord } from "./text-match";
import {
  allDocuments,
  indexedForms,
  occurrencesOf,
  scoresOf,
  soughtOf,
  type Indexed,
} from "./text.store";

/** How much of a pasted text is looked at, in characters: some eight pages. */
export const pastedLimit = 20_000;

/** How many different words of it are looked up, and how many of these are gone by. */
const limits = {
  words: 800,
  telling: 40,
  nearest: 8,
  witnesses: 30,
  classes: 6,
  reasons: 8,
} as const;

/** A word that several incidents hold, and more than this share of all, tells nothing about a text. */
const commonShare = 0.35;

export interface LikelyClass {
  readonly slug: string;
  readonly name: string;
  /** The words of the text that suggested it, the most telling first. */
  readonly words: readonly string[];
  /** Those that are reason enough to name it unasked; none where they are not. */
  readonly reasons: readonly string[];
}

export interface NearIncident extends IncidentLine {
  /** Those of the likely classes that it has. */
  readonly classes: readonly Pick<LikelyClass, "slug" | "name" | "reasons">[];
  /** The words that it has in common with the text, the most telling first. */
  readonly words: readonly string[];
  /** Those that are reason enough to name it unasked; none where they are not. */
  readonly reasons: readonly string[];
}

/** What a pasted text reminds of. */
export interface Reminded {
  readonly classes: readonly LikelyClass[];
  readonly incidents: readonly NearIncident[];
}

interface TellingWord extends OccurringWord, ToldWord {
  readonly weight: number;
  readonly query: string;
}

/**
 * Names the failure classes and the incidents that a text reminds of: a draft, an alert, a chat.
 * The same text always reminds of the same. Nothing of it is kept. `except` are documents left out.
 */
export function remindedBy(
  text: string,
  except: DocumentSet = DocumentSet.empty,
): Promise<Reminded> {
  return atOneLook(() => reminded(text, except));
}

async function reminded(text: string, except: DocumentSet): Promise<Reminded> {
  const words = await tellingWords(text.slice(0, pastedLimit));
  if (words.length === 0) return { classes: [], incidents: [] };
  const near = await nearestTo(words, except);
  const [lines, evidence] = await Promise.all([
    linesOf(near.slice(0, limits.nearest)),
    evidenceFor(
      words.map(({ query }) => query),
      near,
    ),
  ]);
  const shared = await wordsOf(near.slice(0, limits.nearest), words);
  const classes = likelyClasses(words, evidence, near);
  const having = new Map(evidence.map(({ slug, witnesses }) => [slug, new Set(witnesses)]));
  return {
    classes,
    incidents: near.flatMap((id) => {
      const line = lines.get(id);
      if (!line) return [];
      const both = classes.filter(({ slug }) => having.get(slug)?.has(id));
      const inBoth = shared.get(id) ?? [];
      return {
        ...line,
        classes: both.map(({ slug, name, reasons }) => ({ slug, name, reasons })),
        words: inBoth.slice(0, limits.reasons).map(({ word }) => word),
        reasons: reasonsForIncident(inBoth, words).map(({ word }) => word),
      };
    }),
  };
}

// The index also has the aliases of an incident's classes, which it does not say itself.
async function wordsOf(
  documentIds: readonly number[],
  words: readonly TellingWord[],
): Promise<Map<number, TellingWord[]>> {
  const written = await writtenIn(documentIds);
  const held = await wordsHeld(
    written.map(({ record, storyHtml }) =>
      [record.title, ...recordTexts(record), readingText(storyHtml)].join("\n"),
    ),
    words.map(({ query }) => query),
  );
  return new Map(
    written.map(({ documentId }, at) => [
      documentId,
      (held[at] ?? []).flatMap((number) => words[number] ?? []),
    ]),
  );
}

async function tellingWords(text: string): Promise<TellingWord[]> {
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

/**
 * What speaks for a class: its words in the text, by where the class has them, and how many of the
 * nearest incidents name it. The figures were chosen on incidents' own summaries and timelines, each
 * without the incident itself: six classes named so have two in five right, the commonest six one in
 * three.
 */
const evidenceWeights = { named: 3, meant: 1, spoken: 1, witnessed: 0.3 } as const;

function likelyClasses(
  words: readonly TellingWord[],
  evidence: readonly Evidence[],
  near: readonly number[],
): LikelyClass[] {
  const all = words.reduce((sum, { weight }) => sum + weight, 0);
  // In how many factors a word stands: it says most for a class when it stands in few others.
  const factors = words.map((_, number) =>
    evidence.reduce((sum, { spoken }) => sum + (spoken[String(number)] ?? 0), 0),
  );
  return evidence
    .map((one) => {
      const weighed = words.map((word, number) => ({
        ...word,
        weight: word.weight * strengthOf(one, number, factors[number] ?? 0),
        isNamed: one.named.includes(number),
      }));
      const spoken = weighed.reduce((sum, { weight }) => sum + weight, 0) / all;
      const telling = weighed
        .filter(({ weight }) => weight > 0)
        .toSorted((a, b) => b.weight - a.weight);
      const score = spoken + evidenceWeights.witnessed * witnessed(one, near);
      return { slug: one.slug, name: one.name, telling, score };
    })
    .toSorted((a, b) => b.score - a.score || (a.slug < b.slug ? -1 : 1))
    .slice(0, limits.classes)
    .map(({ slug, name, telling }) => ({
      slug,
      name,
      words: telling.slice(0, limits.reasons).map(({ word }) => word),
      reasons: reasonsForClass(telling).map(({ word }) => word),
    }));
}

function strengthOf({ named, meant, spoken }: Evidence, number: number, factors: number): number {
  return (
    (named.includes(number) ? evidenceWeights.named : 0) +
    (meant.includes(number) ? evidenceWeights.meant : 0) +
    ((spoken[String(number)] ?? 0) / (factors + 1)) * evidenceWeights.spoken
  );
}

/** The part of the nearest incidents that name a class, the nearer the more. */
function witnessed({ witnesses }: Evidence, near: readonly number[]): number {
  const weightAt = (place: number) => 1 / (1 + place / 4);
  const all = near.reduce((sum, _, place) => sum + weightAt(place), 0);
  const naming = near.reduce(
    (sum, id, place) => sum + (witnesses.includes(id) ? weightAt(place) : 0),
    0,
  );
  return all === 0 ? 0 : naming / all;
}
