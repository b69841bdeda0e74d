import { contentOf, offsetsIn } from "./block";
import { blocksOf } from "./blocks";
import type { Finding } from "./finding";
import { judge, type Seen, type Words } from "./judging";
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
  return findingsIn(text, { section, options, judge: (words) => judge(words, known) });
}

/** How a text is to be judged. */
export interface Judging {
  readonly section: LanguageSection;
  readonly options: LanguageOptions;
  readonly judge: (words: Words) => readonly Seen[];
}

/** What is seen in the blocks of a text, as findings of the whole. */
export function findingsIn(text: string, { section, options, judge: judged }: Judging): Finding[] {
  const outline = new Outline(section);
  const found: Seen[] = [];
  for (const block of blocksOf(text)) {
    const content = contentOf(text, block);
    const place = outline.placeOf(block, content);
    const inText = offsetsIn(block);
    for (const seen of judged({ content, kind: block.kind, ...place })) {
      found.push({ ...seen, start: inText(seen.start), end: inText(seen.end) });
    }
  }
  const people = options.people ?? peopleIn(found);
  return found.map((seen) => finding(text, seen, people));
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
