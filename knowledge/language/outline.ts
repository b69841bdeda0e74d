import type { Block } from "./block";
import { sectionUnder, type LanguageSection } from "./section";

/** Where a block of a story stands by the headings above it. */
interface Place {
  readonly section: LanguageSection;
  readonly luck: boolean;
}

interface Heading extends Place {
  readonly level: number;
}

/** Longer lines are no headings that would say something. */
const longestHeading = 200;

/**
 * Follows the headings of a text: under "Actions" the section of actions holds until a heading of
 * the same rank. Only a text that holds all sections is judged so: a story, or that of a near miss.
 */
export class Outline {
  readonly #base: LanguageSection;
  #open: Heading[] = [];
  #first = true;

  constructor(base: LanguageSection) {
    this.#base = base;
  }

  /** Where a block stands, which may be a heading itself. */
  placeOf(block: Block, content: string): Place {
    const isTitle = this.#first && block.level === 1;
    this.#first = false;
    if (block.kind === "heading" && !block.quoted) this.#enter(block.level, content, isTitle);
    const { section, luck } = this.#open.at(-1) ?? { section: this.#base, luck: false };
    return { section: block.quoted ? "quote" : section, luck };
  }

  #enter(level: number, content: string, isTitle: boolean): void {
    this.#open = this.#open.filter((heading) => heading.level < level);
    const above = this.#open.at(-1) ?? { section: this.#base, luck: false };
    const words = content.slice(0, longestHeading);
    const luck = above.luck || /\bluck(?:y|ily)?\b/i.test(words);
    this.#open.push({ level, section: this.#sectionUnder(words, above.section, isTitle), luck });
  }

  #sectionUnder(words: string, above: LanguageSection, isTitle: boolean): LanguageSection {
    if (this.#base !== "story" && this.#base !== "near-miss") return this.#base;
    const named = sectionUnder(words);
    if (named === null || (isTitle && named !== "near-miss")) return above;
    // Of a near miss, what nearly happened is told in every part.
    const telling = named === "timeline" || named === "factors";
    return telling && above === "near-miss" ? "near-miss" : named;
  }
}
