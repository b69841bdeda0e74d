/**
 * A word or mark of a block. What Markdown adds (emphasis, link targets, citation marks) leaves no
 * token, so that a phrase goes on across it; code and addresses leave one that says nothing.
 */
export interface Token {
  readonly kind: "word" | "number" | "mark" | "opaque" | "citation" | "handle" | "e-mail";
  /** A word in small letters with a straight apostrophe, "didn't" taken apart; a mark itself. */
  readonly norm: string;
  readonly start: number;
  readonly end: number;
  /** Whether a hyphen ties it to the token before. */
  readonly tied: boolean;
  /** Whether it is written with a capital first letter. */
  readonly capital: boolean;
  /** Whether it is written in capitals throughout: "SRE". */
  readonly shouted: boolean;
  /** Whether it ends with the mark of a possessor: "the team's". */
  readonly possessive: boolean;
  /** Whether it belongs to the name of a person. */
  readonly named: boolean;
}

/** Marks between which a thought goes on, and marks that end it. */
export const stops: ReadonlySet<string> = new Set([".", "!", "?"]);

/** An opening or closing quotation mark, as `norm`. */
export const opening = "“";
export const closing = "”";

/** What stands before the first token and after the last. */
const nothing: Token = {
  kind: "mark",
  norm: "",
  start: 0,
  end: 0,
  tied: false,
  capital: false,
  shouted: false,
  possessive: false,
  named: false,
};

/** The token at a place, or one that is nothing where there is none. */
export function tokenAt(tokens: readonly Token[], at: number): Token {
  return tokens[at] ?? nothing;
}

export function normAt(tokens: readonly Token[], at: number): string {
  return tokenAt(tokens, at).norm;
}

export function isWordAt(tokens: readonly Token[], at: number): boolean {
  return tokenAt(tokens, at).kind === "word";
}

export function isMarkAt(tokens: readonly Token[], at: number, mark: string): boolean {
  const { kind, norm } = tokenAt(tokens, at);
  return kind === "mark" && norm === mark;
}
