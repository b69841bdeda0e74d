import { canonicalOf } from "./canonical-heading";

/** MediaWiki's markup as Markdown; what has no equal stays as its text. */
export function markdownFromMediawiki(text: string): string {
  const reading: Reading = { table: null, template: null, fence: false };
  const lines: string[] = [];
  let summaryAt: number | null = null;
  for (const line of text.split("\n")) {
    const isFact = reading.template !== null;
    const made = lineFromWiki(line, reading);
    if (isFact && summaryAt !== null) {
      lines.splice(summaryAt, 0, ...made);
      summaryAt += made.length;
      continue;
    }
    if (made.some((one) => one !== "")) summaryAt = made.some(isSummary) ? lines.length : null;
    for (const one of made) lines.push(one);
  }
  return lines.concat(reading.table ? closed(reading.table) : []).join("\n");
}

/** A template with the facts of an incident below this heading is none of its words, and goes above it. */
function isSummary(line: string): boolean {
  return canonicalOf(/^#+ (.+)$/.exec(line)?.[1] ?? "") === "summary";
}

interface Reading {
  table: WikiTable | null;
  /** Parameters of a template that goes over several lines. */
  template: number | null;
  fence: boolean;
}

interface WikiTable {
  readonly rows: { cells: string[]; isHead: boolean }[];
}

const fenceTag = /^\s*<(\/?)(?:syntaxhighlight|source|pre)\b[^<>]{0,200}>\s*$/i;

function lineFromWiki(line: string, reading: Reading): string[] {
  if (fenceTag.test(line)) {
    reading.fence = !reading.fence;
    return ["```"];
  }
  if (reading.fence) return [line];
  if (reading.table) return tableLine(line, reading, reading.table);
  if (/^\s*:*\{\|/.test(line)) {
    reading.table = { rows: [] };
    return [];
  }
  if (reading.template !== null) return templateLine(line, reading);
  return plainLine(line, reading);
}

function plainLine(line: string, reading: Reading): string[] {
  const [, level, words = ""] = /^\s*(={1,6})[ \t]*([^=].{0,300}?)[ \t]*\1[ \t]*$/.exec(line) ?? [];
  if (level !== undefined) return ["", `${"#".repeat(level.length)} ${inline(words)}`, ""];
  if (/^\s*\{\{[^{}]{0,200}$/.test(line)) {
    reading.template = 1;
    return [];
  }
  return isOfThePage(line) ? [] : [wordsLine(line)];
}

/** Signs that tell the wiki how to show or file a page. */
function isOfThePage(line: string): boolean {
  return /^\s*__[A-Z]+__\s*$|^\s*\[\[(?:Category|Kategorie):/i.test(line);
}

function wordsLine(line: string): string {
  const status = /\{\{\s*irdoc-(draft|review|final)\b[^{}]{0,200}\}\}/i.exec(line)?.[1];
  if (status !== undefined) return `**Document status:** ${statusOf(status)}`;
  const [, marks, item = ""] = /^([*#:;]{1,8})[ \t]*(.*)$/.exec(line) ?? [];
  return marks === undefined ? inline(line) : itemFromWiki(marks, item);
}

function statusOf(word: string): string {
  const small = word.toLowerCase();
  return small === "review" ? "in-review" : small;
}

function itemFromWiki(marks: string, words: string): string {
  const depth = "  ".repeat(marks.length - 1);
  if (marks.endsWith(";")) return `**${inline(words).trim()}**`;
  if (marks.endsWith(":")) return marks.length === 1 ? inline(words) : `${depth}${inline(words)}`;
  return `${depth}${marks.endsWith("#") ? "1." : "-"} ${inline(words)}`;
}

/** `| key = value` within a template that holds the facts of an incident. */
function templateLine(line: string, reading: Reading): string[] {
  const depth = (reading.template ?? 0) + line.split("{{").length - line.split("}}").length;
  reading.template = depth > 0 ? depth : null;
  const [, key, value] = /^\s*\|\s*([^=|{}]{1,60}?)\s*=\s*(.*?)\s*(?:\}\}\s*)?$/.exec(line) ?? [];
  return key === undefined || value === undefined || value === ""
    ? []
    : [`**${key}:** ${inline(value)}`, ""];
}

function tableLine(line: string, reading: Reading, table: WikiTable): string[] {
  const text = line.trim();
  if (text.startsWith("|}")) {
    reading.table = null;
    return closed(table);
  }
  if (text.startsWith("|-")) table.rows.push({ cells: [], isHead: false });
  else if (text !== "" && !text.startsWith("|+")) addCells(table, text);
  return [];
}

function addCells(table: WikiTable, text: string): void {
  const row = table.rows.at(-1) ?? newRow(table);
  if (/^[!|]/.test(text)) {
    const isFirst = table.rows.every(({ cells, isHead }) => isHead || cells.length === 0);
    row.isHead ||= text.startsWith("!") && isFirst;
    row.cells.push(
      ...text
        .slice(1)
        .split(/\|\||!!/)
        .map(cellOf),
    );
    return;
  }
  const last = Math.max(0, row.cells.length - 1);
  row.cells[last] = `${row.cells[last] ?? ""} ${inline(text)}`.trim();
}

function newRow(table: WikiTable): WikiTable["rows"][number] {
  const row = { cells: [], isHead: false };
  table.rows.push(row);
  return row;
}

/** A cell may begin with its attributes: `style="…" | words`. */
function cellOf(cell: string): string {
  const bare = cell.replace(/^[^|[\]{}]{0,200}=[^|[\]{}]{0,200}\|(?!\|)/, "");
  return inline(bare.trim()).replaceAll("|", "\\|");
}

function closed({ rows }: WikiTable): string[] {
  const full = rows.filter(({ cells }) => cells.length > 0);
  return full.flatMap(({ cells, isHead }, index) => {
    const line = `| ${cells.join(" | ")} |`;
    return isHead && index === 0 ? [line, `|${" --- |".repeat(cells.length)}`] : [line];
  });
}

function inline(text: string): string {
  return text
    .replaceAll(/<ref\b[^<>/]{0,100}>([^<]{1,500})<\/ref>/g, " ($1)")
    .replaceAll(
      /<ref\b[^<>]{0,100}\/>|<\/?(?:nowiki|small|big|includeonly|noinclude|onlyinclude|section)\b[^<>]{0,100}>/g,
      "",
    )
    .replaceAll(/'''''([^'\n]{1,300})'''''/g, "***$1***")
    .replaceAll(/'''([^\n]{1,300}?)'''/g, "**$1**")
    .replaceAll(/''([^\n]{1,300}?)''/g, "*$1*")
    .replaceAll(
      /\[\[(?:File|Image|Datei):([^[\]|\n]{1,200})(?:\|[^[\]\n]{0,300})?\]\]/gi,
      "![$1]($1)",
    )
    .replaceAll(/\[\[([^[\]|\n]{1,300})\|([^[\]\n]{1,300})\]\]/g, "$2")
    .replaceAll(/\[\[:?([^[\]\n]{1,300})\]\]/g, "$1")
    .replaceAll(/\[((?:https?:)\/\/[^[\]\s]{1,1000})[ \t]+([^[\]\n]{1,300})\]/g, "[$2]($1)")
    .replaceAll(/\[((?:https?:)\/\/[^[\]\s]{1,1000})\]/g, "<$1>")
    .replaceAll(/\{\{\s*(?:done|tick|yes|check ?mark|resolved)\s*\}\}/gi, "✅")
    .replaceAll(/\{\{\s*(?:phabt?|phabricator|bug)\s*\|\s*T?(\d{1,9})[^{}]{0,100}\}\}/gi, "T$1")
    .replaceAll(
      /\{\{\s*[^{}|\n]{1,60}\|\s*(?:\d\s*=\s*)?([^{}|=\n]{1,300})(?:\|[^{}\n]{0,300})?\}\}/g,
      "$1",
    )
    .replaceAll(/\{\{\s*([^{}|\n]{1,60})\s*\}\}/g, "$1");
}
