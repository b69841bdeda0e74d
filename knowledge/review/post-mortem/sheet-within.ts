import { isActionHeader } from "./action-head";
import { rowsFrom, tableWithHead, type Divider } from "./sheet";
import { sourceLines } from "./source-line";
import { cellTime, isTimeHead } from "./timeline-table";

/**
 * A text in which rows of a spreadsheet that were pasted into it are tables: actions below heads that
 * say so, divided by tabs, commas or semicolons, and entries of a timeline, divided by tabs. All else
 * stays byte for byte.
 */
export function withSheetsAsTables(text: string): string {
  if (!/[\t,;]/.test(text)) return text;
  const written: string[] = [];
  let [from, read] = [0, 0];
  for (const { raw, kind } of sourceLines(text)) {
    // Lines before `read` are part of the sheet above.
    const sheet = from < read || kind !== "text" ? null : sheetAt(text, from, raw);
    if (sheet) {
      written.push(...tableAmong(written, sheet.lines));
      read = sheet.end;
    } else if (from >= read) written.push(raw);
    from += raw.length + 1;
  }
  return written.join("\n");
}

/** A table stands apart from the words above and below it. */
function tableAmong(above: readonly string[], table: readonly string[]): string[] {
  return [...((above.at(-1) ?? "").trim() === "" ? [] : [""]), ...table, ""];
}

interface FoundSheet {
  readonly lines: readonly string[];
  /** Where the line begins that follows. */
  readonly end: number;
}

function sheetAt(text: string, at: number, line: string): FoundSheet | null {
  for (const divider of ["\t", ",", ";"] as const) {
    const [head] = line.includes(divider) ? rowsFrom(line, 0, divider) : [];
    if (!head || !mayBeHead(head.cells, divider)) continue;
    const sheet = sheetBelow(text, at, divider);
    if (sheet) return sheet;
  }
  return null;
}

const mostRows = 5_000;
/** After these rows it shows whether they are of a timeline. */
const firstRows = 20;

function sheetBelow(text: string, at: number, divider: Divider): FoundSheet | null {
  const [first = { cells: [], end: at }] = rowsFrom(text, at, divider);
  const head = first.cells;
  const rows: string[][] = [];
  let { end } = first;
  for (const row of rowsFrom(text, end, divider)) {
    const isOver = rows.length === mostRows || !isRowBelow(row.cells, head, divider);
    if (isOver || (rows.length === firstRows && !isSheet(head, rows))) break;
    rows.push(row.cells);
    ({ end } = row);
  }
  return isSheet(head, rows) ? { lines: tableWithHead([head, ...rows]), end } : null;
}

function isSheet(head: readonly string[], rows: readonly (readonly string[])[]): boolean {
  return rows.length > 0 && (isActionHeader(head) || isTimed(head, rows));
}

function mayBeHead(cells: readonly string[], divider: Divider): boolean {
  return isActionHeader(cells) || (divider === "\t" && cells.length > 1 && cells.some(isTimeHead));
}

/** Sentences have commas too: rows divided by them are as wide as their head. */
function isRowBelow(cells: readonly string[], head: readonly string[], divider: Divider): boolean {
  if (divider !== "\t") return cells.length === head.length;
  return cells.length > 1 && cells.length <= head.length && cells.some((cell) => cell !== "");
}

function isTimed(head: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const column = head.findIndex(isTimeHead);
  const timed = rows.filter((cells) => cellTime(cells[column] ?? "") !== null);
  return timed.length * 2 > rows.length;
}
