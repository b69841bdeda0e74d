/** What a row says in one of its columns. */
export type Cell = (row: string, column: string) => string;

/**
 * Reads a table that stands in a test as a person would write it: columns parted by `|`, their names
 * in the first line, and each row's name in its first column.
 */
export function readableTable(text: string): { rows: string[]; columns: string[]; says: Cell } {
  const lines = text
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  const [[, ...columns] = [], ...rest] = lines;
  const rows = rest.map(([name = ""]) => name);
  const says: Cell = (row, column) => {
    const cell = rest[rows.indexOf(row)]?.[columns.indexOf(column) + 1];
    if (cell === undefined || !columns.includes(column)) {
      throw new Error(`The table says nothing of ${row}, ${column}.`);
    }
    return cell;
  };
  return { rows, columns, says };
}
