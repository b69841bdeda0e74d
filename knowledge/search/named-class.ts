/** A name or alias of a failure class. */
export interface ClassLabel {
  readonly slug: string;
  readonly name: string;
  readonly label: string;
}

/** A class that a text names. */
export interface NamedClass {
  readonly slug: string;
  readonly name: string;
  /** The name or alias that the text has. */
  readonly label: string;
  /** The words of the text that are it, in their order there and in small letters. */
  readonly words: readonly string[];
  /** Whether it stands in the first sentence: what somebody would call it all. */
  readonly isFirst: boolean;
}

/** How many other words may stand between those of an alias: `expired TLS certificate`. */
const between = 3;

/** The words of a text, in small letters and without the signs that join them. */
export function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

interface Sentence {
  readonly words: readonly string[];
  /** The form of each word. */
  readonly forms: readonly string[];
  readonly isFirst: boolean;
}

/**
 * The classes whose names or aliases stand in a sentence of a text: all words of it near each other,
 * in any order and any form. `formOf` gives the one form of a word. Of each class the alias in the first
 * sentence, of these the longest; those in the first sentence come first.
 */
export function namedIn(
  text: string,
  labels: readonly ClassLabel[],
  formOf: (word: string) => string,
): NamedClass[] {
  const sentences = sentencesIn(text, formOf);
  const said = new Set(sentences.flatMap(({ forms }) => forms));
  const found = labels
    .map((one) => ({ one, forms: [...new Set(wordsIn(one.label).map(formOf))] }))
    .filter(({ forms }) => forms.every((form) => said.has(form)))
    .flatMap(({ one, forms }) =>
      sentences.flatMap((sentence) => {
        const words = wordsNear(forms, sentence);
        return words && !isOtherWord(one.label, words)
          ? [{ ...one, words, isFirst: sentence.isFirst }]
          : [];
      }),
    )
    .toSorted((a, b) => Number(b.isFirst) - Number(a.isFirst) || b.words.length - a.words.length);
  return found.filter((one, at) => found.findIndex(({ slug }) => slug === one.slug) === at);
}

function sentencesIn(text: string, formOf: (word: string) => string): Sentence[] {
  return text
    .trim()
    .split(/\n+|(?<=[.!?])\s+/)
    .map((sentence, at) => ({ words: wordsIn(sentence), isFirst: at === 0 }))
    .map((one) => ({ ...one, forms: one.words.map(formOf) }));
}

/** Whether a single word has the form of an alias and is another one: `content` is no `contention`. */
function isOtherWord(label: string, words: readonly string[]): boolean {
  const [only = "", ...others] = words;
  return others.length === 0 && only.length < label.length - 2;
}

/** The words of a sentence that have these forms and stand near each other; null where none do. */
function wordsNear(sought: readonly string[], { words, forms }: Sentence): string[] | null {
  for (const [start, form] of forms.entries()) {
    if (!sought.includes(form)) continue;
    const window = forms.slice(start, start + sought.length + between);
    const places = sought.map((one) => window.indexOf(one));
    if (!places.includes(-1)) {
      return places.toSorted((a, b) => a - b).flatMap((at) => words[start + at] ?? []);
    }
  }
  return null;
}

/**
 * What is there on a good day too, or happens on many: it says where to look, and by itself not what
 * went wrong there. Other aliases, such as `route leak`, name the trouble.
 */
const ordinary = new Set(
  `feature flag|load balancer|health check|health signal|control plane|cloud provider|code review|
  security agent|security update|vendor agent|known issue|customer communication|customer reported|
  disaster recovery|test coverage|earlier incident|utility power|datacenter power|scheduled job|script|
  bot|automation|package|driver|contract|messaging|permissions|ownership|responsibility|regulation|
  compliance|cell|upgrade|restore|generator|ups|tls|firmware|heartbeat|autoscaler|backlog|quota|deadline|
  documentation|runbook|standby|reuse|heat|deletion|reconnect|cutover|vacuum|attack|locked out|handoff|
  flood|concentration|lag|rate limiting|rate limit|panic|typo|status page|dependency update|data migration|content update`
    .split("|")
    .map((thing) => thing.trim().replaceAll(/\s+/g, " ")),
);

/** Whether an alias names something that is there, or happens, without any trouble. */
export function isOrdinary(label: string): boolean {
  return ordinary.has(label.toLowerCase());
}
