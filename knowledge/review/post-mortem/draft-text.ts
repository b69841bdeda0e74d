import { hasRefusedCharacter } from "#knowledge/text/raw-source";

import { plainWords } from "./plain-words";
import { standsAlone } from "./short-line";
import { itemMark, type SourceLine } from "./source-line";
import { isTemplateHint } from "./template-hint";

/**
 * The lines of a section as a text of the record: paragraphs and items without marks, addresses of
 * links behind their words. Null where it holds what such a text cannot, such as a table or code.
 */
export function recordText(lines: readonly SourceLine[], longest: number): string | null {
  const text = joinedText(lines, () => false);
  return text !== null && isRecordText(text, longest) ? text : null;
}

/** Whether a line of a paragraph is one of its own, seen with the line above it. */
type IsAlone = (line: string, above: string) => boolean;

function joinedText(lines: readonly SourceLine[], isAlone: IsAlone): string | null {
  if (!lines.every(isPlain)) return null;
  const told: string[] = [];
  for (const line of lines) {
    if (line.kind === "blank") told.push("");
    else if (line.kind === "text" && !isTemplateHint(line)) told.push(wordsOf(line));
  }
  return joined(told, isAlone);
}

/** Whether a text may stand in the record: visible, not too long, without links of ours. */
export function isRecordText(text: string, longest: number): boolean {
  return (
    text.trim() !== "" &&
    text.length <= longest &&
    !hasRefusedCharacter(text) &&
    !text.includes("[[")
  );
}

/** A line of the record, such as a title: without line feeds and space around it. */
export function recordLine(text: string, longest: number): string | null {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return isRecordText(line, longest) ? line : null;
}

function isPlain({ kind, text, quotes }: SourceLine): boolean {
  if (kind === "blank" || kind === "comment") return true;
  return (
    kind === "text" &&
    quotes === 0 &&
    !/^\||!\[|\[\^|<(?!https?:)[a-z]|^(?:-{3,}|={3,}|\*{3,})$/i.test(text) &&
    !/\|.*\|/.test(text)
  );
}

function wordsOf({ text, indent }: SourceLine): string {
  const mark = itemMark(text);
  const words = plainWords(text.slice(mark.length), "kept");
  return mark === "" ? words : `${" ".repeat(Math.min(indent, 12))}- ${words}`;
}

const anItem = /^ *- /;

/** Lines of one paragraph become one; items, paragraphs and lines of their own stay apart. */
function joined(lines: readonly string[], isAlone: IsAlone): string {
  const blocks: string[] = [];
  let above = "";
  for (const line of lines) {
    const block = blocks.at(-1) ?? "";
    const goesOn = above !== "" && !anItem.test(line);
    if (line === "") {
      if (block !== "") blocks.push("");
    } else if (goesOn && (anItem.test(block) || !isAlone(line, above))) {
      blocks.splice(-1, 1, `${block} ${line}`);
    } else blocks.push(line);
    above = line;
  }
  return blocks
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

const labelled = /^\p{Lu}[\p{L} '’/&-]{2,40}:[ \t]+\S/u;

/**
 * The items of a section, each with its lines; without marks of a list, its paragraphs and lines that
 * stand alone. Null where it is more than that.
 */
export function recordItems(lines: readonly SourceLine[], longest: number): string[] | null {
  const text = joinedText(lines, (line, above) => labelled.test(line) || standsAlone(line, above));
  if (text === null) return null;
  const items: string[] = [];
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const isNested = /^ {2,}/.test(line);
    if (isNested && items.length > 0) items.push(`${items.pop() ?? ""}\n${line.trim()}`);
    else items.push(line.replace(/^ *- /, ""));
  }
  return items.every((item) => isRecordText(item, longest)) ? items : null;
}
