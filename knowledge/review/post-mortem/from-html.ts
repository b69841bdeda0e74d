import { attribute, partsOf } from "./html-part";
import { blockTags, droppedTags, markOfTag } from "./html-tag";
import { characterOf } from "./plain-words";

/**
 * HTML, also Confluence's storage form, as Markdown: headings, lists, tables, code, links and
 * emphasis; the rest as its text. Goes over the text once.
 */
export function markdownFromHtml(html: string): string {
  const writing = new Writing();
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

interface List {
  readonly isOrdered: boolean;
  count: number;
}

class Writing {
  private readonly lines: string[] = [];
  private line = "";
  private readonly lists: List[] = [];
  /** The cells of the row that is open, and whether they are a header. */
  private row: { cells: string[]; isHead: boolean } | null = null;
  private rowsInTable = 0;
  private pre = 0;
  private quotes = 0;
  private hidden = 0;
  private hiddenName = "";
  private readonly links: string[] = [];
  private done: boolean | null = null;

  markdown(): string {
    this.end();
    return this.lines
      .join("\n")
      .replaceAll(/\n{3,}/g, "\n\n")
      .trim();
  }

  text(raw: string): void {
    if (raw === "" || this.hidden > 0) return;
    const decoded = raw.replaceAll(
      /&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});/g,
      (whole, name: string) =>
        /^(?:lt|gt|amp)$/.test(name) ? whole : (characterOf(name) ?? whole),
    );
    if (this.pre > 0) {
      const [first = "", ...rest] = decoded.split("\n");
      this.line += first;
      for (const next of rest) {
        this.lines.push(this.line);
        this.line = next;
      }
      return;
    }
    const words = decoded.replaceAll(/\s+/g, " ");
    this.line +=
      this.line === "" ? words.trimStart() : this.row ? words.replaceAll("|", "\\|") : words;
  }

  data(text: string): void {
    if (this.hidden > 0) return;
    if (!text.includes("\n") && this.line.trim() !== "") {
      this.line += text;
      return;
    }
    this.block();
    this.lines.push("```", ...text.split("\n"), "```", "");
  }

  heading(level: number, text: string): void {
    this.block();
    this.lines.push(`${"#".repeat(level)} ${text.trim()}`, "");
  }

  tag(name: string, isEnd: boolean, attributes: string): void {
    if (this.hidden > 0 || droppedTags.has(name)) return this.hide(name, isEnd, attributes);
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level !== undefined) return this.headingTag(Number(level), isEnd);
    const mark = markOfTag[name];
    if (mark !== undefined) {
      if (this.pre === 0) this.line += mark;
      return;
    }
    if (this.tableTag(name, isEnd) || this.listTag(name, isEnd)) return;
    this.otherTag(name, isEnd, attributes);
  }

  private hide(name: string, isEnd: boolean, attributes: string): void {
    if (this.hidden === 0) {
      if (isEnd || attributes.trimEnd().endsWith("/")) return;
      this.hidden = 1;
      this.hiddenName = name;
    } else if (name === this.hiddenName) {
      this.hidden += isEnd ? -1 : 1;
    }
  }

  private headingTag(level: number, isEnd: boolean): void {
    if (!isEnd) {
      this.block();
      this.line = `${"#".repeat(level)} `;
      return;
    }
    this.end();
    this.lines.push("");
  }

  private tableTag(name: string, isEnd: boolean): boolean {
    switch (name) {
      case "table":
        this.block();
        this.rowsInTable = 0;
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
    if (this.row) this.closeRow();
    this.block();
    this.row = { cells: [], isHead: false };
  }

  private cell(isEnd: boolean, isHead: boolean): void {
    this.row ??= { cells: [], isHead: false };
    if (isEnd) {
      this.row.cells.push(this.line.replaceAll(/\s+/g, " ").trim());
      this.row.isHead ||= isHead && this.rowsInTable === 0;
    }
    this.line = "";
  }

  private closeRow(): void {
    if (!this.row) return;
    const { cells, isHead } = this.row;
    this.row = null;
    this.line = "";
    if (cells.length === 0) return;
    this.lines.push(`| ${cells.join(" | ")} |`);
    if (isHead) this.lines.push(`|${" --- |".repeat(cells.length)}`);
    this.rowsInTable += 1;
  }

  private listTag(name: string, isEnd: boolean): boolean {
    if (name === "ul" || name === "ol" || name === "ac:task-list") {
      this.listEdge(isEnd, name === "ol");
      return true;
    }
    if (name === "li" || name === "ac:task-body") {
      if (isEnd) this.breakLine();
      else this.item();
      return true;
    }
    return this.taskTag(name, isEnd);
  }

  /** Confluence writes a task's number and state as text before its body. */
  private taskTag(name: string, isEnd: boolean): boolean {
    if (name === "ac:task-status" && isEnd) {
      const status = /(?:in)?complete$/.exec(this.line)?.[0] ?? "";
      this.done = status === "complete";
      this.line = this.line.slice(0, this.line.length - status.length).trimEnd();
    }
    if (name === "ac:task-id" && isEnd) this.line = this.line.replace(/\d+$/, "");
    return name.startsWith("ac:task");
  }

  private listEdge(isEnd: boolean, isOrdered: boolean): void {
    if (this.row) return;
    this.end();
    if (isEnd) this.lists.pop();
    else this.lists.push({ isOrdered, count: 0 });
    if (this.lists.length === 0) this.lines.push("");
  }

  private item(): void {
    if (this.row) {
      this.line += this.line.trim() === "" ? "" : "; ";
      return;
    }
    this.end();
    const list = this.lists.at(-1);
    if (list) list.count += 1;
    const mark = list?.isOrdered ? `${list.count}. ` : "- ";
    this.line = `${"  ".repeat(Math.max(0, this.lists.length - 1))}${mark}${this.box()}`;
  }

  private box(): string {
    const { done } = this;
    this.done = null;
    if (done === null) return "";
    return done ? "[x] " : "[ ] ";
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
        return this.inItem() && !isEnd ? undefined : this.paragraph();
      case "blockquote":
        this.block();
        this.quotes = Math.max(0, this.quotes + (isEnd ? -1 : 1));
        return undefined;
      default:
        return this.plainTag(name, isEnd, attributes);
    }
  }

  private plainTag(name: string, isEnd: boolean, attributes: string): void {
    if (name === "img") {
      this.line += `![${attribute(attributes, "alt")}](${attribute(attributes, "src")})`;
    } else if (name === "time") {
      if (!isEnd) this.time(attributes);
    } else if (blockTags.has(name)) {
      this.paragraph();
    }
  }

  private inItem(): boolean {
    return /^\s*(?:-|\d+\.) (?:\[[ x]\] )?$/.test(this.line);
  }

  private preTag(isEnd: boolean): void {
    this.end();
    this.pre = Math.max(0, this.pre + (isEnd ? -1 : 1));
    this.lines.push("```");
  }

  private link(isEnd: boolean, attributes: string): void {
    if (!isEnd) {
      const target = attribute(attributes, "href");
      this.links.push(target);
      if (target !== "") this.line += "[";
      return;
    }
    const target = this.links.pop() ?? "";
    if (target !== "") this.line += `](${target})`;
  }

  /** Confluence writes a date as an empty element. */
  private time(attributes: string): void {
    const isEmpty = attributes.trimEnd().endsWith("/");
    if (isEmpty) this.line += attribute(attributes, "datetime");
  }

  private breakLine(): void {
    if (this.row) this.line += " ";
    else this.end();
  }

  private paragraph(): void {
    if (this.row) {
      if (this.line.trim() !== "") this.line += " ";
      return;
    }
    this.block();
  }

  private block(): void {
    this.end();
    if (this.lists.length === 0 && this.lines.at(-1) !== "") this.lines.push("");
  }

  /** Ends the line that is being written. */
  private end(): void {
    if (this.row) return;
    const quote = "> ".repeat(this.quotes);
    const line = this.pre > 0 ? this.line : this.line.trimEnd();
    if (line.trim() !== "" && !/^#{1,6}$/.test(line)) this.lines.push(quote + line);
    this.line = "";
  }
}
