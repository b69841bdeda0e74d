import { markdownFromAsciidoc } from "./from-asciidoc";
import { markdownFromHtml } from "./from-html";
import { markdownFromJira } from "./from-jira";
import { markdownFromMediawiki } from "./from-mediawiki";
import { sheetAsTable } from "./sheet";
import { withSheetsAsTables } from "./sheet-within";
import { withListMarks } from "./source-line";

/** The markup in which a document is written. */
export type Layout = "markdown" | "html" | "jira" | "mediawiki" | "asciidoc";

const looked = 60_000;

/** Tells the markup of a text by what only that markup has. */
export function layoutOf(text: string): Layout {
  const head = text.slice(0, looked);
  const count = (pattern: RegExp) => head.match(pattern)?.length ?? 0;
  const hashes = count(/^#{1,6}[ \t]+\S/gm);
  if (isHtml(head, hashes)) return "html";
  if (isJira(count)) return "jira";
  if (isMediawiki(count)) return "mediawiki";
  const ascii = count(/^={1,5}[ \t]+\S.*[^=\s][ \t]*$/gm);
  return ascii >= 2 && hashes === 0 ? "asciidoc" : "markdown";
}

type Count = (pattern: RegExp) => number;

function isHtml(head: string, hashes: number): boolean {
  if (/^\s*(?:<\?xml|<!doctype html|<html\b|<body\b|<ac:)/i.test(head)) return true;
  const block = /<\/?(?:p|h[1-6]|li|td|th|tr|div|table|ac:[a-z-]{1,40})\b[^<>]{0,300}>/gi;
  const tags = head.match(block)?.length ?? 0;
  return tags >= 4 && hashes === 0 && tags * 4 >= Math.min(head.split("\n").length, 200);
}

function isJira(count: Count): boolean {
  if (count(/^[ \t]*h[1-6]\.[ \t]+\S/gm) > 0) return true;
  return count(/^[ \t]*\|\|[^|\n]+\|\|/gm) > 0 && count(/^\|[ \t:-]+\|/gm) === 0;
}

function isMediawiki(count: Count): boolean {
  const headings = count(/^={2,6}[^=\n].*={2,6}[ \t]*$/gm);
  const tables = count(/^\{\|/gm);
  if (headings >= 2 || (tables > 0 && count(/^\|\}/gm) > 0)) return true;
  return headings === 1 && (tables > 0 || count(/'''/g) > 0);
}

/** A text of any layout as Markdown; tables in HTML within Markdown become its own, and so do sheets. */
export function asMarkdown(written: string): string {
  const text = withListMarks(written);
  const sheet = sheetAsTable(text);
  if (sheet) return sheet.join("\n");
  switch (layoutOf(text)) {
    case "html":
      return markdownFromHtml(text);
    case "jira":
      return markdownFromJira(text);
    case "mediawiki":
      return markdownFromMediawiki(text);
    case "asciidoc":
      return markdownFromAsciidoc(text);
    case "markdown":
      return withSheetsAsTables(withoutHtmlTables(text));
  }
}

function withoutHtmlTables(text: string): string {
  const small = text.toLowerCase();
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const open = small.indexOf("<table", from);
    const close = open === -1 ? -1 : small.indexOf("</table>", open);
    if (close === -1) return parts.length === 0 ? text : parts.join("") + text.slice(from);
    const end = close + "</table>".length;
    parts.push(
      text.slice(from, open),
      "\n",
      markdownFromHtml(text.slice(open, end), "markdown"),
      "\n",
    );
    from = end;
  }
}
