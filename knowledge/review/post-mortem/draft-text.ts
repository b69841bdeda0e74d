import { hasRefusedCharacter } from "#knowledge/text/raw-source";

import { plainWords } from "./plain-words";
import { itemMark, type SourceLine } from "./source-line";
import { isTemplateHint } from "./template-hint";

/**
 * The lines of a section as a text of the record: paragraphs and items without marks, addresses of
 * links behind their words. Null where it holds what such a text cannot, such as a table or code.
 */
export function recordText(lines: readonly SourceLine[], longest: number): string | null {
  if (!lines.every(isPlain)) return null;
  const told: string[] = [];
  for (const line of lines) {
    if (line.kind === "blank") told.push("");
    else if (line.kind === "text" && !isTemplateHint(line)) told.push(wordsOf(line));
  }
  const text = joined(told);
  return isRecordText(text, longest) ? text : null;
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

/** Lines of one paragraph become one; items and paragraphs stay apart. */
function joined(lines: readonly string[]): string {
  const blocks: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    if (line === "") {
      if (blocks.length > 0 && blocks.at(-1) !== "") blocks.push("");
      isOpen = false;
      continue;
    }
    const isItem = /^ *- /.test(line);
    if (isOpen && !isItem) blocks.push(`${blocks.pop() ?? ""} ${line}`);
    else blocks.push(line);
    isOpen = true;
  }
  return blocks
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

/** The items of a section, each with its lines; null where it is more than a list or paragraphs. */
export function recordItems(lines: readonly SourceLine[], longest: number): string[] | null {
  const text = recordText(lines, Number.POSITIVE_INFINITY);
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
