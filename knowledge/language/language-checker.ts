import {
  findingsOf,
  judgedBlocks,
  readTexts,
  type JudgedBlock,
  type LanguageOptions,
  type ReadText,
  type TextToRead,
} from "./check-language";
import type { Finding } from "./finding";
import { judge, type Judgement, type Words } from "./judging";
import type { KnownPersons } from "./known-persons";
import { memberNames } from "./member-names";
import { knownNames } from "./names";
import type { LanguageSection } from "./section";

export interface LanguageChecker {
  /** The same findings as `checkLanguage`; only blocks that it has not seen are judged. */
  readonly check: (
    text: string,
    section: LanguageSection,
    people?: LanguageOptions["people"],
  ) => Finding[];
  /** What there is to see in texts of one document, before people are called by their parts. */
  readonly read: <Text extends TextToRead>(texts: readonly Text[]) => (Text & ReadText)[];
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
  const names = knownNames(options.knownNames ?? []);
  const members = memberNames(options.members ?? []);
  const remembered = new Remembered(memory);
  let judged = 0;
  const judgeOnce = (words: Words, persons: KnownPersons): Judgement => {
    const key = keyOf(words, persons);
    const before = remembered.get(key);
    if (before) return before;
    judged += 1;
    const judgement = judge(words, { names, persons, members });
    remembered.set(key, judgement);
    return judgement;
  };
  const latest = new LatestTexts();
  const read = <Text extends TextToRead>(texts: readonly Text[]) =>
    readTexts(
      latest.of(texts, (text) => judgedBlocks(text, judgeOnce)),
      judgeOnce,
      members.first,
    );
  return {
    check: (text, section, people = options.people) =>
      read([{ text, section }]).flatMap((one) => findingsOf(text, one, people)),
    read,
    judged: () => judged,
  };
}

function keyOf({ content, kind, section, luck }: Words, persons: KnownPersons): string {
  const named = [...persons].map((person) => person.join("=")).join(" ");
  return `${section} ${kind} ${luck ? "luck" : ""} ${named}\n${content}`;
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

/** The blocks of the texts that were read last: all but one of them will be read again as they are. */
class LatestTexts {
  #kept = new Map<string, JudgedTexts>();

  of<Text extends TextToRead>(
    texts: readonly Text[],
    blocksOf: (text: Text) => readonly JudgedBlock[],
  ) {
    const next = new Map<string, JudgedTexts>();
    const judged = texts.map((text) => {
      const before = this.#kept.get(text.section)?.get(text.text);
      const blocks = before ?? blocksOf(text);
      const inSection: JudgedTexts = next.get(text.section) ?? new Map();
      next.set(text.section, inSection.set(text.text, blocks));
      return { text, blocks };
    });
    this.#kept = next;
    return judged;
  }
}

/** The blocks of texts of one section. */
type JudgedTexts = Map<string, readonly JudgedBlock[]>;
