import { CST, Lexer } from "yaml";

import type { Fault } from "./fault";

/** Where a piece of YAML stands, and how much of it may be read. */
export interface YamlPlace {
  readonly file: string;
  /** The line of the file on which the piece begins. */
  readonly firstLine: number;
  /**
   * The most words and marks it may hold. Reading costs time by these and not by bytes: the longest
   * document of the seed has 8,000, and 60,000 hostile ones take less than a second.
   */
  readonly marks: number;
}

// Rows within rows within rows: a position of a claim is the deepest that we have, at six.
const deepest = 20;
const opening: ReadonlySet<string> = new Set(["[", "{"]);
const closing: ReadonlySet<string> = new Set(["]", "}"]);
const nestingOnALine: ReadonlySet<string> = new Set(["-", "?", ":"]);

interface Measure {
  line: number;
  marks: number;
  /** Brackets that are open. */
  brackets: number;
  /** Marks on this line that open a level without a bracket. */
  levels: number;
}

type MeasuredYaml =
  | { readonly kind: "measured"; readonly lexemes: readonly string[] }
  | { readonly kind: "faulty"; readonly faults: Fault[] };

/**
 * Takes YAML apart into words and marks, and stops where there are too many or they nest too deep,
 * before anything that recurses sees them.
 */
export function lexemesOf(text: string, place: YamlPlace): MeasuredYaml {
  const measure: Measure = { line: place.firstLine, marks: 0, brackets: 0, levels: 0 };
  const lexemes: string[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    lexemes.push(lexeme);
    count(measure, lexeme);
    const message = excessOf(measure, place.marks);
    if (message !== null)
      return { kind: "faulty", faults: [{ file: place.file, line: measure.line, message }] };
    measure.line += newlinesIn(lexeme);
  }
  return { kind: "measured", lexemes };
}

function count(measure: Measure, lexeme: string): void {
  measure.marks += 1 + escapesIn(lexeme);
  if (CST.tokenType(lexeme) === "newline") measure.levels = 0;
  else if (opening.has(lexeme)) measure.brackets += 1;
  else if (closing.has(lexeme)) measure.brackets -= 1;
  else if (measure.brackets === 0 && nestingOnALine.has(lexeme)) measure.levels += 1;
}

function excessOf({ marks, brackets, levels }: Measure, most: number): string | null {
  if (brackets < 0) return "broken YAML: expected text that begins with ] or } to stand in quotes";
  if (Math.max(brackets, levels) > deepest) {
    return `expected at most ${deepest} levels of nesting, found more`;
  }
  if (marks <= most) return null;
  return `expected at most ${most.toLocaleString("en")} words and marks of YAML, found more`;
}

/** Escapes between double quotes are judged one by one, so each counts like a mark. */
function escapesIn(lexeme: string): number {
  return lexeme.startsWith('"') && lexeme.includes("\\") ? lexeme.split("\\").length - 1 : 0;
}

function newlinesIn(lexeme: string): number {
  return lexeme.includes("\n") ? lexeme.split("\n").length - 1 : 0;
}
