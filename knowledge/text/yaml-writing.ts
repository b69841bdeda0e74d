/**
 * Writes YAML in one style, so that a difference between two files is a difference in what they
 * say: groups and rows in block style, short lists in brackets on one line, no line folded, text
 * plain where YAML allows it, else between double quotes, several lines as a literal block.
 */
export type YamlValue = string | number | boolean | YamlList | YamlGroup;
type YamlList = readonly YamlValue[];
export interface YamlGroup {
  readonly [key: string]: YamlValue;
}

export interface YamlStyle {
  /** Whether a list of texts under this key stands in brackets on one line. */
  readonly onOneLine: (key: string) => boolean;
}

/** A group as whole lines; the empty group gives none. */
export function writeYaml(group: YamlGroup, style: YamlStyle): string {
  return Object.entries(group)
    .map(([key, value]) => entry(key, value, "", style))
    .join("");
}

/** A list of groups as a whole file. */
export function writeYamlRows(rows: readonly YamlGroup[], style: YamlStyle): string {
  return rows.map((row) => listItem(row, "", style)).join("");
}

// One line of `key: value`, or the key and its rows beneath. `indent` is that of the key.
function entry(key: string, value: YamlValue, indent: string, style: YamlStyle): string {
  if (isList(value)) {
    if (value.length === 0 || (style.onOneLine(key) && value.every(isPlainValue))) {
      return `${indent}${key}: [${value.map((item) => (isPlainValue(item) ? inBrackets(item) : "")).join(", ")}]\n`;
    }
    return `${indent}${key}:\n${value.map((item) => listItem(item, `${indent}  `, style)).join("")}`;
  }
  if (typeof value === "object") {
    const inner = Object.entries(value).map(([k, v]) => entry(k, v, `${indent}  `, style));
    return `${indent}${key}:\n${inner.join("")}`;
  }
  return `${indent}${key}: ${scalar(value, indent)}\n`;
}

function listItem(item: YamlValue, indent: string, style: YamlStyle): string {
  if (typeof item !== "object") return `${indent}- ${scalar(item, indent)}\n`;
  if (isList(item))
    return `${indent}- [${item.map((one) => (isPlainValue(one) ? inBrackets(one) : "")).join(", ")}]\n`;
  const inner = Object.entries(item)
    .map(([key, value]) => entry(key, value, `${indent}  `, style))
    .join("");
  return inner === "" ? `${indent}- {}\n` : `${indent}- ${inner.slice(indent.length + 2)}`;
}

function isList(value: YamlValue): value is YamlList {
  return Array.isArray(value);
}

function isPlainValue(value: YamlValue): value is string | number | boolean {
  return typeof value !== "object";
}

function scalar(value: string | number | boolean, indent: string): string {
  if (typeof value !== "string") return String(value);
  if (isPlain(value)) return value;
  if (fitsLiteralBlock(value)) return literalBlock(value, `${indent}  `);
  return quoted(value);
}

function inBrackets(value: string | number | boolean): string {
  if (typeof value !== "string") return String(value);
  return isPlain(value) && !/[,[\]{}]/.test(value) ? value : quoted(value);
}

// What other readers of YAML take for something else than text: null, booleans (of YAML 1.1 too),
// numbers in every notation, and the merge key.
const readsAsOther =
  /^(?:~|null|true|false|yes|no|on|off|y|n|<<|=|[-+]?(?:\.?\d[\d_,.:]*(?:e[-+]?\d+)?|0[xo][\da-f]+|0b[01]+|\.inf)|\.nan)$/i;
const beginsAsMark = /^(?:[-?:](?:\s|$)|---|\.\.\.|[,[\]{}#&*!|>'"%@`])/;
const holdsMark = /:\s|:$|\s#/;
// Space, printable ASCII and what is printable beyond: no controls, separators or invisible marks.
const printable = /^[^\p{C}\p{Zl}\p{Zp}\u{fffe}\u{ffff}]+$/u;

function isPlain(text: string): boolean {
  return (
    printable.test(text) &&
    text.trim() === text &&
    !beginsAsMark.test(text) &&
    !holdsMark.test(text) &&
    !readsAsOther.test(text)
  );
}

function fitsLiteralBlock(text: string): boolean {
  return (
    text.includes("\n") &&
    !/^\s|\s$/.test(text) &&
    text.split("\n").every((line) => line === "" || printable.test(line))
  );
}

function literalBlock(text: string, indent: string): string {
  return `|-\n${text.replaceAll(/^(?=.)/gm, indent)}`;
}

/** Double quotes; all that a reader could not see is escaped, so that it can be seen. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from({ length: character.length }, (_, at) =>
      unicodeEscape(character.charCodeAt(at)),
    ).join(""),
  );
}

function unicodeEscape(code: number): string {
  return `\\u${code.toString(16).padStart(4, "0")}`;
}
