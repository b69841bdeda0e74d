import { findingsOf, readText, type LanguageOptions, type ReadText } from "./check-language";
import type { Finding } from "./finding";
import { judge, type Judgement, type Words } from "./judging";
import { knownNames } from "./names";
import type { LanguageSection } from "./section";

export interface LanguageChecker {
  /** The same findings as `checkLanguage`; only blocks that it has not seen are judged. */
  readonly check: (
    text: string,
    section: LanguageSection,
    people?: LanguageOptions["people"],
  ) => Finding[];
  /** What there is to see in a text, before people are called by the part they played. */
  readonly read: (text: string, section: LanguageSection) => ReadText;
  /** How many blocks were judged, not remembered, since the checker was made. */
  readonly judged: () => number;
}

/** Characters of blocks that are remembered: a long document several times over. */
const memory = 2_000_000;

/**
 * A checker for a text that is being written: it remembers what it saw in each block, by the words
 * and the section, and forgets those that were not asked for longest.
 */
export function createLanguageChecker(options: LanguageOptions = {}): LanguageChecker {
  const known = knownNames(options.knownNames ?? []);
  const remembered = new Remembered(memory);
  let judged = 0;
  const judgeOnce = (words: Words): Judgement => {
    const key = keyOf(words);
    const before = remembered.get(key);
    if (before) return before;
    judged += 1;
    const judgement = judge(words, known);
    remembered.set(key, judgement);
    return judgement;
  };
  const read = (text: string, section: LanguageSection) => readText(text, section, judgeOnce);
  return {
    check: (text, section, people = options.people) =>
      findingsOf(text, read(text, section), people),
    read,
    judged: () => judged,
  };
}

function keyOf({ content, kind, section, luck }: Words): string {
  return `${section} ${kind} ${luck ? "luck" : ""} ${content}`;
}

/** The latest that were asked for, up to a sum of characters of their keys. */
class Remembered {
  readonly #most: number;
  // A map keeps the order in which its keys were set: the first is the one asked for longest ago.
  readonly #kept = new Map<string, Judgement>();
  #size = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Judgement | undefined {
    const judgement = this.#kept.get(key);
    if (judgement) {
      this.#kept.delete(key);
      this.#kept.set(key, judgement);
    }
    return judgement;
  }

  set(key: string, judgement: Judgement): void {
    this.#kept.set(key, judgement);
    this.#size += key.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.#most) return;
      this.#kept.delete(oldest);
      this.#size -= oldest.length;
    }
  }
}
