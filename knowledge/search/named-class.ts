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

/** Where a form stands: so many words after the beginning of a sentence. */
interface Occurrence {
  readonly sentence: Sentence;
  readonly at: number;
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
  const said = occurrencesIn(sentencesIn(text, formOf));
  const found = labels
    .flatMap((one) => firstNaming(one, [...new Set(wordsIn(one.label).map(formOf))], said) ?? [])
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

/** Where each form stands, in the order of the text. */
function occurrencesIn(sentences: readonly Sentence[]): Map<string, Occurrence[]> {
  const said = new Map<string, Occurrence[]>();
  for (const sentence of sentences) {
    for (const [at, form] of sentence.forms.entries()) {
      const known = said.get(form);
      if (known) known.push({ sentence, at });
      else said.set(form, [{ sentence, at }]);
    }
  }
  return said;
}

/**
 * The first place where a label stands, that of these forms; null where it stands nowhere. It is looked
 * for only where its rarest form is: there are hundreds of labels, and a text may have as many of their
 * words as somebody likes who wants to wear this out.
 */
function firstNaming(
  one: ClassLabel,
  forms: readonly string[],
  said: ReadonlyMap<string, readonly Occurrence[]>,
): NamedClass | null {
  const [rarest = []] = forms
    .map((form) => said.get(form) ?? [])
    .toSorted((a, b) => a.length - b.length);
  for (const occurrence of rarest) {
    const words = wordsNear(forms, occurrence);
    if (words && !isOtherWord(one.label, words) && !isDone(one.label, occurrence)) {
      return { ...one, words, isFirst: occurrence.sentence.isFirst };
    }
  }
  return null;
}

/** Whether a single word has the form of an alias and is another one: `content` is no `contention`. */
function isOtherWord(label: string, words: readonly string[]): boolean {
  const [only = "", ...others] = words;
  return others.length === 0 && only.length < label.length - 2;
}

/** Words behind which a thing that fires burns nothing: what is meant to, and what tells that it did. */
const firing = new Set(
  `alert|alerts|alarm|alarms|monitor|monitors|page|pages|pager|pagers|trigger|triggers|rule|rules|check|
  checks|timer|timers|event|events|webhook|webhooks|hook|hooks|probe|probes|detector|detectors|warning|
  warnings|notification|notifications|to|not|never|should|would|will|did|does|could|can`
    .split("|")
    .map((word) => word.trim()),
);

/** Whether a word tells what something does, and is no name of a trouble: an alarm fires without a fire. */
function isDone(label: string, { sentence: { words }, at }: Occurrence): boolean {
  if (label.toLowerCase() !== "fire") return false;
  return words[at] === "fired" || words[at] === "firing" || firing.has(words[at - 1] ?? "");
}

/** The words of a sentence that have these forms and stand near each other and a place of it; null where none do. */
function wordsNear(
  sought: readonly string[],
  { sentence: { words, forms }, at }: Occurrence,
): string[] | null {
  const length = sought.length + between;
  for (let start = Math.max(0, at - length + 1); start <= at; start++) {
    if (!sought.includes(forms[start] ?? "")) continue;
    const window = forms.slice(start, start + length);
    const places = sought.map((form) => window.indexOf(form));
    if (!places.includes(-1)) {
      return places.toSorted((a, b) => a - b).flatMap((place) => words[start + place] ?? []);
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
