import { hasRefusedCharacter } from "#knowledge/text/raw-source";

import { plainWords } from "./plain-words";
import { isBrokenIntoLines, linesLookedAt, standsAlone } from "./short-line";
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

/** Whether a line of a paragraph is one of its own, as `standsAlone` sees it. */
type IsAlone = typeof standsAlone;

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
  return `${" ".repeat(Math.min(indent, 12))}${mark === "" ? "" : "- "}${words}`;
}

const anItem = /^ *- /;
const isWithin = /^ {2,}\S/;

/** Lines of one paragraph become one; items, paragraphs and lines of their own stay apart. */
function joined(lines: readonly string[], isAlone: IsAlone): string {
  const blocks: string[] = [];
  let above = "";
  let isBroken = false;
  for (const [at, line] of lines.entries()) {
    if (above === "") isBroken = isBrokenIntoLines(paragraphAt(lines, at));
    const words = line.trim();
    if (words === "") {
      if ((blocks.at(-1) ?? "") !== "") blocks.push("");
    } else if (goesOn({ line, above, isBroken }, blocks, isAlone)) {
      blocks.push(`${blocks.pop() ?? ""} ${words}`);
    } else if (anItem.test(line) || isOfItem(line, above, blocks)) blocks.push(line);
    else blocks.push(words);
    above = words;
  }
  return blocks
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

function goesOn(
  { line, above, isBroken }: { line: string; above: string; isBroken: boolean },
  blocks: readonly string[],
  isAlone: IsAlone,
): boolean {
  if (above === "" || anItem.test(line)) return false;
  return anItem.test(blocks.at(-1) ?? "") || !isAlone(line.trim(), above, isBroken);
}

/** Whether a line begins another paragraph of the item above it, under whose words it stands. */
function isOfItem(line: string, above: string, blocks: readonly string[]): boolean {
  const before = blocks.findLast((block) => block !== "") ?? "";
  return above === "" && isWithin.test(line) && (anItem.test(before) || isWithin.test(before));
}

/** The lines from one to the next that is blank or an item, as far as they are looked at. */
function paragraphAt(lines: readonly string[], from: number): readonly string[] {
  const rest = lines.slice(from, from + linesLookedAt).map((line) => line.trimEnd());
  const end = rest.findIndex((line, at) => at > 0 && (line === "" || anItem.test(line)));
  return (end === -1 ? rest : rest.slice(0, end)).map((line) => line.trimStart());
}

const labelled = /^\p{Lu}[\p{L} '’/&-]{2,40}:[ \t]+\S/u;

/**
 * The items of a section, each with its lines; without marks of a list, its paragraphs and lines that
 * stand alone. Null where it is more than that.
 */
export function recordItems(lines: readonly SourceLine[], longest: number): string[] | null {
  const text = joinedText(
    lines,
    (line, above, isBroken) => labelled.test(line) || standsAlone(line, above, isBroken),
  );
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
