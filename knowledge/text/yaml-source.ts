import {
  Composer,
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
import { lexemesOf, type YamlPlace } from "./yaml-measure";

type ReadYaml =
  | { readonly kind: "read"; readonly value: unknown; readonly lineOf: (path: Path) => number }
  | { readonly kind: "faulty"; readonly faults: Fault[] };

/**
 * Reads YAML 1.2 of the plain sort: groups of keys, lists, text, numbers, true and false. Anchors,
 * aliases and tags are refused, since a file with them does not say what it says; so are keys that
 * stand twice and nesting beyond need. Never throws.
 */
export function parseYaml(text: string, place: YamlPlace): ReadYaml {
  const measured = lexemesOf(text, place);
  if (measured.kind === "faulty") return measured;
  const composed = compose(text, measured.lexemes);
  const faults = faultsOf(composed, text, place);
  if (faults.length > 0) return { kind: "faulty", faults };
  const value: unknown = composed.document?.toJS({ maxAliasCount: 0 });
  return { kind: "read", value, lineOf: lineFinder(text, place) };
}

interface Composed {
  readonly document: Document.Parsed | undefined;
  readonly second: Document.Parsed | undefined;
  readonly lines: LineCounter;
}

function compose(text: string, lexemes: Iterable<string>): Composed {
  const lines = new LineCounter();
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, logLevel: "silent" });
  const [document, second] = composer.compose(tokensOf(lexemes, lines), true, text.length);
  return { document, second, lines };
}

function* tokensOf(lexemes: Iterable<string>, lines: LineCounter) {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of lexemes) yield* parser.next(lexeme);
  yield* parser.end();
}

function faultsOf({ document, second, lines }: Composed, text: string, place: YamlPlace): Fault[] {
  const fault = (offset: number, message: string) => {
    return { file: place.file, line: lineAt(lines, place, offset), message };
  };
  if (!document) return [fault(0, "expected YAML, found nothing")];
  // What is never closed is missed at the end: on the last line, not after it.
  const end = text.trimEnd().length;
  const broken = [...document.errors, ...document.warnings].map((error) =>
    fault(Math.min(error.pos[0], end), brokenYaml(error)),
  );
  const odd = oddities(document).map(({ offset, message }) => fault(offset, message));
  const more = second
    ? [fault(second.range[0], "expected one document, found a second one after ---")]
    : [];
  return [...broken, ...odd, ...more];
}

function lineAt(lines: LineCounter, place: YamlPlace, offset: number): number {
  return place.firstLine + Math.max(1, lines.linePos(offset).line) - 1;
}

/**
 * Finds lines by composing the text once more when it is first asked: hardly any file has faults,
 * and the tree of ten thousand documents would fill gigabytes.
 */
function lineFinder(text: string, place: YamlPlace): (path: Path) => number {
  let again: Composed | null = null;
  return (path) => {
    again ??= compose(text, new Lexer().lex(text));
    return lineAt(again.lines, place, offsetOf(again.document?.contents ?? null, path));
  };
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
