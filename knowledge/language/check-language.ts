import { contentOf, offsetsIn } from "./block";
import { blocksOf } from "./blocks";
import type { Finding } from "./finding";
import { judge, type Judgement, type NamedPerson, type Seen, type Words } from "./judging";
import { partsOf } from "./name-people";
import { knownNames } from "./names";
import { Outline } from "./outline";
import type { LanguageSection } from "./section";

export interface LanguageOptions {
  /** Names that may stand: organisations, products, authors and publishers of sources. */
  readonly knownNames?: readonly string[];
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
  const known = knownNames(options.knownNames ?? []);
  const read = readText(text, section, (words) => judge(words, known));
  return findingsOf(text, read, options.people);
}

/** What was seen in a whole text; offsets count in it. */
export type ReadText = Judgement;

/** Judges a text block by block, each under the heading that it stands under. */
export function readText(
  text: string,
  section: LanguageSection,
  judged: (words: Words) => Judgement,
): ReadText {
  const outline = new Outline(section);
  const seen: Seen[] = [];
  const people: NamedPerson[] = [];
  let decisions = 0;
  for (const block of blocksOf(text)) {
    const content = contentOf(text, block);
    const place = outline.placeOf(block, content);
    const judgement = judged({ content, kind: block.kind, ...place });
    const inText = offsetsIn(block);
    for (const one of judgement.seen) {
      seen.push({ ...one, start: inText(one.start), end: inText(one.end) });
    }
    for (const person of judgement.people) people.push(person);
    decisions += judgement.decisions;
  }
  return { seen, people, decisions };
}

/** What was seen in a text as findings; `people` has the part to use for each name. */
export function findingsOf(
  text: string,
  { seen }: ReadText,
  people: ReadonlyMap<string, string> = peopleIn(seen),
): Finding[] {
  return seen.map((one) => finding(text, one, people));
}

function peopleIn(found: readonly Seen[]): ReadonlyMap<string, string> {
  return partsOf(found.flatMap(({ person }) => (person ? [person] : [])));
}

function finding(text: string, seen: Seen, people: ReadonlyMap<string, string>): Finding {
  const { start, end, rule, level, person } = seen;
  const part = person && people.get(person.name);
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
