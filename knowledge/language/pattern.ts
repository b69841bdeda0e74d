import { breaksNoun } from "./grammar";
import { wordSet } from "./lexicon/word-set";
import { determiners } from "./lexicon/words";
import type { Pattern } from "./rule";
import { normAt, tokenAt, type Token } from "./token";
import { personPronouns } from "./who";
import { wordClasses } from "./word-classes";

/** A place of a pattern: a word of a list, of a class, or some words of any kind. */
interface Element {
  readonly words: ReadonlySet<string> | null;
  readonly fits: (tokens: readonly Token[], at: number) => boolean;
  readonly optional: boolean;
  readonly context: boolean;
  /** For a gap: up to how many words. */
  readonly most: number;
}

/** A pattern made ready for looking. */
export interface Compiled {
  readonly pattern: Pattern;
  /** What stands before the anchor, going back from it. */
  readonly before: readonly Element[];
  /** The anchor and what stands behind it. */
  readonly after: readonly Element[];
  /** The words by which it is found. */
  readonly anchors: ReadonlySet<string>;
  readonly notBefore: ReadonlySet<string>;
  readonly notObject: ReadonlySet<string>;
  readonly notAfter: ReadonlySet<string>;
  readonly near: ReadonlySet<string>;
  readonly notNear: ReadonlySet<string>;
}

/** Which tokens a pattern fits. */
export interface Match {
  /** First and last token of all that fits. */
  readonly first: number;
  readonly last: number;
  /** The same of what is pointed out. */
  readonly from: number;
  readonly to: number;
}

/** Reads a pattern. One that holds no plain word, or an unknown class, is a bug. */
export function compile(pattern: Pattern): Compiled {
  const elements = pattern.words.split(" ").flatMap(elementsOf);
  const anchor = anchorOf(elements);
  const anchors = elements[anchor]?.words;
  if (!anchors) throw new Error(`the pattern "${pattern.words}" holds no word by which to find it`);
  return {
    pattern,
    before: elements.slice(0, anchor).toReversed(),
    after: elements.slice(anchor),
    anchors,
    notBefore: alternatives(pattern.notBefore),
    notObject: alternatives(pattern.notObject),
    notAfter: alternatives(pattern.notAfter),
    near: alternatives(pattern.near),
    notNear: alternatives(pattern.notNear),
  };
}

/** The place by which a pattern is found: the first with words that are not in every sentence. */
function anchorOf(elements: readonly Element[]): number {
  const plain = ({ words, optional }: Element) => words !== null && !optional;
  const rare = elements.findIndex(
    (element) => plain(element) && ![...(element.words ?? [])].some((word) => isCommon(word)),
  );
  return rare >= 0 ? rare : elements.findIndex(plain);
}

function isCommon(word: string): boolean {
  return breaksNoun(word) || determiners.has(word) || personPronouns.has(word);
}

function alternatives(written = ""): ReadonlySet<string> {
  const words = new Set(written === "" ? [] : written.split("|"));
  for (const word of words) {
    if (word.includes("-"))
      throw new Error(`words are split at hyphens, so "${word}" is never met`);
  }
  return words;
}

/** How many words `a*` stands for at most. */
const mostOften = 3;

function elementsOf(written: string): Element[] {
  if (!written.endsWith("*")) return [elementOf(written)];
  const perhaps = elementOf(`${written.slice(0, -1)}?`);
  return Array.from({ length: mostOften }, () => perhaps);
}

function elementOf(written: string): Element {
  const context = written.startsWith("~");
  const optional = written.endsWith("?") && written.length > 1;
  const core = written.slice(context ? 1 : 0, optional ? -1 : undefined);
  const common = { context, optional, most: 0 };
  const gap = /^<(\d)>$/.exec(core);
  if (gap) return { ...common, words: null, fits: isInner, most: Number(gap[1]) };
  const named = /^\{(\w+)\}$/.exec(core)?.[1];
  if (named === undefined) {
    const words = alternatives(core);
    return { ...common, words, fits: (tokens, at) => words.has(normAt(tokens, at)) };
  }
  const fits = wordClasses[named];
  if (!fits) throw new Error(`there is no class of words called ${named}`);
  return { ...common, words: null, fits };
}

function isInner(tokens: readonly Token[], at: number): boolean {
  const { kind } = tokenAt(tokens, at);
  return kind === "word" || kind === "number" || kind === "opaque";
}

/** Where a compiled pattern fits whose anchor stands at `at`; null where it does not. */
export function matchAt(
  { before, after }: Compiled,
  tokens: readonly Token[],
  at: number,
): Match | null {
  const ahead = walk(after, tokens, { at, step: 1 });
  if (!ahead) return null;
  if (before.length === 0) return { first: at, last: ahead.last, from: ahead.from, to: ahead.to };
  const back = walk(before, tokens, { at: previous(tokens, at), step: -1 });
  if (!back) return null;
  const shown = back.to === none ? ahead.from : back.to;
  return {
    first: back.last === none ? at : back.last,
    last: ahead.last,
    from: shown,
    to: ahead.to,
  };
}

const none = -1;

interface Walk {
  /** The last token that fits, in the direction of the walk; none where all was left out. */
  readonly last: number;
  /** First and last token that is pointed out, in that direction. */
  readonly from: number;
  readonly to: number;
}

interface Place {
  readonly at: number;
  readonly step: 1 | -1;
}

function walk(elements: readonly Element[], tokens: readonly Token[], start: Place): Walk | null {
  const path = fit(elements, tokens, { ...start, index: 0 });
  if (!path) return null;
  const shown = path.filter(({ context }) => !context);
  const last = path.at(-1)?.at ?? none;
  return { last, from: shown[0]?.at ?? none, to: shown.at(-1)?.at ?? none };
}

type Path = readonly { readonly at: number; readonly context: boolean }[];

/** The tokens that the elements from `index` on fit, tried longest first. Patterns are short. */
function fit(
  elements: readonly Element[],
  tokens: readonly Token[],
  place: Place & { index: number },
): Path | null {
  const element = elements[place.index];
  if (!element) return [];
  if (element.most > 0) return fitGap(element, elements, tokens, place);
  const { at, step, index } = place;
  if (element.fits(tokens, at)) {
    const next = step === 1 ? following(tokens, at) : previous(tokens, at);
    const rest = fit(elements, tokens, { at: next, step, index: index + 1 });
    if (rest) return [{ at, context: element.context }, ...rest];
  }
  return element.optional ? fit(elements, tokens, { at, step, index: index + 1 }) : null;
}

function fitGap(
  { most, context }: Element,
  elements: readonly Element[],
  tokens: readonly Token[],
  { at, step, index }: Place & { index: number },
): Path | null {
  const within: { at: number; context: boolean }[] = [];
  let next = at;
  for (let length = 0; length <= most; length++) {
    const rest = fit(elements, tokens, { at: next, step, index: index + 1 });
    if (rest) return [...within, ...rest];
    if (!isInner(tokens, next)) return null;
    within.push({ at: next, context });
    next = step === 1 ? following(tokens, next) : previous(tokens, next);
  }
  return null;
}

/** What a hyphen ties to a verb without making another of it: "double-check", "re-read". */
const prefixes = wordSet("double triple cross re pre");

/** The token after `at`, citation marks and what is only put before a verb passed over. */
export function following(tokens: readonly Token[], at: number): number {
  let next = at + 1;
  while (tokenAt(tokens, next).kind === "citation") next += 1;
  return isPrefix(tokens, next) ? next + 1 : next;
}

export function previous(tokens: readonly Token[], at: number): number {
  let next = isPrefix(tokens, at - 1) ? at - 2 : at - 1;
  while (tokenAt(tokens, next).kind === "citation") next -= 1;
  return next;
}

function isPrefix(tokens: readonly Token[], at: number): boolean {
  return prefixes.has(normAt(tokens, at)) && tokenAt(tokens, at + 1).tied;
}
