import {
  Composer,
  CST,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  Parser,
  visit,
  type Document,
  type Node,
  type Pair,
  type YAMLParseError,
} from "yaml";
import type { z } from "zod";

import { faultsAt, inLineOrder, type Fault, type Path } from "./fault";
import { readRaw } from "./raw-source";
import { fit } from "./schema-faults";

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

export type ReadYaml =
  | { readonly kind: "read"; readonly value: unknown; readonly lineOf: (path: Path) => number }
  | { readonly kind: "faulty"; readonly faults: Fault[] };

/**
 * Reads YAML 1.2 of the plain sort: groups of keys, lists, text, numbers, true and false. Anchors,
 * aliases and tags are refused, since a file with them does not say what it says; so are keys that
 * stand twice and nesting beyond need. Never throws.
 */
export function parseYaml(text: string, place: YamlPlace): ReadYaml {
  const excess = excessIn(text, place);
  if (excess) return { kind: "faulty", faults: [excess] };

  const lines = new LineCounter();
  const lineAt = (offset: number) => place.firstLine + Math.max(1, lines.linePos(offset).line) - 1;
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, logLevel: "silent" });
  const tokens = new Parser(lines.addNewLine).parse(text);
  const [document, second] = composer.compose(tokens, true, text.length);
  const fault = (offset: number, message: string) => ({
    file: place.file,
    line: lineAt(offset),
    message,
  });
  if (!document) return { kind: "faulty", faults: [fault(0, "expected YAML, found nothing")] };

  const faults = [...document.errors, ...document.warnings]
    // What is never closed is missed at the end: on the last line, not after it.
    .map((error) => fault(Math.min(error.pos[0], text.trimEnd().length), brokenYaml(error)))
    .concat(oddities(document).map(({ offset, message }) => fault(offset, message)));
  if (second)
    faults.push(fault(second.range[0], "expected one document, found a second one after ---"));
  if (faults.length > 0) return { kind: "faulty", faults };

  const value: unknown = document.toJS({ maxAliasCount: 0 });
  return { kind: "read", value, lineOf: (path) => lineAt(offsetOf(document.contents, path)) };
}

/** Reads a whole file of YAML by a schema; all its faults at once, in the order of its lines. */
export function readYaml<Schema extends z.ZodType>(
  source: string,
  file: string,
  schema: Schema,
):
  | { kind: "read"; value: z.infer<Schema>; lineOf: (path: Path) => number }
  | { kind: "faulty"; faults: Fault[] } {
  const raw = readRaw(source, file, 5_000_000);
  const read = parseYaml(raw.text, { file, firstLine: 1, marks: 500_000 });
  if (read.kind === "faulty")
    return { kind: "faulty", faults: inLineOrder([...raw.faults, ...read.faults]) };
  const fitting = fit(schema, read.value);
  const misfits = fitting.kind === "misfits" ? fitting.misfits : [];
  const faults = [...raw.faults, ...faultsAt(misfits, { file, lineOf: read.lineOf })];
  if (faults.length > 0 || fitting.kind === "misfits")
    return { kind: "faulty", faults: inLineOrder(faults) };
  return { kind: "read", value: fitting.value, lineOf: read.lineOf };
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

/** Counts words and marks and how deep they nest, before anything that recurses sees them. */
function excessIn(text: string, place: YamlPlace): Fault | null {
  const measure: Measure = { line: place.firstLine, marks: 0, brackets: 0, levels: 0 };
  for (const lexeme of new Lexer().lex(text)) {
    count(measure, lexeme);
    const message = excessOf(measure, place.marks);
    if (message !== null) return { file: place.file, line: measure.line, message };
    measure.line += newlinesIn(lexeme);
  }
  return null;
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

interface Oddity {
  readonly offset: number;
  readonly message: string;
}

/** Anchors, aliases, tags, keys that stand twice and keys that are not text. */
function oddities(document: Document.Parsed): Oddity[] {
  const found: Oddity[] = [];
  visit(document, {
    Alias(_, alias) {
      found.push({
        offset: offsetIn(alias),
        message: `expected the value itself, found the alias *${alias.source}`,
      });
    },
    Node(_, node) {
      if (node.anchor !== undefined) {
        found.push({
          offset: offsetIn(node),
          message: `expected a value without an anchor, found &${node.anchor}`,
        });
      }
      if (node.tag !== undefined) {
        found.push({
          offset: offsetIn(node),
          message: `expected a value without a tag, found ${node.tag}`,
        });
      }
    },
    Map(_, map) {
      for (const odd of oddKeys(map.items)) found.push(odd);
    },
  });
  return found;
}

function oddKeys(pairs: readonly Pair[]): Oddity[] {
  const seen = new Set<string>();
  const found: Oddity[] = [];
  for (const { key } of pairs) {
    const offset = offsetIn(key);
    if (!isScalar(key) || typeof key.value !== "string") {
      found.push({ offset, message: "expected a word as key" });
    } else if (seen.has(key.value)) {
      found.push({
        offset,
        message: `expected the key ${JSON.stringify(key.value)} once, found it again`,
      });
    } else {
      seen.add(key.value);
    }
  }
  return found;
}

function offsetIn(node: unknown): number {
  if (node === null || typeof node !== "object" || !("range" in node)) return 0;
  return Array.isArray(node.range) && typeof node.range[0] === "number" ? node.range[0] : 0;
}

/** Where a path begins: the key, for keys; the nearest that exists, where it leads to nothing. */
function offsetOf(contents: Node | null, path: Path): number {
  let node: unknown = contents;
  let offset = offsetIn(contents);
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!pair) return offset;
      offset = offsetIn(pair.key);
      node = pair.value;
    } else if (isSeq(node) && typeof step === "number") {
      node = node.items[step];
      if (node === undefined) return offset;
      offset = offsetIn(node);
    } else {
      return offset;
    }
  }
  return offset;
}

const remedies: Readonly<Record<string, string>> = {
  BAD_INDENT: "expected lines of one list or group to begin in the same column",
  BLOCK_AS_IMPLICIT_KEY: 'expected text with ": " in it to stand in quotes',
  MISSING_CHAR: "expected a closing quote or bracket",
  MULTILINE_IMPLICIT_KEY: "expected a key and its colon on one line",
  TAB_AS_INDENT: "expected spaces at the beginning of the line, found a tab",
  UNEXPECTED_TOKEN: "expected text with such a mark in it to stand in quotes",
  BAD_SCALAR_START: "expected text that begins with @ or ` to stand in quotes",
  BAD_DQ_ESCAPE: "expected \\\\ for a backslash between double quotes",
  TAG_RESOLVE_FAILED: "expected a value without a tag",
};

function brokenYaml({ code, message }: Pick<YAMLParseError, "code" | "message">): string {
  const remedy = remedies[code];
  const said = message.split("\n", 1)[0] ?? "";
  return remedy ? `broken YAML: ${remedy} (${said})` : `broken YAML: ${said}`;
}
