import { boxOf, deepest, isOnlyMark, OpenLists, taskOf } from "./html-list";
import { attribute, decodedText, encodedText, partsOf } from "./html-part";
import { OpenTable } from "./html-table";
import { blockTags, HiddenPart, markOfTag } from "./html-tag";
import { WordTags } from "./html-words";
import { unwrappedAddress } from "./unwrapped-address";
import { fenceAround, literalLine, literalWords } from "./literal-words";

/**
 * HTML, also Confluence's storage form, as Markdown: headings, lists, tables, code, links and
 * emphasis; the rest as its text. Goes over the text once. `words` says whether the text between the
 * tags stands for itself, or is Markdown too, as where both are mixed.
 */
export function markdownFromHtml(html: string, words: "literal" | "markdown" = "literal"): string {
  const writing = new Writing(words === "literal");
  const title = /<title\b[^<>]{0,200}>([^<]{1,300})<\/title>/i.exec(html.slice(0, 20_000))?.[1];
  if (title !== undefined && !/<h[1-6]\b/i.test(html)) writing.heading(1, title);
  for (const part of partsOf(html)) {
    switch (part.kind) {
      case "text":
        writing.text(part.text);
        break;
      case "data":
        writing.data(part.text);
        break;
      case "tag":
        writing.tag(part.name, part.isEnd, part.attributes);
        break;
    }
  }
  return writing.markdown();
}

class Writing {
  private readonly lines: string[] = [];
  private line = "";
  /** How much of the line is the mark of a heading or an item. */
  private markLength = 0;
  private readonly lists = new OpenLists();
  private readonly table = new OpenTable();
  private pre = 0;
  /** The line with which the code begins that is open. */
  private preFrom = 0;
  private isCode = false;
  private quotes = 0;
  private readonly hidden = new HiddenPart();
  private readonly links: string[] = [];
  private readonly words = new WordTags();
  private readonly isLiteral: boolean;

  constructor(isLiteral: boolean) {
    this.isLiteral = isLiteral;
  }

  markdown(): string {
    this.end();
    if (this.pre > 0) this.code(this.lines.splice(this.preFrom));
    return this.lines
      .join("\n")
      .replaceAll(/\n{3,}/g, "\n\n")
      .trim();
  }

  text(raw: string): void {
    if (this.hidden.isOpen) return;
    const isCode = this.pre > 0 || this.isCode;
    const decoded = decodedText(raw, isCode);
    if (this.pre > 0) {
      const [first = "", ...rest] = decoded.split("\n");
      this.line += first;
      for (const next of rest) {
        this.lines.push(this.line);
        this.line = next;
      }
      return;
    }
    const plain = decoded.replaceAll(/\s+/g, " ");
    const words = this.isLiteral && !isCode ? literalWords(plain) : plain;
    const fitting = this.table.isInRow ? words.replaceAll("|", "\\|") : words;
    this.line += this.line === "" ? fitting.trimStart() : fitting;
  }

  data(text: string): void {
    if (this.hidden.isOpen) return;
    // The words of a link of Confluence are data too.
    if (this.words.isLinkOpen) return this.text(encodedText(text));
    const isInline = !text.includes("\n") && this.line.trim() !== "";
    if (isInline) return void (this.line += text);
    this.block();
    this.code(text.split("\n"));
    this.lines.push("");
  }

  heading(level: number, text: string): void {
    this.block();
    this.lines.push(`${"#".repeat(level)} ${text.trim()}`, "");
  }

  tag(name: string, isEnd: boolean, attributes: string): void {
    const own = this.hidden.isOpen ? "other" : this.words.read(name, isEnd, attributes);
    if (own === "other") this.markup(name, isEnd, attributes);
    else this.line += own.words;
  }

  private markup(name: string, isEnd: boolean, attributes: string): void {
    if (this.hidden.takes(name, isEnd, attributes)) return;
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level !== undefined) return this.headingTag(Number(level), isEnd);
    const mark = markOfTag[name];
    if (mark !== undefined) {
      if (this.pre === 0) this.line += mark;
      if (name === "code") this.isCode = !isEnd;
      return;
    }
    if (this.tableTag(name, isEnd) || this.listTag(name, isEnd, attributes)) return;
    this.otherTag(name, isEnd, attributes);
  }

  private headingTag(level: number, isEnd: boolean): void {
    if (!isEnd) {
      this.block();
      this.line = `${"#".repeat(level)} `;
      this.markLength = this.line.length;
      return;
    }
    this.end();
    this.lines.push("");
  }

  private tableTag(name: string, isEnd: boolean): boolean {
    switch (name) {
      case "table":
        this.block();
        this.table.begin();
        return true;
      case "tr":
        if (isEnd) this.closeRow();
        else this.openRow();
        return true;
      case "td":
      case "th":
        this.cell(isEnd, name === "th");
        return true;
      default:
        return ["thead", "tbody", "tfoot", "colgroup", "col", "caption"].includes(name);
    }
  }

  private openRow(): void {
    this.closeRow();
    // Rows of one table follow each other without an empty line.
    if (this.table.isNew) this.block();
    else this.end();
    this.table.beginRow();
  }

  private cell(isEnd: boolean, isHead: boolean): void {
    if (isEnd) this.table.endCell(this.line, isHead);
    else this.table.beginCell();
    this.line = "";
    this.markLength = 0;
  }

  private closeRow(): void {
    if (!this.table.isInRow) return;
    this.line = "";
    this.lines.push(...this.table.endRow());
  }

  private listTag(name: string, isEnd: boolean, attributes: string): boolean {
    if (name === "ul" || name === "ol" || name === "ac:task-list") {
      this.listEdge(isEnd, name === "ol", attributes);
      return true;
    }
    if (name === "li" || name === "ac:task-body") {
      if (isEnd) this.breakLine();
      else this.item(attributes);
      return true;
    }
    return this.taskTag(name, isEnd);
  }

  private taskTag(name: string, isEnd: boolean): boolean {
    if (!name.startsWith("ac:task")) return false;
    if (isEnd) this.line = this.lists.withoutTaskText(name, this.line);
    else this.lists.beginTask(this.line);
    return true;
  }

  private listEdge(isEnd: boolean, isOrdered: boolean, attributes: string): void {
    if (this.table.isInRow) return;
    this.end();
    if (isEnd) this.lists.close();
    // Below words, only a list that begins with 1 begins without an empty line.
    else if (this.lists.open(isOrdered, attribute(attributes, "start")) !== 1) this.lines.push("");
    if (!this.lists.areOpen) this.lines.push("");
  }

  private item(attributes: string): void {
    if (this.table.isInRow) {
      this.line += this.line.trim() === "" ? "" : "; ";
      return;
    }
    this.end();
    this.line = this.lists.nextMark(taskOf(attributes));
    this.markLength = this.line.length;
  }

  private otherTag(name: string, isEnd: boolean, attributes: string): void {
    switch (name) {
      case "br":
        return this.breakLine();
      case "pre":
        return this.preTag(isEnd);
      case "a":
        return this.link(isEnd, attributes);
      case "p":
        return isOnlyMark(this.line) && !isEnd ? undefined : this.paragraph();
      case "blockquote":
        this.block();
        this.quotes = Math.max(0, this.quotes + (isEnd ? -1 : 1));
        return undefined;
      default:
        return this.plainTag(name, attributes);
    }
  }

  private plainTag(name: string, attributes: string): void {
    if (name === "input") {
      this.line += isOnlyMark(this.line) ? boxOf(attributes) : "";
      if (isOnlyMark(this.line)) this.markLength = this.line.length;
    } else if (blockTags.has(name)) {
      this.paragraph();
    }
  }

  private preTag(isEnd: boolean): void {
    const wasOpen = this.pre > 0;
    this.end();
    this.pre = Math.max(0, this.pre + (isEnd ? -1 : 1));
    if (!wasOpen) this.preFrom = this.lines.length;
    else if (this.pre === 0) this.code(this.lines.splice(this.preFrom));
  }

  private code(lines: readonly string[]): void {
    const fence = fenceAround(lines);
    this.lines.push(fence);
    for (const line of lines) this.lines.push(line);
    this.lines.push(fence);
  }

  private link(isEnd: boolean, attributes: string): void {
    if (!isEnd) {
      const target = unwrappedAddress(attribute(attributes, "href"));
      this.links.push(target);
      if (target !== "") this.line += "[";
      return;
    }
    const target = this.links.pop() ?? "";
    if (target !== "") this.line += `](${target})`;
  }

  private breakLine(): void {
    if (this.table.isInRow) this.line += " ";
    else this.end();
  }

  private paragraph(): void {
    if (this.table.isInRow) {
      if (this.line.trim() !== "") this.line += " ";
      return;
    }
    this.block();
  }

  private block(): void {
    this.end();
    if (!this.lists.areOpen && this.lines.at(-1) !== "") this.lines.push("");
  }

  /** Ends the line that is being written. */
  private end(): void {
    if (this.table.isInRow) return;
    const quote = "> ".repeat(Math.min(deepest, this.quotes));
    const line = this.pre > 0 ? this.line : this.written();
    if (line.trim() !== "") this.lines.push(quote + line);
    this.line = "";
    this.markLength = 0;
  }

  /** The line as it is written; empty where it is a heading without words. */
  private written(): string {
    const mark = this.line.slice(0, this.markLength);
    const words = this.line.slice(this.markLength).trimEnd();
    if (words.trim() === "" && mark.startsWith("#")) return "";
    return (mark + (this.isLiteral ? literalLine(words) : words)).trimEnd();
  }
}
