import type { Stretch } from "./block";

const newline = 10;
const carriageReturn = 13;
const tab = 9;
const space = 32;

/** The lines of a text without their ends, whichever of the three kinds of ends it has. */
export function linesOf(text: string): Stretch[] {
  const lines: Stretch[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== newline && code !== carriageReturn) continue;
    lines.push({ start, end: at });
    if (code === carriageReturn && text.charCodeAt(at + 1) === newline) at += 1;
    start = at + 1;
  }
  lines.push({ start, end: text.length });
  return lines;
}

export function isBlankCode(code: number): boolean {
  return code === space || code === tab;
}

/** Where the first character that is not blank stands; the end where there is none. */
export function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlankCode(text.charCodeAt(at))) at += 1;
  return at;
}

/** The stretch without the blanks around it. */
export function trimmed(text: string, start: number, end: number): Stretch {
  const from = skipBlanks(text, start, end);
  let to = end;
  while (to > from && isBlankCode(text.charCodeAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

/** The width of the blanks before `at`, where a tab leads to the next multiple of four. */
export function indentOf(text: string, lineStart: number, at: number): number {
  let width = 0;
  for (let each = lineStart; each < at; each++) {
    width += text.charCodeAt(each) === tab ? 4 - (width % 4) : 1;
  }
  return width;
}
