import { type StoryLine, readStoryLines } from "./story-lines";
import type { StoryFault } from "./story-answer";

/** The longest story, in bytes of UTF-8. */
export const STORY_LIMIT = 512_000;
/** The longest line of a story, in characters. */
const LINE_LIMIT = 100_000;
/** How deep quotes, list items and brackets may be nested in each other. */
const NESTING_LIMIT = 32;
/** How many groups of emphasis signs one paragraph or table row may hold. */
const EMPHASIS_LIMIT = 2_000;
/** The longest group of backticks in running text. */
const BACKTICK_LIMIT = 64;
/** How many columns a table may have. */
const COLUMN_LIMIT = 100;

/**
 * What keeps a story from being parsed at all, each kind of fault once, at its first line. The
 * limits are far above what people write; they hold off texts that would make a Markdown parser
 * run for minutes or exhaust its stack. What slips through is stopped by the renderer's deadline.
 */
export function faultsBeforeParsing(story: string): StoryFault[] {
  const size = byteLength(story);
  if (size > STORY_LIMIT) {
    const message = `A story may hold ${STORY_LIMIT / 1000} kB; this one holds ${Math.ceil(size / 1000)} kB.`;
    return [{ line: 1, message: `${message} Move a part into a document of its own.` }];
  }
  const nul = story.indexOf("\0");
  if (nul >= 0) {
    const line = story.slice(0, nul).split("\n").length;
    return [{ line, message: "A NUL character (U+0000) cannot be kept. Remove it." }];
  }
  return faultsOfLines(readStoryLines(story));
}

function byteLength(text: string): number {
  return text.length > STORY_LIMIT ? text.length : new TextEncoder().encode(text).length;
}

function faultsOfLines(lines: readonly StoryLine[]): StoryFault[] {
  const faults = new Map<string, StoryFault>();
  const block = { brackets: 0, emphasis: 0 };
  for (const line of lines) {
    const separate = line.kind !== "text" || line.text.startsWith("|");
    if (separate) Object.assign(block, { brackets: 0, emphasis: 0 });
    for (const [kind, message] of faultsOfLine(line, block)) {
      if (!faults.has(kind)) faults.set(kind, { line: line.number, message });
    }
  }
  return [...faults.values()];
}

type Block = { brackets: number; emphasis: number };

function faultsOfLine(line: StoryLine, block: Block): [kind: string, message: string][] {
  const { text, depth } = line;
  const faults: [string, string][] = [];
  if (text.length > LINE_LIMIT) {
    const message = `A line may hold ${LINE_LIMIT} characters; this one holds ${text.length}. Break it into several.`;
    return [["length", message]];
  }
  if (depth > NESTING_LIMIT) {
    const message = `Quotes and lists may be nested ${NESTING_LIMIT} deep; these are ${depth} deep.`;
    faults.push(["nesting", message]);
  }
  if (line.kind === "text") faults.push(...faultsOfText(text, block));
  return faults;
}

// A group of `_` inside a word, as in snake_case, is no emphasis.
const EMPHASIS = /\*+|~+|(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu;
const BACKTICKS = new RegExp("`".repeat(BACKTICK_LIMIT + 1));
const COLUMNS = /^[\s|:-]+$/;

function faultsOfText(text: string, block: Block): [kind: string, message: string][] {
  const faults: [string, string][] = [];
  const bracketsBefore = block.brackets;
  if (deepestBracket(text, block) > NESTING_LIMIT && bracketsBefore <= NESTING_LIMIT) {
    const message = `Brackets may be nested ${NESTING_LIMIT} deep. Close the open "[" or write it as "\\[".`;
    faults.push(["brackets", message]);
  }
  block.emphasis += text.match(EMPHASIS)?.length ?? 0;
  if (block.emphasis > EMPHASIS_LIMIT) {
    const message = `A paragraph may hold ${EMPHASIS_LIMIT} groups of emphasis signs (* _ ~). Put code between backticks.`;
    faults.push(["emphasis", message]);
  }
  if (BACKTICKS.test(text)) {
    faults.push(["backticks", `At most ${BACKTICK_LIMIT} backticks may stand together.`]);
  }
  if (COLUMNS.test(text) && text.split("|").length - 2 > COLUMN_LIMIT) {
    faults.push(["columns", `A table may have ${COLUMN_LIMIT} columns.`]);
  }
  return faults;
}

function deepestBracket(text: string, block: Block): number {
  let deepest = block.brackets;
  for (const [sign] of text.matchAll(/\\.|[[\]]/g)) {
    if (sign === "[") block.brackets += 1;
    else if (sign === "]") block.brackets = Math.max(0, block.brackets - 1);
    deepest = Math.max(deepest, block.brackets);
  }
  return deepest;
}
