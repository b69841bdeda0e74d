import type { Level } from "./finding";
import type { LanguageSection } from "./section";

/**
 * Who does something, as far as a word list and the words before a verb can tell: `affected` are
 * customers, patients and the like, `thing` is "it" or "this", `nobody` a verb without a subject.
 */
export type Who =
  | "person"
  | "team"
  | "organization"
  | "system"
  | "affected"
  | "thing"
  | "unknown"
  | "nobody";

/** Words that a rule looks for, and what must stand around them. */
export interface Pattern {
  /**
   * Words one after the other, with letter case, hyphens, line breaks and emphasis put aside:
   * `a|b` either word, `a?` perhaps, `a*` up to three times, `<3>` up to three words of any kind, `{class}` a word of a
   * class (see `word-classes.ts`), `~a` a word that must stand there but is not pointed out.
   */
  readonly words: string;
  /** Who must be the subject of the first word; anyone where absent. */
  readonly by?: readonly Who[];
  /** Who must not be the subject. */
  readonly notBy?: readonly Who[];
  /** Who must follow, as the last noun of what comes next; it is pointed out too. */
  readonly whom?: readonly Who[];
  /** Words, as `a|b`, of which none may follow at once. */
  readonly notBefore?: string;
  /** Words of which none may be what the noun behind ends with: no "freeze" in "broke the code freeze". */
  readonly notObject?: string;
  /** Words of which none may stand just before, "the" and the like aside. */
  readonly notAfter?: string;
  /** Words of which one must stand in the sentence. */
  readonly near?: string;
  /** Words of which none may stand in the sentence. */
  readonly notNear?: string;
  /** Where the words must stand. */
  readonly at?: "heading" | "sentence-start" | "question";
  /** Quiet where the words are denied: "no", "without", "rather than" before them. */
  readonly unlessDenied?: true;
  /** Quiet where the sentence tells what a court, an authority or a report found. */
  readonly unlessReported?: true;
  /** Also where a hyphen ties the words to others. */
  readonly tied?: true;
}

/** A rule of the language check, as data. */
export interface Rule {
  /** Stays for ever: what an author chose to keep is remembered by it. */
  readonly id: string;
  readonly level: Level;
  /** One or two sentences that a stranger to the idea understands. */
  readonly reason: string;
  /** Two rephrasings or ways to rephrase; "…" stands for what only the author knows. */
  readonly suggestions: readonly [string, string];
  readonly sections: readonly LanguageSection[];
  readonly patterns: readonly Pattern[];
}
