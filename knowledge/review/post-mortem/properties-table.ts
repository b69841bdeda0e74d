import { namesLabel } from "./labels";
import { tableAt, type Table } from "./markdown-table";
import { plainWords } from "./plain-words";
import { sourceLines, type SourceLine } from "./source-line";

/**
 * A text in which tables of properties, a name and its value in each row, are lists of labels: such a
 * table has no head, though some wikis write its first row as one. All else stays byte for byte.
 */
export function withPropertiesAsLabels(markdown: string): string {
  if (!/[|\t]/.test(markdown)) return markdown;
  const lines = sourceLines(markdown);
  const written: string[] = [];
  let at = 0;
  while (at < lines.length) {
    const table = tableAt(lines, at, lines.length);
    const found = table ? propertiesIn(table) : tabbedAt(lines, at);
    const to = found?.to ?? table?.to ?? at + 1;
    const as = found?.pairs.map(labelOf) ?? lines.slice(at, to).map(({ raw }) => raw);
    written.push(...as);
    at = to;
  }
  return written.join("\n");
}

type Pair = readonly [name: string, value: string];

interface Properties {
  readonly pairs: readonly Pair[];
  readonly to: number;
}

function propertiesIn(table: Table): Properties | null {
  const rows = table.rows.map(({ cells }) => cells);
  const hasNoHead = table.header === null || saysNothing(table.header);
  return propertiesOf(hasNoHead ? rows : [table.header, ...rows], table.to);
}

/** "Field | Value" says no more than that the rows below are properties. */
function saysNothing([name = "", value = ""]: readonly string[]): boolean {
  const heads = /^(?:|field|property|key|attribute|item|name) \| (?:|values?|details?|contents?)$/i;
  return heads.test(`${bare(name)} | ${bare(value)}`);
}

function propertiesOf(rows: readonly (readonly string[])[], to: number): Properties | null {
  if (rows.some((cells) => cells.length > 2)) return null;
  const pairs = rows.map(([name = "", value = ""]): Pair => [bare(name), value]);
  const known = pairs.filter(([name]) => namesLabel(name));
  const [[name, value] = ["", ""]] = pairs;
  // "Severity | Owner" heads columns of others.
  const isFirst = namesLabel(name) && !namesLabel(bare(value));
  return isFirst && known.length >= 2 && known.length * 3 >= pairs.length ? { pairs, to } : null;
}

/** Rows of such a table as a page's text has them, a tab between name and value. */
function tabbedAt(lines: readonly SourceLine[], at: number): Properties | null {
  if (lines[at]?.raw.trim().split(/\t+/).length !== 2) return null;
  const rows: string[][] = [];
  for (const { kind, raw } of lines.slice(at, at + mostTabbed)) {
    const cells = raw.trim().split(/\t+/);
    if (kind !== "text" || !isTabbedRow(cells)) break;
    rows.push(cells);
  }
  return propertiesOf(rows, at + rows.length);
}

/** A name without a value has lost its tab at the end of the line. */
function isTabbedRow([name = "", ...values]: readonly string[]): boolean {
  return name.length <= 40 && (values.length === 1 || (values.length === 0 && namesLabel(name)));
}

const mostTabbed = 60;

function bare(name: string): string {
  return plainWords(name).replace(/:$/, "").trim();
}

function labelOf([name, value]: Pair): string {
  return `- **${name}:** ${value}`.trimEnd();
}
