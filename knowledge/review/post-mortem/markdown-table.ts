import type { SourceLine } from "./source-line";

/** A table of a document: its header where it has one, and its rows with their lines. */
export interface Table {
  /** Null where it has none, or an empty one, as Markdown asks of a table without. */
  readonly header: readonly string[] | null;
  /** How many lines there are above its rows: of the header, and the one below it. */
  readonly headLines: 0 | 2;
  readonly rows: readonly TableRow[];
  readonly from: number;
  readonly to: number;
}

export interface TableRow {
  readonly cells: readonly string[];
  readonly line: number;
}

const divider = /^[|:+\-=—– \t]+$/;

/** Whether a line is the one between a table's header and its rows. */
export function isDivider(line: SourceLine | undefined): boolean {
  const text = line?.text ?? "";
  return divider.test(text) && /[-—–]/.test(text) && text.includes("|");
}

/** Reads the table that begins on a line; null when none does. */
export function tableAt(lines: readonly SourceLine[], at: number, end: number): Table | null {
  const line = lines[at];
  const next = at + 1 < end ? lines[at + 1] : undefined;
  if (!line || !beginsTable(line, next)) return null;
  const hasHeader = isDivider(next);
  const to = endOfTable(lines, { at: at + 1, end, isOpen: hasHeader || line.text.startsWith("|") });
  const [first, ...rest] = rowsOf(lines, at, to);
  if (!first) return null;
  if (!hasHeader) return { header: null, headLines: 0, rows: [first, ...rest], from: at, to };
  const header = first.cells.some((cell) => cell !== "") ? first.cells : null;
  return { header, headLines: 2, rows: rest, from: at, to };
}

function beginsTable(line: SourceLine, next: SourceLine | undefined): boolean {
  if (line.kind !== "text" || !line.text.includes("|")) return false;
  const isAboveRuler = isDivider(next);
  // A ruler begins one where a row follows at once: looking further would be done again from each ruler.
  if (isDivider(line)) return !isAboveRuler && isRow(line) && isRowOf(next, true);
  return isAboveRuler || isRow(line);
}

function rowsOf(lines: readonly SourceLine[], from: number, to: number): TableRow[] {
  return lines.slice(from, to).flatMap((row, index): TableRow[] => {
    return isDivider(row) ? [] : [{ cells: cellsOf(row.text), line: from + index }];
  });
}

function isRow(line: SourceLine): boolean {
  return line.text.startsWith("|") && (isDivider(line) || cellsOf(line.text).length > 1);
}

function endOfTable(
  lines: readonly SourceLine[],
  { at, end, isOpen }: { at: number; end: number; isOpen: boolean },
): number {
  let to = at;
  while (to < end && isRowOf(lines[to], isOpen)) to += 1;
  return to;
}

function isRowOf(line: SourceLine | undefined, isOpen: boolean): boolean {
  if (!line || line.kind !== "text" || !line.text.includes("|")) return false;
  return line.text.startsWith("|") || (isOpen && !/^[#>*+-][ \t]/.test(line.text));
}

/** The cells of a row, without the bars around it; `\|` is a bar within a cell. */
export function cellsOf(row: string): string[] {
  const inner = row.replace(/^\|{1,2}/, "").replace(/(?<!\\)\|{1,2}[ \t]*$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll("\\|", "|").trim());
}

/** A cell with its breaks of line, which a table of Markdown cannot have. */
export function withBreaks(cell: string): string {
  return cell.replaceAll(/[ \t]*<br[ \t]*\/?>[ \t]*/gi, "\n");
}
