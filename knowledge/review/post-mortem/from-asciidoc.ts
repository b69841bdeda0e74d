/** The headings, lists and tables of AsciiDoc as Markdown; the rest reads alike. */
export function markdownFromAsciidoc(text: string): string {
  const written: string[] = [];
  let table: string[][] | null = null;
  for (const line of text.split("\n")) {
    if (/^\s*\|={3,}\s*$/.test(line)) {
      if (table) written.push("", ...tableLines(table), "");
      table = table ? null : [];
    } else if (table) {
      addCells(table, line.trim());
    } else {
      written.push(...plainLine(line));
    }
  }
  if (table) written.push(...tableLines(table));
  return written.join("\n");
}

function plainLine(line: string): string[] {
  const [, level, words] = /^(={1,6})[ \t]+(\S.*)$/.exec(line) ?? [];
  if (level !== undefined && words !== undefined) return [`${"#".repeat(level.length)} ${words}`];
  if (/^:[\w-]{1,40}:(?:[ \t].*)?$/.test(line)) return [];
  return [
    line.replace(/^(\*{2,6})[ \t]/, (_, marks: string) => `${"  ".repeat(marks.length - 1)}- `),
  ];
}

/** A row may stand on one line, or each of its cells on a line of its own. */
function addCells(table: string[][], line: string): void {
  if (line === "") return;
  const cells = line
    .split("|")
    .slice(1)
    .map((cell) => cell.trim());
  const width = table[0]?.length ?? 0;
  const last = table.at(-1);
  if (cells.length === 0) last?.push(`${last.pop() ?? ""} ${line}`.trim());
  else if (last && table.length > 1 && last.length + cells.length <= width) last.push(...cells);
  else table.push(cells);
}

function tableLines(rows: readonly (readonly string[])[]): string[] {
  const [head = "", ...rest] = rows.map((cells) => `| ${cells.join(" | ")} |`);
  return [head, `|${" --- |".repeat(rows[0]?.length ?? 1)}`, ...rest];
}
