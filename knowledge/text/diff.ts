import { diffLines as diffByLines, diffWordsWithSpace } from "diff";

/** A stretch of a line; `changed` when the other side does not have it. */
type DiffPart = { text: string; changed: boolean };
/** A line with its number on each side, null where it does not stand there. */
export type DiffLine = { before: number | null; after: number | null; parts: DiffPart[] };

/**
 * A stretch of a comparison. `skipped` stands for lines that are the same and far from any change.
 */
export type DiffHunk =
  | { kind: "same" | "added" | "removed"; lines: DiffLine[] }
  | { kind: "skipped"; count: number };

/** `rewritten`: the texts differ so much that a comparison would not help (or take too long). */
export type Diff =
  | { kind: "same" }
  | { kind: "changed"; hunks: DiffHunk[] }
  | { kind: "rewritten" };

const TIME_LIMIT = 500;
const CONTEXT_LINES = 3;
// Comparing words costs the square of their number; a longer line is marked as a whole.
const WORDS_LIMIT = 2_000;

/**
 * Compares two texts line by line for a page: removed lines before the added ones that replace
 * them, unchanged lines only three deep around changes, and within a replaced line the words that
 * changed. Gives up after half a second.
 */
export function diffLines(before: string, after: string): Diff {
  if (before === after) return { kind: "same" };
  const changes = diffByLines(before, after, { timeout: TIME_LIMIT });
  if (!changes) return { kind: "rewritten" };
  const numbers = { before: 1, after: 1 };
  const hunks = changes.map(({ value, added, removed }): Block => {
    const side = sideOf(added, removed);
    const kind = side === "both" ? "same" : side;
    return { kind, lines: linesOf(value).map((text) => lineOf(text, kind, numbers)) };
  });
  for (const [index, hunk] of hunks.entries()) {
    const next = hunks[index + 1];
    if (hunk.kind === "removed" && next?.kind === "added") markWords(hunk.lines, next.lines);
  }
  return { kind: "changed", hunks: collapsed(hunks) };
}

type Block = { kind: "same" | "added" | "removed"; lines: DiffLine[] };

function linesOf(text: string): string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

function lineOf(
  text: string,
  kind: Block["kind"],
  numbers: { before: number; after: number },
): DiffLine {
  const before = kind === "added" ? null : numbers.before++;
  const after = kind === "removed" ? null : numbers.after++;
  return { before, after, parts: [{ text, changed: false }] };
}

/** Marks the changed words of lines that replace each other one by one. */
function markWords(removed: readonly DiffLine[], added: readonly DiffLine[]): void {
  if (removed.length !== added.length) return;
  for (const [index, old] of removed.entries()) {
    const fresh = added[index];
    const words = fresh ? changedWords(textOf(old), textOf(fresh)) : null;
    if (!fresh || !words) continue;
    old.parts = words.flatMap(({ value, side }) =>
      side === "added" ? [] : [{ text: value, changed: side === "removed" }],
    );
    fresh.parts = words.flatMap(({ value, side }) =>
      side === "removed" ? [] : [{ text: value, changed: side === "added" }],
    );
  }
}

type Word = { value: string; side: "both" | "added" | "removed" };

/** Null for lines that are too long, or so different that they are two lines, not one changed. */
function changedWords(before: string, after: string): Word[] | null {
  if (before.length + after.length > WORDS_LIMIT) return null;
  const words = diffWordsWithSpace(before, after).map(({ value, added, removed }): Word => {
    return { value, side: sideOf(added, removed) };
  });
  const shared = words.filter(({ side }) => side === "both");
  const sharedLetters = shared.map(({ value }) => value.trim()).join("").length;
  return sharedLetters * 3 < Math.max(before.length, after.length) ? null : words;
}

function sideOf(added: boolean, removed: boolean): Word["side"] {
  if (added) return "added";
  return removed ? "removed" : "both";
}

function textOf(line: DiffLine): string {
  return line.parts.map(({ text }) => text).join("");
}

function collapsed(blocks: readonly Block[]): DiffHunk[] {
  return blocks.flatMap((block, index): DiffHunk[] => {
    if (block.kind !== "same") return [block];
    const head = index === 0 ? 0 : CONTEXT_LINES;
    const tail = index === blocks.length - 1 ? 0 : CONTEXT_LINES;
    const count = block.lines.length - head - tail;
    // One line in place of another saves nothing.
    if (count <= 1) return [block];
    return [
      { kind: "same" as const, lines: block.lines.slice(0, head) },
      { kind: "skipped" as const, count },
      { kind: "same" as const, lines: block.lines.slice(block.lines.length - tail) },
    ].filter((hunk) => hunk.kind === "skipped" || hunk.lines.length > 0);
  });
}
