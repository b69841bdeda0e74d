import { paths } from "../paths";

/** Something one can search by, as it is suggested. */
export interface Suggested {
  readonly kind: "class" | "organization" | "product" | "term";
  /** By which it is named: `[[slug]]` leads to a class or a term. */
  readonly slug: string;
  readonly name: string;
  /** The other name that was typed, where it was not the name. */
  readonly alias: string | null;
  /** How many incidents have it. */
  readonly incidents: number;
  /** The search by it; of a term, its page. */
  readonly href: string;
}

/** What `/search/suggestions` answers. */
export interface Suggestions {
  readonly suggestions: readonly Suggested[];
  /** Those of the words asked for that name what is suggested: the last ones, or all. */
  readonly typed: string;
}

export const kindNames: Record<Suggested["kind"], string> = {
  class: "failure class",
  organization: "organisation",
  product: "product",
  term: "term",
};

/** How long typing must rest before it is asked for suggestions, in milliseconds. */
const rest = 100;

/** Asks for suggestions once typing rests; an answer that nobody waits for any more is not told. */
export class Suggester {
  readonly #tell: (answer: Suggestions) => void;
  readonly #known = new Map<string, Suggestions>();
  #timer = 0;
  #asking = new AbortController();

  constructor(tell: (answer: Suggestions) => void) {
    this.#tell = tell;
  }

  /** Without words there is nothing to suggest, which is told at once, as is what was asked before. */
  ask(words: string): void {
    this.stop();
    const known = words === "" ? { suggestions: [], typed: "" } : this.#known.get(words);
    if (known) this.#tell(known);
    else this.#timer = window.setTimeout(() => void this.#fetch(words), rest);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#asking.abort();
  }

  async #fetch(words: string): Promise<void> {
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    try {
      const response = await fetch(paths.searchSuggestions(words), { signal });
      if (!response.ok) throw new Error(`Suggestions: ${response.status}`);
      const answer: Suggestions = await response.json();
      if (signal.aborted) return;
      this.#known.set(words, answer);
      this.#tell(answer);
    } catch {
      // One can search without suggestions. Those of other words would be wrong.
      if (!signal.aborted) this.#tell({ suggestions: [], typed: "" });
    }
  }
}
