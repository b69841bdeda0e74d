import type { Stretch } from "./block";
import { isBlankCode, skipBlanks, trimmed } from "./lines";

/** What a line of Markdown begins with. All of these look at a bounded or once-read stretch. */

export interface Fence {
  readonly mark: string;
  readonly length: number;
}

/** A fence of code that a line opens: three or more backquotes or tildes. */
export function fenceAt(text: string, start: number, end: number): Fence | null {
  const mark = text.charAt(start);
  if (mark !== "`" && mark !== "~") return null;
  const length = runLength(text, start, end);
  if (length < 3) return null;
  if (mark === "`" && hasMark(text, start + length, end, "`")) return null;
  return { mark, length };
}

/** Whether a line closes a fence. */
export function closes(fence: Fence, text: string, { start, end }: Stretch): boolean {
  if (text.charAt(start) !== fence.mark) return false;
  const length = runLength(text, start, end);
  return length >= fence.length && skipBlanks(text, start + length, end) === end;
}

/** How many number signs open a heading, 0 if none do. */
export function headingLevel(text: string, start: number, end: number): number {
  if (text.charAt(start) !== "#") return 0;
  const length = runLength(text, start, end);
  const after = start + length;
  return length <= 6 && (after === end || isBlankCode(text.charCodeAt(after))) ? length : 0;
}

/** The words of a heading line, without the marks around them. */
export function headingWords(text: string, start: number, end: number): Stretch {
  const words = trimmed(text, start + runLength(text, start, end), end);
  let to = words.end;
  while (to > words.start && text.charAt(to - 1) === "#") to -= 1;
  const closed = to === words.start || isBlankCode(text.charCodeAt(to - 1));
  return closed ? trimmed(text, words.start, to) : words;
}

/** The level of the heading that a line of `=` or `-` makes of the paragraph above; else 0. */
export function underlineLevel(text: string, { start, end }: Stretch): number {
  const mark = text.charAt(start);
  if (mark !== "=" && mark !== "-") return 0;
  return runLength(text, start, end) === end - start ? (mark === "=" ? 1 : 2) : 0;
}

/** Whether a line draws a rule across the page. */
export function isRule(text: string, { start, end }: Stretch): boolean {
  const mark = text.charAt(start);
  if (mark !== "-" && mark !== "*" && mark !== "_") return false;
  let marks = 0;
  for (let at = start; at < end; at++) {
    if (text.charAt(at) === mark) marks += 1;
    else if (!isBlankCode(text.charCodeAt(at))) return false;
  }
  return marks >= 3;
}

/** Where the words of a list item begin; null where the line is none. */
export function afterListMark(
  text: string,
  { start, end }: Stretch,
  interrupts: boolean,
): number | null {
  if ("-*+".includes(text.charAt(start) || " ")) return afterMark(text, start + 1, end);
  const digits = /^\d{1,9}(?=[.)])/.exec(text.slice(start, Math.min(end, start + 10)))?.[0];
  // A number in running text that happens to begin a line begins no list.
  if (digits === undefined || (interrupts && digits !== "1")) return null;
  return afterMark(text, start + digits.length + 1, end);
}

function afterMark(text: string, at: number, end: number): number | null {
  if (at === end) return end;
  return isBlankCode(text.charCodeAt(at)) ? skipBlanks(text, at, end) : null;
}

const checkbox = /^\[[ xX]\][ \t]+/;

/** Where the words of a list item begin behind its box to tick. */
export function afterCheckbox(text: string, start: number, end: number): number {
  const found = checkbox.exec(text.slice(start, Math.min(end, start + 8)));
  return found ? start + found[0].length : start;
}

const definition = /^\[(\^?)[^\]\n]{1,200}\]:/;
// Where a link leads to, and perhaps its title; "[14:05]: restarted" is no definition.
const target = /^[ \t]*(?=\S{0,500}[/#<.])\S{1,500}(?:[ \t]*$|[ \t]+["'(])/;

/** The definition of a link or a footnote that a line begins, and where what it says begins. */
export function definitionAt(
  text: string,
  { start, end }: Stretch,
): { kind: "link" | "footnote"; at: number } | null {
  if (text.charAt(start) !== "[") return null;
  const found = definition.exec(text.slice(start, Math.min(end, start + 210)));
  if (!found) return null;
  const at = start + found[0].length;
  if (found[1] === "^") return { kind: "footnote", at };
  return target.test(text.slice(at, Math.min(end, at + 600))) ? { kind: "link", at } : null;
}

/** Whether a line is what stands under the head of a table: `| --- | :-: |`. */
export function isDelimiterRow(text: string, { start, end }: Stretch): boolean {
  let hyphens = 0;
  let bars = 0;
  for (let at = start; at < end; at++) {
    const mark = text.charAt(at);
    if (mark === "-") hyphens += 1;
    else if (mark === "|") bars += 1;
    else if (mark !== ":" && mark !== " " && mark !== "\t") return false;
  }
  return hyphens > 0 && bars > 0;
}

/** The cells of a row of a table. */
export function cellsOf(text: string, { start, end }: Stretch): Stretch[] {
  const cells: Stretch[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    const mark = at === end ? "|" : text.charAt(at);
    if (mark === "\\") at += 1;
    if (mark !== "|") continue;
    const cell = trimmed(text, from, at);
    if (cell.end > cell.start) cells.push(cell);
    from = at + 1;
  }
  return cells;
}

export function hasMark(text: string, start: number, end: number, mark: string): boolean {
  for (let at = start; at < end; at++) if (text.charAt(at) === mark) return true;
  return false;
}

function runLength(text: string, start: number, end: number): number {
  const mark = text.charAt(start);
  let at = start;
  while (at < end && text.charAt(at) === mark) at += 1;
  return at - start;
}
