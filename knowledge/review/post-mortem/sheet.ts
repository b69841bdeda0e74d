import { cellTime, isTimeHead } from "./timeline-table";

export type Divider = "\t" | "," | ";";

/**
 * Rows as spreadsheets write and copy them, divided by tabs, commas or semicolons, as lines of a
 * table in Markdown; null where a text is not all such rows, with times in one column. A cell in
 * quotation marks may hold what divides cells and rows; a break of line in it becomes `<br>`.
 */
export function sheetAsTable(text: string): string[] | null {
  for (const divider of ["\t", ",", ";"] as const) {
    const rows = isTimedAt(text, divider) ? rowsOf(text, divider).filter(isFilled) : [];
    if (isTimedSheet(rows)) return tableOf(rows);
  }
  return null;
}

/** The same of rows that were copied with something around them, where most have tabs. */
export function tabsAsTable(text: string): string[] | null {
  const rows = text.includes("\t") ? rowsOf(text, "\t").filter(isFilled) : [];
  const isSheet = rows.length > 0 && rows.filter(isDivided).length * 2 >= rows.length;
  return isSheet ? tableOf(rows) : null;
}

function isDivided(cells: readonly string[]): boolean {
  return cells.slice(0, -1).some((cell) => cell !== "");
}

function isFilled(cells: readonly string[]): boolean {
  return cells.some((cell) => cell !== "");
}

/** Whether the first row may be of a sheet at all, before all others are read. */
function isTimedAt(text: string, divider: Divider): boolean {
  const [first = ""] = text.trimStart().split("\n", 1);
  return first.split(divider).some((cell) => isTimeHead(cell) || cellTime(bare(cell)) !== null);
}

function bare(cell: string): string {
  return cell.replaceAll('"', "").trim();
}

/** Commas are in sentences too: rows are as wide as each other, and one column holds their times. */
function isTimedSheet(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...others] = rows;
  if (others.length === 0 || first.length < 2) return false;
  if (rows.some(({ length }) => length !== first.length)) return false;
  const timed = first.findIndex((cell) => cellTime(cell) !== null || isTimeHead(cell));
  const times = others.filter((cells) => cellTime(cells[timed] ?? "") !== null);
  return times.length * 2 > others.length;
}

function tableOf(rows: readonly (readonly string[])[]): string[] {
  const [first = []] = rows;
  const isTimed = (cells: readonly string[]) => cells.some((cell) => cellTime(cell) !== null);
  const hasHead = !isTimed(first) && first.some(isTimeHead) && rows.length > 1;
  return hasHead ? tableWithHead(rows) : rows.map(rowInTable);
}

/** Rows as lines of a table of Markdown, whose head is the first. */
export function tableWithHead(rows: readonly (readonly string[])[]): string[] {
  const width = rows.slice(0, 2_000).reduce((most, { length }) => Math.max(most, length), 0);
  const [head = "", ...others] = rows.map(rowInTable);
  return [head, `|${" --- |".repeat(width)}`, ...others];
}

function rowInTable(cells: readonly string[]): string {
  return `| ${cells.map(inTable).join(" | ")} |`;
}

function inTable(cell: string): string {
  return cell.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, "<br>");
}

/** The cells of each row. Goes over the text once. */
function rowsOf(text: string, divider: Divider): string[][] {
  return [...rowsFrom(text, 0, divider)].map(({ cells }) => cells);
}

/** A row of a sheet, and where the next begins. */
export interface SheetRow {
  readonly cells: string[];
  readonly end: number;
}

/** The rows of a sheet that begins at an offset, each once it is asked for. */
export function* rowsFrom(text: string, from: number, divider: Divider): Generator<SheetRow> {
  let cells: string[] = [];
  let at = from;
  while (at <= text.length) {
    const cell = quotedCell(text, at, divider) ?? openCell(text, at, divider);
    cells.push(cell.value.trim());
    at = cell.end + 1;
    if (text[cell.end] === divider) continue;
    yield { cells, end: at };
    cells = [];
  }
}

interface Cell {
  readonly value: string;
  /** Where the sign stands that ends it. */
  readonly end: number;
}

function openCell(text: string, at: number, divider: Divider): Cell {
  let end = at;
  while (end < text.length && text[end] !== divider && text[end] !== "\n") end += 1;
  return { value: text.slice(at, end), end };
}

const longestCell = 50_000;

/** A cell in quotation marks, in which two stand for one; null where it is none, or never ends. */
function quotedCell(text: string, at: number, divider: Divider): Cell | null {
  if (text[at] !== '"') return null;
  for (let mark = text.indexOf('"', at + 1); mark !== -1; mark = text.indexOf('"', mark + 2)) {
    if (mark > at + longestCell) return null;
    if (text[mark + 1] === '"') continue;
    const end = mark + 1;
    const isEnd = end === text.length || text[end] === divider || text[end] === "\n";
    return isEnd ? { value: text.slice(at + 1, mark).replaceAll('""', '"'), end } : null;
  }
  return null;
}
