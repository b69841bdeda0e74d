import { readInline } from "./plain";
import { type StoryLine, readStoryLines } from "./story-lines";

/** A `[[slug]]` of a story, with its line in the story, from 1. */
type LinkReference = { slug: string; words: string | null; line: number };
/** A `[^id]` of a story; `defined` when the story itself has a footnote of this name. */
type NoteReference = { id: string; defined: boolean; line: number };

/**
 * All `[[…]]` of a story outside code, in order. Reads lines instead of parsing, so that it costs
 * little, takes any text and also runs in a browser; what a page shows is decided by the renderer.
 */
export function linksInMarkdown(story: string): LinkReference[] {
  return blocksOf(readStoryLines(story)).flatMap((block) =>
    marksOf(block).flatMap(({ source, line }) => {
      const [link] = readInline(source.replace("\\|", "|"));
      return link?.kind === "link" ? [{ slug: link.slug, words: link.words, line }] : [];
    }),
  );
}

/** All `[^id]` of a story outside code, in order, but for the heads of footnotes (`[^id]: …`). */
export function citationsInMarkdown(story: string): NoteReference[] {
  const lines = readStoryLines(story);
  const defined = new Set<string>();
  for (const { kind, text } of lines) {
    const head = kind === "text" ? NOTE_HEAD.exec(text)?.[1] : undefined;
    if (head !== undefined) defined.add(head.toLowerCase());
  }
  return blocksOf(lines).flatMap((block) =>
    marksOf(block).flatMap(({ source, line }) => {
      const id = NOTE.exec(source)?.[1];
      return id === undefined ? [] : [{ id, line, defined: defined.has(id.toLowerCase()) }];
    }),
  );
}

const NOTE = /^\[\^([\w.-]+)\]$/;
const NOTE_HEAD = /^\[\^([\w.-]+)\]:/;

/** Lines of running text that Markdown reads as one, so that code may begin and end between them. */
type Block = { line: number; lines: string[] };

function blocksOf(lines: readonly StoryLine[]): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const { kind, text, number } of lines) {
    // Rows of a table and heads of footnotes begin anew.
    if (kind !== "text" || text.startsWith("|") || NOTE_HEAD.test(text)) open = null;
    if (kind !== "text") continue;
    if (!open) {
      open = { line: number, lines: [] };
      blocks.push(open);
    }
    open.lines.push(text.replace(NOTE_HEAD, ""));
  }
  return blocks;
}

const MARK = /\\[\s\S]|`+|\[\[[a-z0-9-]+(?:\\?\|[^[\]|]+)?\]\]|\[\^[\w.-]+\]/g;

/** The marks of a block with their lines; escapes and code spans are passed over. */
function marksOf(block: Block): { source: string; line: number }[] {
  const text = block.lines.join("\n");
  const marks: { source: string; line: number }[] = [];
  const closing = closingBackticks(text);
  let line = block.line;
  let counted = 0;
  let passed = 0;
  for (const match of text.matchAll(MARK)) {
    const [source] = match;
    if (match.index < passed || source.startsWith("\\")) continue;
    if (source.startsWith("`")) {
      passed = closing.after(match.index, source.length) ?? passed;
      continue;
    }
    line += text.slice(counted, match.index).split("\n").length - 1;
    counted = match.index;
    marks.push({ source, line });
  }
  return marks;
}

/** Finds the end of a code span: the next group of as many backticks. */
function closingBackticks(text: string) {
  const starts = new Map<number, number[]>();
  for (const { index, 0: ticks } of text.matchAll(/`+/g)) {
    const known = starts.get(ticks.length) ?? [];
    known.push(index);
    starts.set(ticks.length, known);
  }
  return {
    after(start: number, length: number): number | null {
      const waiting = starts.get(length) ?? [];
      while ((waiting[0] ?? Infinity) <= start) waiting.shift();
      const close = waiting[0];
      return close === undefined ? null : close + length;
    },
  };
}
