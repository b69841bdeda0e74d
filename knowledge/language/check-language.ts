import { contentOf, offsetsIn, type Block } from "./block";
import { blocksOf } from "./blocks";
import type { Finding } from "./finding";
import { judge, type Judgement, type NamedPerson, type Seen, type Words } from "./judging";
import { partsOf } from "./name-people";
import { among, nobody, personsIn, type KnownPersons } from "./known-persons";
import { memberNames } from "./member-names";
import { knownNames } from "./names";
import { Outline } from "./outline";
import type { LanguageSection } from "./section";

export interface LanguageOptions {
  /** Names that may stand: organisations, products, authors and publishers of sources. */
  readonly knownNames?: readonly string[];
  /** Names of people who are known by an account: no word of a text need show who they are. */
  readonly members?: readonly string[];
  /** For names as written the part to use instead, where other texts name the same people. */
  readonly people?: ReadonlyMap<string, string>;
}

/**
 * Points out words that assign blame, with the reason and two ways to rephrase: the same text gives
 * the same findings, in the order of the text, none overlapping another. The text is Markdown; code,
 * addresses, raw HTML and quotations are passed over. In a story the headings say which section is
 * meant. Takes time in proportion to the text, however hostile.
 */
export function checkLanguage(
  text: string,
  section: LanguageSection,
  options: LanguageOptions = {},
): Finding[] {
  const names = knownNames(options.knownNames ?? []);
  const members = memberNames(options.members ?? []);
  const judged: Judge = (words, persons) => judge(words, { names, persons, members });
  const whole = { text, section };
  const read = readTexts(
    [{ text: whole, blocks: judgedBlocks(whole, judged) }],
    judged,
    members.first,
  );
  return read.flatMap((one) => findingsOf(text, one, options.people));
}

/** What was seen in a whole text; offsets count in it. */
export interface ReadText extends Omit<Judgement, "signs"> {
  /** Letters that the texts read together have given to people already. */
  readonly letters: readonly string[];
}

/** A text with what it is judged as. */
export interface TextToRead {
  readonly text: string;
  readonly section: LanguageSection;
}

/** A block of a text, judged by itself. */
export interface JudgedBlock {
  readonly block: Block;
  readonly words: Words;
  readonly judgement: Judgement;
}

/** Judges words with some persons in mind. */
type Judge = (words: Words, persons: KnownPersons) => Judgement;

/** Judges a text block by block, each under the heading that it stands under. */
export function judgedBlocks({ text, section }: TextToRead, judged: Judge): JudgedBlock[] {
  const outline = new Outline(section);
  const blocks: JudgedBlock[] = [];
  for (const block of blocksOf(text)) {
    const content = contentOf(text, block);
    const words = { content, kind: block.kind, ...outline.placeOf(block, content) };
    blocks.push({ block, words, judgement: judged(words, nobody) });
  }
  return blocks;
}

/**
 * Reads texts together whose blocks were judged. Who is named in one place is pointed out in all of
 * them, and so is who is known by a first name before: blocks that hold such a name are judged with
 * it in mind.
 */
export function readTexts<Text extends TextToRead>(
  texts: readonly { readonly text: Text; readonly blocks: readonly JudgedBlock[] }[],
  judged: Judge,
  before: KnownPersons,
): (Text & ReadText)[] {
  const signs = texts.flatMap(({ blocks }) => blocks.map(({ judgement }) => judgement.signs));
  const persons = new Map([...before, ...personsIn(signs)]);
  const letters = [...new Set(signs.flatMap((one) => one.letters))];
  return texts.map(({ text, blocks }) => {
    const seen: Seen[] = [];
    const people: NamedPerson[] = [];
    let decisions = 0;
    for (const { block, words, judgement } of blocks) {
      const here = among(persons, judgement.signs.capitals);
      const known = here.size > 0 ? judged(words, here) : judgement;
      const inText = offsetsIn(block);
      for (const one of known.seen) {
        seen.push({ ...one, start: inText(one.start), end: inText(one.end) });
      }
      for (const person of known.people) people.push(person);
      decisions += known.decisions;
    }
    return { ...text, seen, people, decisions, letters };
  });
}

/** What was seen in a text as findings; `people` has the part to use for each name. */
export function findingsOf(
  text: string,
  { seen, people: named, letters }: ReadText,
  people: ReadonlyMap<string, string> = partsOf(named, { letters }),
): Finding[] {
  return seen.map((one) => finding(text, one, people));
}

function finding(text: string, seen: Seen, people: ReadonlyMap<string, string>): Finding {
  const { start, end, rule, level, person } = seen;
  const role = person && people.get(person.name);
  const part = role && person.opens ? role.charAt(0).toUpperCase() + role.slice(1) : role;
  const [first, second] = rule.suggestions;
  return {
    start,
    end,
    text: text.slice(start, end),
    rule: rule.id,
    level,
    reason: rule.reason,
    suggestions: [part ?? first, second],
  };
}
