/** A change of a text, with the selection that it leaves behind. */
export interface MarkdownChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  /** Where the selection begins and ends in the text as it is then. */
  readonly start: number;
  readonly end: number;
}

export type Emphasis = "bold" | "italic";

interface Selected {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const signs = { bold: "**", italic: "_" } as const;
const pair = /\*\*|__/;

/**
 * Makes what is selected bold or italic, or takes that back where it is already so; in the middle
 * of a word it is the word. Where nothing is selected, what is typed next will be so.
 */
export function emphasised({ text, start, end }: Selected, emphasis: Emphasis): MarkdownChange {
  const { from, to } = start === end ? wordAt(text, start) : withoutEdges({ text, start, end });
  const around = marksAround(text, from, to);
  const less = around.replace(emphasis === "bold" ? pair : singleOf(around), "");
  const isSo = less !== around;
  const inner = text.slice(from, to);
  if (isSo) {
    const shift = less.length - around.length;
    return {
      from: from - around.length,
      to: to + around.length,
      insert: less + inner + reversed(less),
      start: Math.max(start, from) + shift,
      end: Math.min(end, to) + shift,
    };
  }
  const sign = signs[emphasis];
  const closing = from === to ? closingAt(text, to, sign) : 0;
  if (closing > 0) return { from, to, insert: "", start: to + closing, end: to + closing };
  // Emphasis does not reach from one paragraph into the next.
  const marked = from === to ? sign + sign : inner.replaceAll(paragraph, `${sign}$&${sign}`);
  const isOne = marked.length === inner.length + 2 * sign.length;
  return {
    from,
    to,
    insert: marked,
    start: isOne ? Math.max(start, from) + sign.length : from,
    end: isOne ? Math.min(end, to) + sign.length : from + marked.length,
  };
}

const paragraph = /\S(?:(?!\n[ \t]*\n)[^])*(?<=\S)/g;

/** The word in the middle of which an offset is; the empty place at it otherwise. */
function wordAt(text: string, offset: number) {
  const ahead = /[\p{L}\p{N}'’]+$/u.exec(text.slice(Math.max(0, offset - 80), offset))?.[0] ?? "";
  const behind = /^[\p{L}\p{N}'’]+/u.exec(text.slice(offset, offset + 80))?.[0] ?? "";
  const isInside = ahead !== "" && behind !== "";
  return isInside
    ? { from: offset - ahead.length, to: offset + behind.length }
    : { from: offset, to: offset };
}

/** What is selected without the space at its ends and without marks that were selected with it. */
function withoutEdges({ text, start, end }: Selected) {
  const words = text.slice(start, end);
  const inner = words.trim();
  if (inner === "") return { from: start, to: end };
  const from = start + words.indexOf(inner);
  const to = from + inner.length;
  const marks = /^[*_]*/.exec(inner)?.[0].length ?? 0;
  const shared = marksAround(text, from + marks, to - marks).length;
  return marks > 0 && inner.length > 2 * marks && shared >= marks
    ? { from: from + marks, to: to - marks }
    : { from, to };
}

/** The marks of emphasis that stand before a passage, and mirrored behind it. */
function marksAround(text: string, from: number, to: number): string {
  const ahead = /[*_]{0,6}$/.exec(text.slice(Math.max(0, from - 6), from))?.[0] ?? "";
  const behind = /^[*_]{0,6}/.exec(text.slice(to, to + 6))?.[0] ?? "";
  let length = Math.min(ahead.length, behind.length);
  while (!behind.startsWith(reversed(ahead.slice(ahead.length - length)))) length -= 1;
  return ahead.slice(ahead.length - length);
}

/** Finds the mark of italics among marks of which some may be bold. */
function singleOf(marks: string): RegExp | string {
  const rest = marks.replace(pair, "");
  // Nothing that is there would be nothing to take out.
  return rest === "" ? "\n" : marks === "***" || marks === "___" ? /./ : lone;
}

const lone = /(?<!\*)\*(?!\*)|(?<!_)_(?!_)/;

function reversed(marks: string): string {
  return marks.split("").toReversed().join("");
}

/** How long the mark is that ends, at this offset, what was begun in the same line; 0 without one. */
function closingAt(text: string, offset: number, sign: string): number {
  if (!text.startsWith(sign, offset)) return 0;
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return line.split(sign).length % 2 === 0 ? sign.length : 0;
}

const fence = /^ {0,3}(`{3,}|~{3,})/;
const item =
  /^(?<ahead>(?:[ \t]*>)*[ \t]*)(?:(?<bullet>[-*+])|(?<number>\d{1,9})(?<dot>[.)]))(?<gap>[ \t]+)(?<box>\[[ xX]\][ \t]+)?/;
const quote = /^(?:[ \t]*>)+[ \t]?/;

/**
 * What Enter does in a list or a quotation: it begins the next item or line of it; in an item that
 * is empty it ends the list. Null where Enter is an ordinary line break.
 */
export function continued(text: string, offset: number): MarkdownChange | null {
  const begin = text.lastIndexOf("\n", offset - 1) + 1;
  const line = text.slice(begin, offset);
  const match = item.exec(line) ?? quote.exec(line);
  if (!match || isInCode(text.slice(0, begin))) return null;
  const rest = line.slice(match[0].length) + (/^[^\n]*/.exec(text.slice(offset))?.[0] ?? "");
  if (rest.trim() !== "") return put(offset, offset, `\n${nextOf(match)}`);
  // Without an empty line, what follows would still be the item's.
  const isSetOff = begin === 0 || text.slice(0, begin).endsWith("\n\n");
  return put(begin, offset, isSetOff ? "" : "\n");
}

function put(from: number, to: number, insert: string): MarkdownChange {
  const caret = from + insert.length;
  return { from, to, insert, start: caret, end: caret };
}

function nextOf({ 0: whole, groups }: RegExpExecArray): string {
  if (!groups) return whole.trimEnd() === whole ? `${whole} ` : whole;
  const { ahead = "", bullet, number, dot = ".", gap = " ", box } = groups;
  const mark = bullet ?? `${Number(number) + 1}${dot}`;
  return `${ahead}${mark}${gap}${box === undefined ? "" : "[ ] "}`;
}

/** Whether code that was begun before goes on where a text ends. */
export function isInCode(before: string): boolean {
  let open: string | null = null;
  for (const line of before.split("\n")) {
    const mark: string | undefined = fence.exec(line)?.[1];
    if (mark === undefined) continue;
    if (open === null) open = mark;
    else if (mark.startsWith(open)) open = null;
  }
  return open !== null;
}
