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
   * document of the seed has 9,000, and 100,000 hostile ones take less than a second.
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
    .map((error) => fault(error.pos[0], brokenYaml(error)))
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
  const raw = readRaw(source, file, 10_000_000);
  const read = parseYaml(raw.text, { file, firstLine: 1, marks: 2_000_000 });
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

/** Counts words and marks and how deep they nest, before anything that recurses sees them. */
function excessIn(text: string, place: YamlPlace): Fault | null {
  let [marks, line, brackets, onThisLine] = [0, place.firstLine, 0, 0];
  for (const lexeme of new Lexer().lex(text)) {
    marks += 1;
    if (CST.tokenType(lexeme) === "newline") onThisLine = 0;
    else if (nestingOnALine.has(lexeme) && brackets === 0) onThisLine += 1;
    else if (opening.has(lexeme)) brackets += 1;
    else if (closing.has(lexeme)) brackets -= 1;
    if (brackets > deepest || onThisLine > deepest) {
      return {
        file: place.file,
        line,
        message: `expected at most ${deepest} levels of nesting, found more`,
      };
    }
    if (marks > place.marks) {
      const message = `expected at most ${place.marks.toLocaleString("en")} words and marks of YAML, found more`;
      return { file: place.file, line, message };
    }
    line += newlinesIn(lexeme);
  }
  return null;
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
      found.push(...oddKeys(map.items));
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
