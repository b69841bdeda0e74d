/** The table of HTML that is open while it is gone over, row by row. */
export class OpenTable {
  /** The cells of the row that is open, and whether they are a header. */
  private row: { cells: string[]; isHead: boolean } | null = null;
  private rows = 0;

  get isInRow(): boolean {
    return this.row !== null;
  }

  /** Whether no row of the table was written yet. */
  get isNew(): boolean {
    return this.rows === 0;
  }

  begin(): void {
    this.rows = 0;
  }

  beginRow(): void {
    this.row = { cells: [], isHead: true };
  }

  /** A cell may stand outside of any row. */
  beginCell(): void {
    this.row ??= { cells: [], isHead: true };
  }

  endCell(text: string, isHead: boolean): void {
    this.beginCell();
    const words = text.replaceAll(/\s+/g, " ").trim();
    this.row?.cells.push(words);
    // A head beside a value is that of its row.
    if (this.row) this.row.isHead &&= this.isNew && (isHead || words === "");
  }

  /** The lines of the row that ends. */
  endRow(): string[] {
    const { cells = [], isHead = false } = this.row ?? {};
    this.row = null;
    if (cells.length === 0) return [];
    const line = `| ${cells.join(" | ")} |`;
    const isFirst = this.isNew;
    this.rows += 1;
    if (!isFirst) return [line];
    const divider = `|${" --- |".repeat(cells.length)}`;
    if (isHead && cells.some((cell) => cell !== "")) return [line, divider];
    // Markdown knows no table without a head, so one that has none gets an empty one.
    return [`|${"  |".repeat(cells.length)}`, divider, line];
  }
}
