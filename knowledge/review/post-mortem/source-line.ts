/** A line of a document as its reader sees it. */
export interface SourceLine {
  /** As it stands in the document. */
  readonly raw: string;
  readonly kind: "blank" | "code" | "comment" | "front" | "text";
  /** Columns before its first sign; a tab counts four. */
  readonly indent: number;
  /** How many `>` stand before it. */
  readonly quotes: number;
  /** Without indent and quotes. */
  readonly text: string;
}

interface Reading {
  fence: string | null;
  comment: boolean;
  /** How long the line before is, where it is text that a line of signs may underline. */
  length: number;
}

const fenceStart = /^(`{3,}|~{3,})/;

/**
 * Takes a document apart into lines: which of them are code, which are HTML comments, which are
 * quoted. Grows with the length of the text.
 */
export function sourceLines(markdown: string): SourceLine[] {
  const reading: Reading = { fence: null, comment: false, length: 0 };
  const lines = markdown.split("\n");
  const front = frontMatterEnd(lines);
  return lines.map((raw, at) =>
    at < front ? { ...opened(raw), raw, kind: "front" } : lineOf(raw, reading),
  );
}

/** The line behind front matter, ours or anybody's; 0 where there is none. */
export function frontMatterEnd(lines: readonly string[]): number {
  const sign = lines[0]?.trim();
  if (sign !== "---" && sign !== "+++") return 0;
  const end = lines.slice(0, 400).findIndex((line, at) => at > 0 && line.trim() === sign);
  const isKeyed = lines.slice(1, end).some((line) => /^[\w-]{1,40}[ \t]*[:=]/.test(line));
  return end === -1 || !isKeyed ? 0 : end + 1;
}

function lineOf(raw: string, reading: Reading): SourceLine {
  const line = opened(raw);
  const kind = kindOf(line.text, reading);
  reading.length = kind === "text" ? line.text.length : 0;
  return { ...line, raw, kind };
}

function kindOf(text: string, reading: Reading): SourceLine["kind"] {
  if (reading.fence !== null) {
    if (text.startsWith(reading.fence) && /^[`~]+$/.test(text)) reading.fence = null;
    return "code";
  }
  if (reading.comment || text.startsWith("<!--")) return commentOrText(text, reading);
  const fence = fenceStart.exec(text)?.[1];
  if (fence === undefined || isNoFence(text, fence, reading.length)) {
    return text === "" ? "blank" : "text";
  }
  reading.fence = fence;
  return "code";
}

function commentOrText(text: string, reading: Reading): SourceLine["kind"] {
  const end = text.indexOf("-->");
  reading.comment = end === -1;
  return end === -1 || text.slice(end + 3).trim() === "" ? "comment" : "text";
}

/** Code in backticks on one line, or a line of waves that underlines a heading as long as itself. */
function isNoFence(text: string, fence: string, lengthBefore: number): boolean {
  const underlines = /^~{4,}$/.test(text) && Math.abs(text.length - lengthBefore) <= 2;
  return underlines || text.slice(fence.length).includes("`");
}

/** Takes indent and quote marks off a line. */
function opened(raw: string): Pick<SourceLine, "indent" | "quotes" | "text"> {
  const marks = /^(?:[ \t]{0,12}>){0,16}/.exec(raw)?.[0] ?? "";
  const rest = raw.slice(marks.length).replaceAll("\u00a0", " ");
  const text = rest.trimStart();
  const space = rest.slice(0, rest.length - text.length);
  const indent = space.replaceAll("\t", "    ").length;
  return { indent, quotes: marks.split(">").length - 1, text: text.trimEnd() };
}

/** Signs that word processors set before the items of a list, also those of their symbol fonts. */
const bullets = "•·‣▪◦●○■□◆◇▸►➢➤✓∙⁃❖\\uf0a7\\uf0b7\\uf0d8\\uf0fc";
const item = new RegExp(`^(?:[-*+–—${bullets}]|\\d{1,4}[.)]|[a-z][.)])(?:[ \\t]+|$)`);
const bulletBefore = new RegExp(`^([ \\t\u00a0]{0,40})[${bullets}][ \\t\u00a0]+(?=\\S)`);
const anyBullet = new RegExp(`[${bullets}]`);

/** The mark that makes a line an item of a list: `- `, `* `, `1. `; empty when it is none. */
export function itemMark(text: string): string {
  return item.exec(text)?.[0] ?? "";
}

/** A text in which the items of a word processor's lists have the mark that Markdown's have. */
export function withListMarks(text: string): string {
  if (!anyBullet.test(text)) return text;
  const lines = sourceLines(text).map(({ raw, kind, quotes }) =>
    kind === "text" && quotes === 0 ? raw.replace(bulletBefore, "$1- ") : raw,
  );
  return lines.join("\n");
}

const box = /^(?:\[([ xX✓✔-])\]|([☐☑☒⬜])\u{fe0f}?)[ \t]+/u;

/** Whether a line begins an item: with the mark of a list, or with the box of a task alone. */
export function beginsItem(text: string): boolean {
  return itemMark(text) !== "" || taskBox(text) !== null;
}

/** The box of a task list before a text, also as a sign; null when there is none. */
export function taskBox(
  text: string,
): { readonly length: number; readonly isDone: boolean } | null {
  const match = box.exec(text);
  return (
    match && { length: match[0].length, isDone: !/[ ☐⬜-]/u.test(match[1] ?? match[2] ?? " ") }
  );
}
